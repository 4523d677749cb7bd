import { labelOf, type QueryDataset, type QueryTable } from '../../publish/query/query-table.ts'
import type { Answer, Refusal } from './answer.ts'
import { rangeFault } from './bound.ts'
import { type Column, cellOf } from './column.ts'
import { filterRows } from './filter.ts'
import { groupedAnswer } from './grouped.ts'
import { cautionColumns } from './guard.ts'
import type { OpenTable } from './open-table.ts'
import { sortColumns } from './order.ts'
import { isGrouped, type Query } from './query.ts'
import { type Result, resultColumn } from './result.ts'
import { sortRows } from './sort.ts'

export async function runQuery(dataset: QueryDataset, open: OpenTable, asked: Query): Promise<Answer | Refusal> {
  const { table } = open
  const query = knownOnly(table, asked)
  const problem = faultOf(table, query.filters)
  if (problem !== undefined) return { problem }
  const columns = await open.columns(neededColumns(table, query))
  const rows = filterRows(open.rows, columns, query.filters, labelOf(dataset, table))
  if (isGrouped(query)) return groupedAnswer({ dataset, table, columns, rows }, query)
  const cells = table.columns.map(({ name }) => columns.get(name) as Column)
  const shown = table.columns.map(resultColumn)
  const sorted = sortRows(
    rows,
    sortColumns(query.sort, shown, (at) => cells[at], dataset),
  )
  const result: Result = {
    columns: shown,
    rows: sorted.length,
    cell: (row, column) => cellOf(cells[column] as Column, sorted[row] ?? 0),
  }
  return { result, matched: rows.length, cautions: [], comparable: false }
}

/** Some rows as the file has them, and nothing else fetched: the first look at a large table. */
export async function partOf(open: OpenTable, from: number, to: number): Promise<Result> {
  const { table, rows } = open
  const columns = await open.part(from, Math.min(to, rows))
  const cells = table.columns.map(({ name }) => columns.get(name) as Column)
  return {
    columns: table.columns.map(resultColumn),
    rows,
    cell: (row, column) => cellOf(cells[column] as Column, row - from),
  }
}

/** Bounds that cannot be read are refused: no rows would be an answer to another question. */
function faultOf({ columns }: QueryTable, filters: Query['filters']): string | undefined {
  for (const filter of filters) {
    const column = filter.op === 'range' ? columns.find(({ name }) => name === filter.column) : undefined
    const fault = column && filter.op === 'range' ? rangeFault(column, filter) : undefined
    if (column && fault !== undefined) return `条件“${column.title}”：${fault}`
  }
  return undefined
}

/** Without columns that the table does not have: the address may be an old one. */
export function knownOnly(table: QueryTable, query: Query): Query {
  const names = new Set(table.columns.map(({ name }) => name))
  const known = (name: string | undefined) => name !== undefined && names.has(name)
  const groups = [...new Set(query.groups)].filter(known)
  return {
    ...query,
    groups,
    filters: query.filters.filter(({ column }) => known(column)),
    across: known(query.across) && !groups.includes(query.across ?? '') ? query.across : undefined,
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
