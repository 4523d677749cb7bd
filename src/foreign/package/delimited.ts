import { recordTooLong, strayQuote, unclosedQuote } from '../../issues/tbl.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { CsvFault } from '../../read/csv/csv.ts'
import { csvScanner } from '../../read/csv/csv.ts'
import type { CsvDialect } from '../../read/csv/csv-dialect.ts'
import { formOf } from '../../read/csv/csv-dialect.ts'
import { cellOffset, maxRecordLength } from '../../read/csv/csv-record.ts'
import { headGatherer, isHeaderless } from '../../read/table/table-head.ts'
import { numbered } from './numbered.ts'
import type { TableSink } from './table-source.ts'

interface TextFile {
  readonly path: string
  /** Where the text stands when it is part of a descriptor. */
  readonly at?: Place
  text(): AsyncIterable<string>
}

/**
 * Reads delimited files as one table. The files after the first may repeat its header, which is left out. `names`
 * are the columns of a table without a header.
 */
export async function readDelimited(
  files: readonly TextFile[],
  dialect: CsvDialect,
  names: readonly string[],
  sink: TableSink,
  add: (found: Issue) => void,
): Promise<void> {
  const form = formOf(dialect)
  let header: readonly string[] | undefined
  for (const [number, file] of files.entries()) {
    const head = headGatherer(dialect)
    let isHead = !isHeaderless(dialect)
    const placeIn = (line: number, column: number) => file.at ?? { file: file.path, line, column }
    let isNamed = isHead || number > 0
    const scanner = csvScanner(
      {
        record(cells, raw, line, row) {
          const at = (index: number) => {
            const offset = cellOffset(raw, index, form)
            return placeIn(line + offset.line, offset.column)
          }
          if (isHead) {
            const labels = head.take(cells, row)
            if (!labels) return
            isHead = false
            if (!header) {
              header = labels
              sink.labels(labels, at, false)
              return
            }
            if (labels.join('\n') === header.join('\n')) return
          }
          if (!isNamed) {
            isNamed = true
            sink.labels(names.length > 0 ? names : numbered(cells.length), at, false)
          }
          if (cells.every((cell) => cell.trim() === '')) sink.blank(placeIn(line, 1))
          else sink.row(cells, line, at)
        },
        fault: (found) => add(faultOf(found, placeIn)),
      },
      dialect,
    )
    for await (const chunk of file.text()) scanner.write(chunk)
    scanner.end()
  }
}

function faultOf({ type, line, column }: CsvFault, placeIn: (line: number, column: number) => Place): Issue {
  const at = placeIn(line, column)
  if (type === 'unclosed') return issue(unclosedQuote, at, { limit: String(maxRecordLength) })
  if (type === 'stray') return issue(strayQuote, at, { none: true })
  return issue(recordTooLong, at, { limit: String(maxRecordLength) })
}
