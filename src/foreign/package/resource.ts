import { badFormat, descriptorRule, notChecked, notFetched, unsafePath } from '../../issues/pkg.ts'
import { unreadable } from '../../issues/site.ts'
import type { TableSchema } from '../../model/data/dataset.ts'
import type { TableCheck } from '../../model/data/table-check.ts'
import { tableCheck } from '../../model/data/table-check.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { CsvDialect } from '../../read/csv/csv-dialect.ts'
import { declaredFaults } from '../../read/data/declared-file.ts'
import type { IssueList } from '../../read/issue-list.ts'
import { createIssueList } from '../../read/issue-list.ts'
import { columnsOfCheck } from '../../read/table/table-checks.ts'
import { readDelimited } from './delimited.ts'
import type { PackageDescriptor, PackageResource } from './descriptor.ts'
import { encodingOf, textOf } from './encoded-text.ts'
import type { JsonRows } from './json-rows.ts'
import { rowsAt, rowsInline, rowsOfJson, rowsOfNdjson } from './json-rows.ts'
import { tooMany } from './limits.ts'
import { locate } from './locate.ts'
import type { ReadResource } from './references.ts'
import type { Dialect } from './standard.ts'
import type { StoredFile } from './stored-file.ts'
import { compressionFault, findFile } from './stored-file.ts'
import { readStructured } from './structured.ts'
import { packageTable } from './table-reader.ts'

interface ResourceOptions {
  readonly descriptor: PackageDescriptor
  readonly resource: PackageResource
  readonly schema: TableSchema | undefined
  readonly dialect: Dialect
  readonly isSound: boolean
  readonly referenced: readonly (readonly string[])[]
}

interface ResourceResult extends Pick<ReadResource, 'uses' | 'sets' | 'header' | 'isRead'> {
  readonly issues: readonly Issue[]
  readonly files: number
}

interface TextFile {
  readonly path: string
  readonly bytes: number
  /** Where the text stands when it is part of the descriptor. */
  readonly at?: Place
  text(): AsyncIterable<string>
}

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
  const faults = await Promise.all(files.map((file) => compressionFault(file, at)))
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
  const named = value.path ?? (value.data === undefined ? textIn(value['url']) : undefined)
  const paths = named === undefined ? [] : Array.isArray(named) ? named : [named]
  const files: StoredFile[] = []
  const excess = tooMany('paths', paths.length, () => descriptor.yaml.at(['resources', index, 'path']))
  issues.add(...excess)
  if (excess.length > 0) return undefined
  for (const [number, path] of paths.entries()) {
    const at = descriptor.yaml.at(['resources', index, 'path', ...(Array.isArray(named) ? [number] : [])])
    const found = await locate(descriptor.folder, path)
    if (found.type === 'unsafe') issues.add(issue(unsafePath, at, { path }))
    else if (found.type === 'remote') issues.add(issue(notFetched, at, { path, what: 'data' }))
    else {
      const { file, issues: faults } = await findFile(found.file, at, {
        compression: value.compression,
        inner: textIn(value['innerpath']),
      })
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
  const said = format ?? formatOfMedia(mediatype ?? '')
  const extension = /\.([a-z0-9]+)(?:\.gz|\.zip)?$/i.exec(files[0]?.path ?? '')?.[1]
  const name = (said || extension || '').toLowerCase()
  return name === 'jsonl' ? 'ndjson' : name
}

/** Some media types are named unlike the format, and parameters may follow: `text/csv; charset=utf-8`. */
function formatOfMedia(mediatype: string): string | undefined {
  const name = /^[^/;]+\/(?:x-|vnd\.)?([^;\s]+)/i.exec(mediatype)?.[1]?.toLowerCase()
  return name && (mediaFormats[name] ?? name.replace(/^.*\+/, ''))
}

const mediaFormats: Readonly<Record<string, string>> = {
  'tab-separated-values': 'tsv',
  'comma-separated-values': 'csv',
  plain: 'txt',
  gzip: '',
  zip: '',
}

async function readTable(options: ResourceOptions, files: readonly StoredFile[], format: string, issues: IssueList) {
  const { descriptor, resource, schema, dialect } = options
  const { value, index } = resource
  const path = files[0]?.path ?? descriptor.file
  const names = schema?.fields.map((field) => field.name) ?? []
  const dataAt = descriptor.yaml.at(['resources', index, 'data'])
  const table = packageTable(
    {
      file: path,
      at: files.length === 0 ? dataAt : undefined,
      schema,
      checks: checksOf(options, issues),
      referenced: options.referenced,
      nullSequence: dialect.nullSequence,
    },
    issues,
  )
  if (format === 'inline') {
    const rows = rowsInline(value.data as readonly unknown[], descriptor.yaml, ['resources', index, 'data'])
    await readStructured([rows], dialect, names, table.sink, issues.add)
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
  const texts: TextFile[] = []
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
  if (format === 'json' || format === 'ndjson') {
    const sources = jsonSources(texts, format, dialect)
    await readStructured(sources, dialect, names, table.sink, issues.add)
  } else {
    const form = { ...(format === 'tsv' ? { delimiter: '\t' } : {}), ...dialect } as CsvDialect
    await readDelimited(texts, form, names, table.sink, issues.add)
  }
  return table.finish()
}

/** The rows of JSON files. */
function jsonSources(texts: readonly TextFile[], format: 'json' | 'ndjson', dialect: Dialect): JsonRows[] {
  return texts.map(({ path, at, text }) => {
    const rows = format === 'ndjson' ? rowsOfNdjson(text, path) : rowsOfJson(text, path, dialect.property)
    return at ? rowsAt(at, rows) : rows
  })
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

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function countOf(value: unknown): number | undefined {
  return Number.isInteger(value) ? (value as number) : undefined
}
