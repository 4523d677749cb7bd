import { labelOf, type QueryColumn, type QueryDataset, type QueryTable } from '../../publish/query/query-table.ts'
import { aggregateWords } from './aggregate-words.ts'
import type { Answer, Refusal } from './answer.ts'
import { type Cell, type Column, cellOf, columnBuilder } from './column.ts'
import { aggregate, countRows, type Grouping, groupRows } from './group.ts'
import { cautionsOf, isComparable } from './guard.ts'
import { sortColumns } from './order.ts'
import { type Measure, measureId, type Query, shownMeasures } from './query.ts'
import { pickRows, type Result, type ResultColumn, resultColumn } from './result.ts'
import { type SortKey, sortRows } from './sort.ts'

/** More columns than this nobody reads; the page says so instead. */
export const mostAcross = 60

/** The rows that meet the conditions, and the columns that the query needs. */
export interface Selection {
  readonly dataset: QueryDataset
  readonly table: QueryTable
  readonly columns: ReadonlyMap<string, Column>
  readonly rows: Uint32Array
}

/** One row for each group, one column for each measure or, in a pivot, for each value of the column that goes across. */
export function groupedAnswer(selection: Selection, query: Query): Answer | Refusal {
  const { table, columns, rows } = selection
  const grouped = (names: readonly string[]) =>
    groupRows(
      rows,
      names.map((name) => columns.get(name) as Column),
    )
  const groups = grouped(query.groups)
  const values = query.across === undefined ? undefined : grouped([query.across])
  if (values && values.count > mostAcross) {
    const title = titleOf(table, query.across)
    return {
      problem: `“${title}”有 ${values.count} 个不同的值，横着排不下（至多 ${mostAcross} 个）。请先加条件，或改作分组。`,
    }
  }
  const cells = query.across === undefined ? groups : grouped([...query.groups, query.across])
  const measures = query.across === undefined ? shownMeasures(query) : shownMeasures(query).slice(0, 1)
  const parts =
    values && query.across !== undefined
      ? acrossParts(selection, query.across, measures[0] as Measure, { groups, values, cells })
      : measures.flatMap((measure) => measureParts(selection, measure, groups))
  const keys = query.groups.map((name) => keyPart(selection, name, groups))
  const isList = query.groups.length > 0
  const result = tableOf([...keys, ...parts], groups.count, isList)
  const order = query.sort.length > 0 ? query.sort : query.groups.map((column) => ({ column, descending: false }))
  return {
    result: isList ? sortResult(result, order, selection.dataset) : result,
    matched: rows.length,
    cautions: cautionsOf({ ...selection, measures, grouping: cells, groupedBy: [...query.groups, query.across ?? ''] }),
    comparable: isList && query.across === undefined && isComparable(selection, measures[0] as Measure),
  }
}

/** One column of a grouped result, and its cell in the line of all rows. */
interface Part {
  readonly column: ResultColumn
  readonly cells: readonly Cell[]
  readonly total: Cell
}

function keyPart({ table, columns }: Selection, name: string, { first }: Grouping): Part {
  const column = columns.get(name) as Column
  const described = table.columns.find((one) => one.name === name) as QueryColumn
  return { column: resultColumn(described), cells: Array.from(first, (row) => cellOf(column, row)), total: undefined }
}

function measureParts(selection: Selection, measure: Measure, groups: Grouping): Part[] {
  const { cells, missing } = figures(selection, measure, groups)
  const part = { column: measureColumn(selection.table, measure), cells, total: totals(selection, measure)[0] }
  const left = missing.reduce((a, b) => a + b, 0)
  if (left === 0) return [part]
  const title = `${titleOf(selection.table, measure.column)}缺值行数`
  const column = { name: `${measure.column}.missing`, title, numeric: true }
  return [part, { column, cells: Array.from(missing), total: left }]
}

/** Groups down, values across. */
function acrossParts(
  selection: Selection,
  across: string,
  measure: Measure,
  { groups, values, cells }: { readonly groups: Grouping; readonly values: Grouping; readonly cells: Grouping },
): Part[] {
  const { dataset, table, columns, rows } = selection
  const column = columns.get(across) as Column
  const inCells = figures(selection, measure, cells).cells
  const grid = new Map<string, Cell>()
  for (let index = 0; index < rows.length; index += 1) {
    grid.set(`${groups.of[index]} ${values.of[index]}`, inCells[cells.of[index] ?? 0])
  }
  // Where no row is, there is nothing to add up; counted, it is none.
  const none = measure.name === 'count' || measure.name === 'distinct' ? 0 : undefined
  const label = labelOf(dataset, table)
  const described = resultColumn(table.columns.find(({ name }) => name === across) as QueryColumn)
  const keys = sortColumns([{ column: across, descending: false }], [described], () => column, dataset)
  const below = totals(selection, measure, values)
  const parts = Array.from(sortRows(values.first, keys), (row): Part => {
    const value = values.first.indexOf(row)
    const cell = cellOf(column, row)
    const text = cell === undefined ? '' : String(cell)
    const title = cell === undefined ? '（缺）' : (label(across, text) ?? text)
    return {
      column: { name: `${across}=${text}`, title, numeric: true },
      cells: Array.from({ length: groups.count }, (_, group) => grid.get(`${group} ${value}`) ?? none),
      total: below[value],
    }
  })
  const beside = totals(selection, measure, groups)
  if (beside.length === 0) return parts
  const whole = measureColumn(table, measure)
  const total = totals(selection, measure)[0]
  return [...parts, { column: { ...whole, title: `全部：${whole.title}` }, cells: beside, total }]
}

function figures({ columns, rows }: Selection, { name, column }: Measure, grouping: Grouping) {
  if (column === undefined) return { cells: countRows(grouping), missing: new Uint32Array(grouping.count) }
  return aggregate(name, rows, grouping, columns.get(column) as Column)
}

/** Figures of whole rows, whole columns or everything; none where putting them together has no meaning. */
function totals(selection: Selection, measure: Measure, grouping = groupRows(selection.rows, [])): readonly Cell[] {
  const cautions = cautionsOf({ ...selection, measures: [measure], grouping, groupedBy: [] })
  return cautions.some(({ level }) => level === 'wrong') ? [] : figures(selection, measure, grouping).cells
}

function measureColumn(table: QueryTable, measure: Measure): ResultColumn {
  const title =
    measure.column === undefined ? '行数' : `${titleOf(table, measure.column)}${aggregateWords[measure.name]}`
  return { name: measureId(measure), title, numeric: true }
}

function titleOf(table: QueryTable, name: string | undefined): string {
  return table.columns.find((column) => column.name === name)?.title ?? name ?? ''
}

function tableOf(parts: readonly Part[], rows: number, withTotals: boolean): Result {
  return {
    columns: parts.map(({ column }) => column),
    rows,
    cell: (row, column) => parts[column]?.cells[row],
    total: withTotals ? parts.map(({ total }) => total) : undefined,
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
