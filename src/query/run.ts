import { aggregateWords } from './aggregate-words.ts'
import { type Cell, type Column, cellOf, columnBuilder, isNumeric } from './column.ts'
import { filterRows, type Label } from './filter.ts'
import { aggregate, countRows, type Grouping, groupRows } from './group.ts'
import { type Caution, cautionColumns, cautionsOf } from './guard.ts'
import type { OpenTable } from './open-table.ts'
import { isGrouped, type Measure, measureId, type Query, shownMeasures } from './query.ts'
import type { QueryColumn, QueryDataset, QueryTable } from './query-table.ts'
import { pickRows, type Result, type ResultColumn } from './result.ts'
import { type SortColumn, type SortKey, sortRows } from './sort.ts'

/** What a query gives, and what must be said beside it. */
export interface Answer {
  readonly result: Result
  /** Rows that meet the conditions, of all rows of the table. */
  readonly matched: number
  readonly cautions: readonly Caution[]
}

/** More columns than this nobody reads; the page says so instead. */
export const mostAcross = 60

/** A query that cannot be answered, with what to say to the reader. */
export interface Refusal {
  readonly problem: string
}

/** Columns that the table does not have are left out of the query: the address may be an old one. */
export async function runQuery(dataset: QueryDataset, open: OpenTable, asked: Query): Promise<Answer | Refusal> {
  const query = knownOnly(open.table, asked)
  const label = labelOf(dataset, open.table)
  const columns = await open.columns(neededColumns(open.table, query))
  const rows = filterRows(open.rows, columns, query.filters, label)
  if (isGrouped(query)) return grouped(dataset, open.table, query, columns, rows)
  const shown = open.table.columns
  const sorted = sortRows(
    rows,
    sortColumns(query.sort, shown.map(toResultColumn), (at) => columns.get(shown[at]?.name ?? ''), dataset),
  )
  const cells = shown.map(({ name }) => columns.get(name) as Column)
  const result: Result = {
    columns: shown.map(toResultColumn),
    rows: sorted.length,
    cell: (row, column) => cellOf(cells[column] as Column, sorted[row] ?? 0),
  }
  return { result, matched: rows.length, cautions: [] }
}

/** The name that stands for a code of a register. */
export function labelOf(dataset: QueryDataset, table: QueryTable): Label {
  const registers = new Map(table.columns.map(({ name, register }) => [name, register]))
  return (column, value) => {
    const register = registers.get(column)
    return register && dataset.names[register]?.[value]
  }
}

function knownOnly(table: QueryTable, query: Query): Query {
  const names = new Set(table.columns.map(({ name }) => name))
  const known = (name: string | undefined) => name !== undefined && names.has(name)
  return {
    ...query,
    filters: query.filters.filter(({ column }) => known(column)),
    groups: [...new Set(query.groups)].filter(known),
    across: known(query.across) && !query.groups.includes(query.across ?? '') ? query.across : undefined,
    measures: query.measures.filter(({ column }) => column === undefined || known(column)),
  }
}

function neededColumns(table: QueryTable, query: Query): string[] {
  if (!isGrouped(query)) return table.columns.map(({ name }) => name)
  const asked = [
    ...query.filters.map(({ column }) => column),
    ...query.groups,
    ...(query.across ? [query.across] : []),
    ...query.measures.flatMap(({ column }) => column ?? []),
    ...cautionColumns(table, query.measures),
  ]
  return [...new Set(asked)]
}

function grouped(
  dataset: QueryDataset,
  table: QueryTable,
  query: Query,
  columns: ReadonlyMap<string, Column>,
  rows: Uint32Array,
): Answer | Refusal {
  const columnsOf = (names: readonly string[]) => names.map((name) => columns.get(name) as Column)
  const groups = groupRows(rows, columnsOf(query.groups))
  const all = groupRows(rows, [])
  const finest = query.across ? groupRows(rows, columnsOf([...query.groups, query.across])) : groups
  const context = { table, columns, rows, groups, all }
  const problem = query.across && tooWide(context, query.across)
  if (problem) return { problem }
  const parts = query.across
    ? acrossParts(context, dataset, query.across, shownMeasures(query)[0] as Measure, finest)
    : measureParts(context, shownMeasures(query))
  const keys = query.groups.map((name) => keyPart(table, name, columns.get(name) as Column, groups))
  const result = tableOf([...keys, ...parts], groups.count, query.groups.length > 0)
  const order = query.sort.length > 0 ? query.sort : query.groups.map((column) => ({ column, descending: false }))
  return {
    result: query.groups.length > 0 ? sortResult(result, order, dataset) : result,
    matched: rows.length,
    cautions: cautionsOf({ dataset, table, measures: shownMeasures(query), rows, columns, grouping: finest }),
  }
}

/** One column of a grouped result, and its cell in the line of all rows. */
interface Part {
  readonly column: ResultColumn
  readonly cells: readonly Cell[]
  readonly total: Cell
}

interface Context {
  readonly table: QueryTable
  readonly columns: ReadonlyMap<string, Column>
  readonly rows: Uint32Array
  readonly groups: Grouping
  readonly all: Grouping
}

function keyPart(table: QueryTable, name: string, column: Column, { first }: Grouping): Part {
  const described = table.columns.find((one) => one.name === name) as QueryColumn
  return { column: toResultColumn(described), cells: Array.from(first, (row) => cellOf(column, row)), total: undefined }
}

function measureParts(context: Context, measures: readonly Measure[]): Part[] {
  return measures.flatMap((measure) => {
    const { cells, missing } = figures(context, measure, context.groups)
    const total = figures(context, measure, context.all)
    const column = measureColumn(context.table, measure)
    const part = { column, cells, total: total.cells[0] }
    const left = missing.reduce((a, b) => a + b, 0)
    if (left === 0) return [part]
    const title = `${titleOf(context.table, measure.column)}缺值行数`
    const name = `${measure.column}.missing`
    return [part, { column: { name, title, numeric: true }, cells: Array.from(missing), total: left }]
  })
}

function acrossParts(
  context: Context,
  dataset: QueryDataset,
  across: string,
  measure: Measure,
  cells: Grouping,
): Part[] {
  const { table, columns, rows, groups } = context
  const column = columns.get(across) as Column
  const values = groupRows(rows, [column])
  const inCells = figures(context, measure, cells).cells
  const ofValues = figures(context, measure, values).cells
  const ofGroups = figures(context, measure, groups).cells
  // Which cell of the finest grouping stands where: groups down, values across.
  const grid = new Map<string, Cell>()
  for (let index = 0; index < rows.length; index += 1) {
    grid.set(`${groups.of[index]} ${values.of[index]}`, inCells[cells.of[index] ?? 0])
  }
  const label = labelOf(dataset, table)
  const described = toResultColumn(table.columns.find(({ name }) => name === across) as QueryColumn)
  const order = sortRows(
    values.first,
    sortColumns([{ column: across, descending: false }], [described], () => column, dataset),
  )
  // Where no row is, there is nothing to add up; counted, it is none.
  const none = measure.name === 'count' || measure.name === 'distinct' ? 0 : undefined
  const parts = Array.from(order, (row): Part => {
    const value = values.first.indexOf(row)
    const cell = cellOf(column, row)
    const text = cell === undefined ? '' : String(cell)
    return {
      column: {
        name: `${across}=${text}`,
        title: cell === undefined ? '（缺）' : (label(across, text) ?? text),
        numeric: true,
      },
      cells: Array.from({ length: groups.count }, (_, group) => grid.get(`${group} ${value}`) ?? none),
      total: ofValues[value],
    }
  })
  const total = figures(context, measure, context.all).cells[0]
  const whole = measureColumn(table, measure)
  return [...parts, { column: { ...whole, title: `全部：${whole.title}` }, cells: ofGroups, total }]
}

function tooWide({ table, columns, rows }: Context, across: string): string | undefined {
  const { count } = groupRows(rows, [columns.get(across) as Column])
  if (count <= mostAcross) return undefined
  return `“${titleOf(table, across)}”有 ${count} 个不同的值，横着排不下（至多 ${mostAcross} 个）。请先加条件，或改作分组。`
}

function figures({ columns, rows }: Context, { name, column }: Measure, grouping: Grouping) {
  if (column === undefined) return { cells: countRows(grouping), missing: new Uint32Array(grouping.count) }
  return aggregate(name, rows, grouping, columns.get(column) as Column)
}

function measureColumn(table: QueryTable, measure: Measure): ResultColumn {
  const title =
    measure.column === undefined ? '行数' : `${titleOf(table, measure.column)}${aggregateWords[measure.name]}`
  return { name: measureId(measure), title, numeric: true }
}

function titleOf(table: QueryTable, name: string | undefined): string {
  return table.columns.find((column) => column.name === name)?.title ?? name ?? ''
}

function toResultColumn({ name, title, type, register, key }: QueryColumn): ResultColumn {
  return { name, title, numeric: isNumeric(type), plain: type === 'year' || key === true, register }
}

function tableOf(parts: readonly Part[], rows: number, totals: boolean): Result {
  return {
    columns: parts.map(({ column }) => column),
    rows,
    cell: (row, column) => parts[column]?.cells[row],
    total: totals ? parts.map(({ total }) => total) : undefined,
  }
}

function sortResult(result: Result, keys: readonly SortKey[], dataset: QueryDataset): Result {
  const rows = Uint32Array.from({ length: result.rows }, (_, row) => row)
  const column = (at: number) => {
    const builder = columnBuilder(result.columns[at]?.numeric ? 'number' : 'string')
    for (const row of rows) builder.push(result.cell(row, at) ?? null)
    return builder.finish()
  }
  return pickRows(result, sortRows(rows, sortColumns(keys, result.columns, column, dataset)))
}

/** Regions by code, which is their order of administration; other codes by the names they are shown with. */
function sortColumns(
  keys: readonly SortKey[],
  columns: readonly ResultColumn[],
  at: (index: number) => Column | undefined,
  dataset: QueryDataset,
): SortColumn[] {
  return keys.flatMap(({ column: name, descending }) => {
    const index = columns.findIndex((one) => one.name === name)
    const [described, column] = [columns[index], at(index)]
    if (!described || !column) return []
    const { register } = described
    const names = register && register !== 'regions' ? dataset.names[register] : undefined
    const order = register === 'regions' ? 'codes' : 'names'
    return [{ column, descending, order, label: names && ((value) => names[value]) }]
  })
}
