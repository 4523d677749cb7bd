import type { QueryColumn, QueryRegister } from '../../publish/query/query-table.ts'
import type { Cell } from './column.ts'
import { isNumeric } from './column.ts'

/** What a query gives, whatever it asked: columns, and cells on demand. */
export interface Result {
  readonly columns: readonly ResultColumn[]
  readonly rows: number
  cell(row: number, column: number): Cell
  /** Under the rows, where groups are shown: the figure of all rows together, which need not be the sum of the groups. */
  readonly total?: readonly Cell[] | undefined
}

export interface ResultColumn {
  readonly name: string // unique; the header of downloads, and what the address sorts by
  readonly title: string
  readonly numeric: boolean
  /** A year or a number that names something: no thousands separators. */
  readonly plain?: boolean | undefined
  readonly register?: QueryRegister | undefined
}

/** A column of the table as it stands in a result. */
export function resultColumn({ name, title, type, register, key }: QueryColumn): ResultColumn {
  return { name, title, numeric: isNumeric(type), plain: type === 'year' || key === true, register }
}

/** The same rows in another order, or fewer of them. */
export function pickRows(result: Result, rows: ArrayLike<number>): Result {
  return { ...result, rows: rows.length, cell: (row, column) => result.cell(rows[row] ?? 0, column) }
}

/** With a column of names after each column of codes: `region`, `region_name`. */
export function withNames(result: Result, label: (column: ResultColumn, value: string) => string | undefined): Result {
  const sources = result.columns.flatMap((column, index) =>
    column.register ? [{ index }, { index, column }] : [{ index }],
  ) as readonly { readonly index: number; readonly column?: ResultColumn }[]
  const named = (cell: Cell, column: ResultColumn | undefined) =>
    column && cell !== undefined ? label(column, String(cell)) : cell
  const columns = sources.map(({ index, column }) => {
    const own = result.columns[index] as ResultColumn
    return column ? { name: `${own.name}_name`, title: `${own.title}（名称）`, numeric: false } : own
  })
  const at = (column: number) => sources[column] ?? { index: column }
  return {
    columns,
    rows: result.rows,
    cell: (row, column) => named(result.cell(row, at(column).index), at(column).column),
    total: result.total && sources.map(({ index, column }) => (column ? undefined : result.total?.[index])),
  }
}
