import { csvCell, needsQuotes } from '../../model/data/csv-cell.ts'

type Row = readonly (string | number | undefined)[]

/** Rows as CSV by RFC 4180, UTF-8 without a mark, `\n` (or another sign) at the end of each row. */
export function toCsv(rows: readonly Row[], lineEnd = '\n'): string {
  let text = ''
  for (const row of rows) text += line(row) + lineEnd
  return text
}

function line(row: Row): string {
  // Most rows need no quotes: one look at all their cells together, joined by a sign that needs none either.
  return needsQuotes(row.join('\0')) ? row.map(cell).join(',') : row.join(',')
}

// Full-width signs begin a formula too where the settings are Chinese; a lone dash is how tables write “none”.
const runsAsFormula = /^(?:[=+@\t\r\n'＝＋－＠]|-(?!-*$))/
const plainNumber = /^[+-]?[\d.,]+(?:[eE][+-]?\d+)?%?$/

/**
 * Text that a spreadsheet would run, with `'` before it (https://owasp.org/www-community/attacks/CSV_Injection); text
 * that begins with `'` itself as well, so that taking it off gives back what was there.
 */
export function guardFormula(text: string): string {
  return runsAsFormula.test(text) ? `'${text}` : text
}

/** The same for the cells of a row in which numbers stand as text and are to stay numbers. */
export function guardCells(row: Row): Row {
  return row.map((cell) => (typeof cell === 'string' && !plainNumber.test(cell) ? guardFormula(cell) : cell))
}

function cell(value: string | number | undefined): string {
  return value === undefined ? '' : csvCell(String(value))
}
