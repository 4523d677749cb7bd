import { badFormat } from '../../issues/pkg.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { textOfCell } from './json-cell.ts'
import type { JsonRow, JsonRows } from './json-rows.ts'
import { tooMany } from './limits.ts'
import { numbered } from './numbered.ts'
import type { Dialect } from './standard.ts'
import type { TableSink } from './table-source.ts'

type Structure = Pick<Dialect, 'itemType' | 'itemKeys' | 'header' | 'nullSequence'>
type RowType = 'array' | 'object'

/**
 * Reads rows of JSON from files of one table: all of them arrays, or all of them objects. `names` are the columns of
 * the schema, in whose words a table without rows is read.
 */
export async function readStructured(
  sources: readonly JsonRows[],
  dialect: Structure,
  names: readonly string[],
  sink: TableSink,
  add: (found: Issue) => void,
): Promise<void> {
  const first = await firstRow(sources)
  if (!first) {
    // A table without rows has the columns of its schema.
    if (first === null && names.length > 0) sink.labels(names, nowhere, true)
    return forEach(sources, () => {}, add)
  }
  const wanted = dialect.itemType ?? typeOf(first.value)
  const take = wanted === 'object' ? await objectTaker(sources, first, dialect, sink) : arrayTaker(dialect, names, sink)
  if ('code' in take) return add(take)
  await forEach(
    sources,
    (row) => {
      if (wanted !== undefined && typeOf(row.value) === wanted) take(row)
      else add(wrongRow(row.at(), wanted))
    },
    add,
  )
}

/** Never asked for: the columns of the schema have no faults. */
const nowhere = (): Place => ({ file: '', line: 1, column: 1 })

/** The first row there is; null where there is none and nothing is wrong. */
async function firstRow(sources: readonly JsonRows[]): Promise<JsonRow | null | undefined> {
  let isFaulty = false
  for (const source of sources) {
    for await (const row of source()) {
      if ('value' in row) return row
      isFaulty = true
    }
  }
  return isFaulty ? undefined : null
}

async function forEach(
  sources: readonly JsonRows[],
  take: (row: JsonRow) => void,
  add: (found: Issue) => void,
): Promise<void> {
  for (const source of sources) {
    for await (const row of source()) {
      if ('value' in row) take(row)
      else add(row)
    }
  }
}

/** Rows as objects may leave out what they do not have: the columns are the keys of all of them. */
async function objectTaker(
  sources: readonly JsonRows[],
  first: JsonRow,
  { itemKeys, nullSequence }: Structure,
  sink: TableSink,
) {
  const found = new Map<string, JsonRow>()
  const note = (row: JsonRow): void => {
    if (typeOf(row.value) !== 'object') return
    for (const key of itemKeys ?? Object.keys(row.value as object)) if (!found.has(key)) found.set(key, row)
  }
  await forEach(sources, note, () => {})
  const labels = [...found.keys()]
  const [excess] = tooMany('fields', labels.length, () => first.at())
  if (excess) return excess
  const rows = [...found.values()]
  sink.labels(labels, (index) => (rows[index] ?? first).at(labels[index]), true)
  return ({ value, line, at }: JsonRow): void => {
    const record = value as Readonly<Record<string, unknown>>
    const cells = labels.map((label) => present(Object.hasOwn(record, label) ? record[label] : null, nullSequence))
    sink.row(cells, line, (index) => at(labels[index]))
  }
}

/** The first of the rows names the columns, unless the dialect says that there is no header. */
function arrayTaker({ header, nullSequence }: Structure, names: readonly string[], sink: TableSink) {
  let isHead = true
  return ({ value, line, at }: JsonRow): void => {
    const cells = (value as unknown[]).map((cell) => present(cell, nullSequence))
    if (isHead) {
      isHead = false
      const given = names.length > 0 ? names : numbered(cells.length)
      sink.labels(header === false ? given : cells.map((cell) => textOfCell(cell)), at, false)
      if (header !== false) return
    }
    sink.row(cells, line, at)
  }
}

function present(cell: unknown, nullSequence: string | null | undefined): unknown {
  return nullSequence !== undefined && cell === nullSequence ? null : (cell ?? null)
}

function typeOf(value: unknown): RowType | undefined {
  if (Array.isArray(value)) return 'array'
  return typeof value === 'object' && value !== null ? 'object' : undefined
}

function wrongRow(at: Place, wanted: RowType | undefined): Issue {
  const zh = { array: 'JSON 数组，同别的行一样', object: 'JSON 对象，同别的行一样' }
  const en = { array: 'a JSON array, as the other rows are', object: 'a JSON object, as the other rows are' }
  const what = {
    zh: `这一行应是 ${wanted ? zh[wanted] : 'JSON 数组或对象'}`,
    en: `this row should be ${wanted ? en[wanted] : 'a JSON array or object'}`,
  }
  return issue(badFormat, at, { path: at.file, ...what })
}
