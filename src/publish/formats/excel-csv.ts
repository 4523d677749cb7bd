import type { Table } from '../../model/data/dataset.ts'
import { guardFormula, toCsv } from './csv-text.ts'
import type { TextFormat } from './text-format.ts'
import { type ColumnKind, typedColumns } from './typed-column.ts'

/**
 * CSV that Excel and WPS open by a double click: UTF-8 with a byte order mark, CRLF, and no cell they would change.
 * Cells are guarded in two ways, and taking the guard off gives back the canonical cell:
 *
 * - `="010100"` for text that they would read as a number, a date or a truth value, so that zeros, long codes and
 *   `2024-01` stay as they are. The text in the quotes has no sign that could end it or act.
 * - `'` before text that they would run as a formula (https://owasp.org/www-community/attacks/CSV_Injection), and
 *   before text that begins with `'` itself.
 */
export function excelCsvFormat(table: Table): TextFormat {
  const guards = typedColumns(table).map(({ kind, isMissing }) => {
    const guard = guardOf(kind)
    return (text: string) => (isMissing(text) ? guardText(text) : guard(text))
  })
  const line = (cells: readonly string[]) => cells.map((text, index) => guards[index]?.(text) ?? text)
  return {
    head: `\ufeff${toCsv([table.header.map(guardText)], '\r\n')}`,
    // A line break inside a cell is part of its text and stays as it is.
    rows: (rows) => toCsv(rows.map(line), '\r\n'),
    tail: () => '',
  }
}

function guardOf(kind: ColumnKind): (text: string) => string {
  switch (kind) {
    case 'number':
    case 'integer':
    case 'year':
      return (text) => (isExcelNumber(text) ? text : guardText(text))
    case 'date':
      return (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : guardText(text))
    case 'boolean':
      return guardFormula
    case 'datetime':
    case 'text':
      return guardText
  }
}

/** Excel keeps 15 digits of a number, and takes leading zeros away. */
function isExcelNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && text.replace(/^-?0?\.?0*|[-.]/g, '').length <= 15
}

const constant = /^[0-9A-Za-z０-９.,:/%+ ()¥￥$年月日时分秒-]+$/

function guardText(text: string): string {
  // Excel takes no longer text in a formula.
  const fits = text.length <= 255 && constant.test(text)
  return fits && converted.some((one) => one.test(text)) ? `="${text}"` : guardFormula(text)
}

/** What Excel and WPS make into something else, in Chinese or English settings. */
const converted = [
  /^[\d０-９.,:/%+ ()¥￥$年月日时分秒-]*[\d０-９][\d０-９.,:/%+ ()¥￥$年月日时分秒-]*$/, // numbers, sums, dates, times, fractions
  /^[+-]?[\d.,]+e[+-]?\d+$/i,
  /^(?:true|false)$/i,
  /^\d{1,2}(?::\d{2}){0,2} *[ap]m?$/i,
  /^(?:\d{1,4}[ /-])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[ ,/-]+\d{1,4})*$/i,
]
