import type { Place } from '../../model/issue.ts'
import { csvScanner } from '../csv/csv.ts'
import { formOf } from '../csv/csv-dialect.ts'
import { cellOffset } from '../csv/csv-record.ts'
import { textDecoder } from '../csv/encoding.ts'

/** One row of a table with the places of its cells. */
export interface TableRecord {
  readonly line: number
  /** The text of a cell without outer blanks, words for missing values included; empty where there is no such column. */
  text(column: string): string
  /** The same, undefined where the value is missing. */
  value(column: string): string | undefined
  at(column: string): Place
}

/** Goes through the rows of a UTF-8 table that has been checked, one by one, in constant memory. */
export async function eachRecord(
  table: { readonly file: string; readonly header: readonly string[]; readonly missing: readonly string[] },
  open: () => AsyncIterable<Uint8Array>,
  visit: (record: TableRecord) => void,
): Promise<void> {
  const { file, header } = table
  const missing = new Set(['', ...table.missing])
  let isHeader = true
  const scanner = csvScanner({
    record(cells, raw, line) {
      if (isHeader) isHeader = false
      else if (cells.length === header.length) {
        const text = (column: string) => cells[header.indexOf(column)]?.trim() ?? ''
        visit({
          line,
          text,
          value: (column) => (missing.has(text(column)) ? undefined : text(column)),
          at: (column) => {
            const offset = cellOffset(raw, Math.max(0, header.indexOf(column)), formOf())
            return { file, line: line + offset.line, column: offset.column }
          },
        })
      }
    },
    fault() {},
  })
  const decoder = textDecoder('broken')
  for await (const chunk of open()) scanner.write(decoder.decode(chunk, { stream: true }))
  scanner.write(decoder.decode())
  scanner.end()
}
