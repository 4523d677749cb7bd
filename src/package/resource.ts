import type { TableSchema } from '../model/dataset.ts'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { badFormat, descriptorRule, notChecked, notFetched, unsafePath } from '../model/issues/pkg.ts'
import { unreadable } from '../model/issues/site.ts'
import type { TableCheck } from '../model/table-check.ts'
import { tableCheck } from '../model/table-check.ts'
import type { CsvDialect } from '../read/csv-dialect.ts'
import { declaredFaults } from '../read/declared-file.ts'
import type { IssueList } from '../read/issue-list.ts'
import { createIssueList } from '../read/issue-list.ts'
import { columnsOfCheck } from '../read/table-checks.ts'
import { readDelimited } from './delimited.ts'
import type { PackageDescriptor, PackageResource } from './descriptor.ts'
import { encodingOf, textOf } from './encoded-text.ts'
import { locate } from './locate.ts'
import type { ReadResource } from './references.ts'
import type { Dialect } from './standard.ts'
import type { StoredFile } from './stored-file.ts'
import { compressionFault, findFile } from './stored-file.ts'
import { readInline, readJson, readNdjson } from './structured.ts'
import { packageTable } from './table-reader.ts'
import type { TableSink } from './table-source.ts'

interface ResourceOptions {
  readonly descriptor: PackageDescriptor
  readonly resource: PackageResource
  readonly schema: TableSchema | undefined
  readonly dialect: Dialect
  readonly isSound: boolean
  readonly referenced: readonly (readonly string[])[]
}

interface ResourceResult extends Pick<ReadResource, 'uses' | 'sets' | 'isRead'> {
  readonly issues: readonly Issue[]
  readonly files: number
}

/** JSON is held as a whole while it is read. */
const maxJsonBytes = 256 * 1024 * 1024

/** Checks the files of one resource, and its rows where it is a table. */
export async function checkResource(options: ResourceOptions): Promise<ResourceResult> {
  const { descriptor, resource } = options
  const issues = createIssueList()
  const at = descriptor.yaml.at(['resources', resource.index, 'path'])
  const files = await findFiles(options, issues)
  const empty = { uses: [], sets: [], isRead: false }
  if (!options.isSound || !files) return { ...empty, issues: issues.all(), files: files?.length ?? 0 }
  const format = formatOf(options, files)
  const isTable = resource.isTable || format === 'csv' || format === 'tsv'
  if (!isTable) return { ...empty, issues: issues.all(), files: files.length }
  const faults = await Promise.all(files.map((file) => compressionFault(file, resource.value.compression, at)))
  issues.add(...faults.flatMap((fault) => fault ?? []))
  if (faults.some((fault) => fault)) return { ...empty, issues: issues.all(), files: files.length }
  try {
    const read = await readTable(options, files, format, issues)
    return { ...(read ?? empty), isRead: read !== undefined, issues: issues.all(), files: files.length }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const file = files[0]?.path ?? descriptor.file
    issues.add(issue(unreadable, { file, line: 1, column: 1 }, { reason: String(error.code) }))
    return { ...empty, issues: issues.all(), files: files.length }
  }
}

/** The files of a resource, none for rows in the descriptor; undefined where one of them cannot be read. */
async function findFiles(
  { descriptor, resource }: ResourceOptions,
  issues: IssueList,
): Promise<StoredFile[] | undefined> {
  const { value, index } = resource
  const named = value.path ?? (value.data === undefined ? (value['url'] as string | undefined) : undefined)
  const paths = named === undefined ? [] : Array.isArray(named) ? named : [named]
  const files: StoredFile[] = []
  for (const [number, path] of paths.entries()) {
    const at = descriptor.yaml.at(['resources', index, 'path', ...(Array.isArray(named) ? [number] : [])])
    const found = locate(descriptor.folder, path)
    if (found.type === 'unsafe') issues.add(issue(unsafePath, at, { path }))
    else if (found.type === 'remote') issues.add(issue(notFetched, at, { path, what: 'data' }))
    else {
      const { file, issues: faults } = await findFile(found.file, at)
      issues.add(...faults)
      if (file) files.push(file)
    }
  }
  if (files.length !== paths.length) return undefined
  const [first] = files
  if (!first) return files
  // A hash over several files is defined nowhere; their sizes add up.
  const declared = { bytes: value.bytes, hash: files.length === 1 ? value.hash : undefined }
  const whole = { path: first.path, bytes: files.reduce((sum, file) => sum + file.bytes, 0), open: () => first.open() }
  issues.add(...(await declaredFaults(declared, whole, (key) => descriptor.yaml.at(['resources', index, key]))))
  return files
}

/** `csv`, `json`, `ndjson`, `inline`, or another format in lower case; by the extension where nothing is said. */
function formatOf({ resource }: ResourceOptions, files: readonly StoredFile[]): string {
  const { format, mediatype, data } = resource.value
  if (Array.isArray(data)) return 'inline'
  const said = format ?? (mediatype ? /([a-z0-9]+)$/i.exec(mediatype)?.[1] : undefined)
  const extension = /\.([a-z0-9]+)(?:\.gz|\.zip)?$/i.exec(files[0]?.path ?? '')?.[1]
  const name = (said ?? extension ?? '').toLowerCase()
  return name === 'jsonl' ? 'ndjson' : name
}

async function readTable(options: ResourceOptions, files: readonly StoredFile[], format: string, issues: IssueList) {
  const { descriptor, resource, schema, dialect } = options
  const { value, index } = resource
  const path = files[0]?.path ?? descriptor.file
  const names = schema?.fields.map((field) => field.name) ?? []
  const table = packageTable(
    {
      file: path,
      schema,
      checks: checksOf(options, issues),
      referenced: options.referenced,
      nullSequence: dialect.nullSequence,
    },
    issues,
  )
  const dataAt = descriptor.yaml.at(['resources', index, 'data'])
  if (format === 'inline') {
    const rows = value.data as readonly unknown[]
    issues.add(...readInline(rows, descriptor.yaml, ['resources', index, 'data'], dialect, names, table.sink))
    return table.finish()
  }
  if (files.length === 0 && typeof value.data !== 'string') {
    issues.add(issue(badFormat, dataAt, { path, zh: 'data 不是行的列表', en: 'data is no list of rows' }))
    return undefined
  }
  if (!['csv', 'tsv', 'txt', 'json', 'ndjson', ''].includes(format)) {
    const at = descriptor.yaml.at(['resources', index, 'path'])
    issues.add(issue(notChecked, at, { path, format }))
    return undefined
  }
  const texts = []
  for (const file of files) {
    const found = await encodingOf(file, value.encoding)
    issues.add(...found.issues)
    if (found.label === undefined) return undefined
    const { label } = found
    texts.push({ path: file.path, bytes: file.bytes, text: () => textOf(file, label) })
  }
  const inline = typeof value.data === 'string' ? value.data : undefined
  if (inline !== undefined) {
    const bytes = inline.length
    texts.push({
      path,
      bytes,
      at: dataAt,
      text: async function* () {
        yield inline
      },
    })
  }
  if (format === 'json' || format === 'ndjson') await readStructured(texts, format, options, names, table.sink, issues)
  else {
    const form = { ...(format === 'tsv' ? { delimiter: '\t' } : {}), ...dialect } as CsvDialect
    await readDelimited(texts, form, names, table.sink, issues.add)
  }
  return table.finish()
}

async function readStructured(
  texts: readonly { path: string; bytes: number; text(): AsyncIterable<string> }[],
  format: 'json' | 'ndjson',
  { dialect }: ResourceOptions,
  names: readonly string[],
  sink: TableSink,
  issues: IssueList,
): Promise<void> {
  for (const { path, bytes, text } of texts) {
    if (format === 'ndjson') issues.add(...(await readNdjson(text(), path, dialect, names, sink)))
    else if (bytes > maxJsonBytes) {
      issues.add(issue(notChecked, { file: path, line: 1, column: 1 }, { path, format: 'JSON > 256 MB' }))
    } else issues.add(...readJson((await Array.fromAsync(text())).join(''), path, dialect, names, sink))
  }
}

/** `gongbao:checks` of a resource that can be read, and the numbers of rows and columns that some descriptors promise. */
function checksOf({ descriptor, resource }: ResourceOptions, issues: IssueList) {
  const { value, index } = resource
  const at = (...path: (string | number)[]) => descriptor.yaml.at(['resources', index, ...path])
  const [rows, fields] = [countOf(value['rows']), countOf(value['fields'])]
  const checks: { check: TableCheck; at: Place }[] = []
  if (rows !== undefined || fields !== undefined) {
    checks.push({ check: { type: 'table-dimensions', rows, fields }, at: at() })
  }
  const said = value['gongbao:checks']
  for (const [number, one] of (Array.isArray(said) ? said : []).entries()) {
    const place = at('gongbao:checks', number)
    const parsed = tableCheck.safeParse(one)
    if (parsed.success && columnsOfCheck(parsed.data)) checks.push({ check: parsed.data, at: place })
    else issues.add(issue(descriptorRule, place, { zh: '这一项检查读不懂', en: 'this check cannot be read' }))
  }
  return checks
}

function countOf(value: unknown): number | undefined {
  return Number.isInteger(value) ? (value as number) : undefined
}
