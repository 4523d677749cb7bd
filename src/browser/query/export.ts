import { guardFormula, toCsv } from '../../publish/formats/csv-text.ts'
import type { Cell } from './column.ts'
import type { Result } from './result.ts'

/** The rows of a result as CSV by RFC 4180, columns by their names; a missing value is an empty cell. */
export function resultCsv(result: Result): string {
  return toCsv([result.columns.map(({ name }) => name), ...rowsOf(result)])
}

/** For Excel: a byte order mark, titles as header, and no text that it would run as a formula. */
export function resultExcelCsv(result: Result): string {
  const safe = (cell: Cell) => (typeof cell === 'string' ? guardFormula(cell) : cell)
  const rows = rowsOf(result).map((row) => row.map(safe))
  return `\uFEFF${toCsv([result.columns.map(({ title }) => safe(title)), ...rows])}`
}

/** An array of objects by column name; a missing value is null. */
export function resultJson(result: Result): string {
  const names = result.columns.map(({ name }) => name)
  const lines = rowsOf(result).map((row) =>
    JSON.stringify(Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]))),
  )
  return lines.length > 0 ? `[\n${lines.join(',\n')}\n]\n` : '[]\n'
}

function rowsOf(result: Result): Cell[][] {
  return Array.from({ length: result.rows }, (_, row) =>
    result.columns.map((_column, index) => result.cell(row, index)),
  )
}
