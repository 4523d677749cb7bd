import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { badFormat } from '../model/issues/pkg.ts'
import { lineStartsOf } from '../read/line-starts.ts'
import type { Path, Yaml } from '../read/yaml.ts'
import { jsonFault } from './json-fault.ts'
import { jsonItems, valueOffsets } from './json-items.ts'
import type { Dialect } from './standard.ts'
import type { TableSink } from './table-source.ts'

/** Rows of JSON: a value each, with the place of the row and of its parts. */
interface JsonRow {
  readonly value: unknown
  readonly line: number
  at(part?: string | number): Place
}

type Structure = Pick<Dialect, 'property' | 'itemType' | 'itemKeys' | 'header' | 'nullSequence'>

/** Reads a JSON file that holds an array of arrays or of objects. */
export function readJson(
  text: string,
  file: string,
  dialect: Structure,
  names: readonly string[],
  sink: TableSink,
): Issue[] {
  const wrong = (zh: string, en: string, at: Place = { file, line: 1, column: 1 }) => [
    issue(badFormat, at, { path: file, zh, en }),
  ]
  try {
    JSON.parse(text)
  } catch {
    const offset = jsonFault(text) ?? 0
    return wrong('不是有效的 JSON', 'not valid JSON', { file, ...lineStartsOf(text).placeOf(offset) })
  }
  const items = jsonItems(text, dialect.property)
  if (!items) return wrong('没有找到行的列表（JSON 数组）', 'no array of rows was found')
  const lines = lineStartsOf(text)
  const rows = items.map((item): JsonRow => {
    const at = (part?: string | number): Place => {
      const inner = part === undefined ? 0 : (valueOffsets(item.text).get(part) ?? 0)
      return { file, ...lines.placeOf(item.offset + inner) }
    }
    return { value: JSON.parse(item.text), line: lines.placeOf(item.offset).line, at }
  })
  return feed(rows, file, dialect, names, sink)
}

/** Reads NDJSON: one array or object a line. */
export async function readNdjson(
  chunks: AsyncIterable<string>,
  file: string,
  dialect: Structure,
  names: readonly string[],
  sink: TableSink,
): Promise<Issue[]> {
  const issues: Issue[] = []
  const take = feeder(file, dialect, names, sink)
  let rest = ''
  let line = 0
  const push = (text: string): void => {
    line++
    if (text.trim() === '') return
    const here = line
    const place = (column: number): Place => ({ file, line: here, column })
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      const what = { zh: '这一行不是有效的 JSON', en: 'this line is not valid JSON' }
      issues.push(issue(badFormat, place(1), { path: file, ...what }))
      return
    }
    const at = (part?: string | number) => place(part === undefined ? 1 : (valueOffsets(text).get(part) ?? 0) + 1)
    issues.push(...take({ value, line: here, at }))
  }
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) push(part)
  }
  if (rest !== '') push(rest)
  return issues
}

/** Reads rows written in the descriptor itself. */
export function readInline(
  rows: readonly unknown[],
  yaml: Yaml,
  path: Path,
  dialect: Structure,
  names: readonly string[],
  sink: TableSink,
): Issue[] {
  const all = rows.map((value, index): JsonRow => {
    const at = (part?: string | number) => yaml.at(part === undefined ? [...path, index] : [...path, index, part])
    return { value, line: at().line, at }
  })
  return feed(all, yaml.file, dialect, names, sink)
}

function feed(
  rows: readonly JsonRow[],
  file: string,
  dialect: Structure,
  names: readonly string[],
  sink: TableSink,
): Issue[] {
  const take = feeder(file, dialect, names, sink)
  return rows.flatMap(take)
}

/** Takes rows one by one; the first one names the columns. */
function feeder(file: string, dialect: Structure, names: readonly string[], sink: TableSink) {
  let labels: readonly string[] | undefined
  return (row: JsonRow): Issue[] => {
    const { value } = row
    const type = Array.isArray(value) ? 'array' : typeof value === 'object' && value !== null ? 'object' : undefined
    if (!type || (dialect.itemType !== undefined && dialect.itemType !== type)) {
      const wanted = dialect.itemType ?? 'array'
      const what = { zh: `这一行应是 JSON ${wanted}`, en: `this row should be a JSON ${wanted}` }
      return [issue(badFormat, row.at(), { path: file, ...what })]
    }
    const isNull = (cell: unknown) => dialect.nullSequence !== undefined && cell === dialect.nullSequence
    if (type === 'object') {
      const record = value as Readonly<Record<string, unknown>>
      if (!labels) {
        labels = dialect.itemKeys ?? Object.keys(record)
        sink.labels(labels, (index) => row.at(labels?.[index]), true)
      }
      const cells = labels.map((label) => (isNull(record[label]) ? null : (record[label] ?? null)))
      sink.row(cells, row.line, (index) => row.at(labels?.[index]))
      return []
    }
    const cells = (value as unknown[]).map((cell) => (isNull(cell) ? null : cell))
    if (!labels) {
      labels = dialect.header === false ? names : cells.map((cell) => String(cell ?? ''))
      sink.labels(labels, (index) => row.at(index), false)
      if (dialect.header !== false) return []
    }
    sink.row(cells, row.line, (index) => row.at(index))
    return []
  }
}
