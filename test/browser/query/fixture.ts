import { type Column, columnBuilder } from '../../../src/browser/query/column.ts'
import type { OpenTable } from '../../../src/browser/query/open-table.ts'
import type { QueryColumn, QueryDataset, QueryTable } from '../../../src/publish/query/query-table.ts'

export type Row = Readonly<Record<string, string | number | undefined>>

/** A table of made-up rows, open as the browser would open it. */
export function tableOf(
  columns: readonly QueryColumn[],
  rows: readonly Row[],
  profile: QueryTable['profile'] = 'table',
): OpenTable {
  const table: QueryTable = {
    name: 'made-up',
    title: '虚构',
    profile,
    rows: rows.length,
    columns,
    parquet: [],
    csv: { path: '/data/made-up/latest/made-up.csv', bytes: 0 },
  }
  const built = new Map(
    columns.map(({ name, type }) => [
      name,
      columnOf(
        type,
        rows.map((row) => row[name]),
      ),
    ]),
  )
  return { table, rows: rows.length, columns: async () => built, part: async () => built }
}

export function columnOf(type: string, values: readonly (string | number | undefined)[]): Column {
  const builder = columnBuilder(type)
  for (const value of values) builder.push(value ?? null)
  return builder.finish()
}

export function datasetOf(open: OpenTable, part: Partial<QueryDataset> = {}): QueryDataset {
  return {
    id: 'made-up',
    title: '虚构',
    version: '1.0.0',
    updatedOn: '2026-11-20',
    citation: '虚构[DS/OL].',
    page: '/data/made-up/',
    tables: [open.table],
    names: {},
    indicators: {},
    parents: {},
    ...part,
  }
}
