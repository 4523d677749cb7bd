import { createHash } from 'node:crypto'
import { notUtf8 } from '../../issues/obs.ts'
import { unreadable } from '../../issues/site.ts'
import { byteOrderMark } from '../../issues/tbl.ts'
import { issue } from '../../model/issue.ts'
import { byteReader } from '../csv/byte-reader.ts'
import type { CsvScanner } from '../csv/csv.ts'
import { csvScanner } from '../csv/csv.ts'
import type { TextEncoding } from '../csv/encoding.ts'
import { detectEncoding, encodingNames, encodingOfHead, placeOfBadByte, textDecoder } from '../csv/encoding.ts'
import { createIssueList } from '../issue-list.ts'
import type { SchemaCompiler } from './json-schema.ts'
import { tableReader } from './table-reader.ts'
import type { TableOptions, TableResult } from './table-result.ts'

/**
 * Reads one table: one pass over the bytes for checksum, encoding, records, checks against the schema and
 * statistics. Memory stays constant unless rows are kept; sets of keys grow with the keys.
 */
export async function readTable(options: TableOptions): Promise<TableResult> {
  const start = { file: options.file, line: 1, column: 1 }
  const empty = { rows: [], keys: [], uses: [] }
  try {
    const found = await readPass(options, 'utf-8')
    if (found) return found
    const encoding = await detectEncoding(options.open)
    if (encoding === 'xlsx' || encoding === 'binary') {
      const what = encoding === 'xlsx' ? 'xlsx' : 'unknown'
      return { ...empty, issues: [issue(notUtf8, start, { encoding: '', what })] }
    }
    const at = encoding === 'broken' ? { ...start, ...(await placeOfBadByte(options.open)) } : start
    const name = encoding === 'broken' ? '' : encodingNames[encoding]
    const fault = issue(notUtf8, at, { encoding: name, what: encoding === 'broken' ? 'broken' : 'text' })
    const result = (await readPass(options, encoding)) ?? { ...empty, issues: [] }
    return { ...result, issues: [fault, ...result.issues] }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (!(error instanceof Error && 'code' in error)) throw error
    return { ...empty, issues: [issue(unreadable, start, { reason })] }
  }
}

/** Undefined where the bytes are not of this encoding. */
async function readPass(options: TableOptions, encoding: TextEncoding | 'broken'): Promise<TableResult | undefined> {
  const issues = createIssueList()
  const reader = tableReader(options, issues, encoding === 'broken', await schemaCompilerFor(options))
  const scanner = csvScanner(reader, options.dialect)
  const mark = () => issues.add(issue(byteOrderMark, { file: options.file, line: 1, column: 1 }, { none: true }))
  const bytesInto = encoding === 'utf-8' ? byteReader(reader, scanner, mark) : textReader(scanner, encoding)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of options.open()) {
    if (bytes === 0 && encoding === 'utf-8' && encodingOfHead(chunk)) return undefined
    hash.update(chunk)
    bytes += chunk.length
    if (!bytesInto.write(chunk)) return undefined
  }
  if (!bytesInto.end()) return undefined
  return reader.finish({ bytes, sha256: hash.digest('hex') })
}

async function schemaCompilerFor({
  resource,
  schema = resource.schema,
}: TableOptions): Promise<SchemaCompiler | undefined> {
  const isAsked = schema.fields.some((field) => field.constraints.jsonSchema)
  return isAsked ? (await import('./json-schema.ts')).compileJsonSchema : undefined
}

/** Takes a table in as text of any encoding, without its mark. `write` and `end` return false at a byte that does not fit. */
export function textReader(scanner: CsvScanner, encoding: TextEncoding | 'broken') {
  const decoder = textDecoder(encoding)
  let isFirst = true
  function push(decode: () => string): boolean {
    let text: string
    try {
      text = decode()
    } catch {
      return false
    }
    if (isFirst && text.startsWith('\ufeff')) scanner.write(text.slice(1))
    else scanner.write(text)
    if (text !== '') isFirst = false
    return true
  }
  return {
    write: (chunk: Uint8Array) => push(() => decoder.decode(chunk, { stream: true })),
    end(): boolean {
      const isWhole = push(() => decoder.decode())
      scanner.end()
      return isWhole
    },
  }
}
