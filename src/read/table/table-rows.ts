import type { Table } from '../../model/data/dataset.ts'
import { csvScanner } from '../csv/csv.ts'
import { textDecoder } from '../csv/encoding.ts'

/**
 * The rows of a table that was found clean, in batches as they are read: cells in the order of its header,
 * without outer blanks, columns that are withheld left out. Memory stays constant.
 */
export async function* readTableRows(
  table: Pick<Table, 'header' | 'withheld'>,
  open: () => AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly (readonly string[])[]> {
  let batch: string[][] = []
  let isHeader = true
  const withheld = new Set(table.withheld ?? [])
  const width = table.header.length + withheld.size
  const scanner = csvScanner({
    record(cells) {
      if (isHeader) isHeader = false
      else if (cells.length === width && cells.some((cell) => cell.trim() !== '')) {
        const shown = withheld.size === 0 ? cells : cells.filter((_, index) => !withheld.has(index))
        batch.push(shown.map((cell) => cell.trim()))
      }
    },
    fault() {},
  })
  function* flush() {
    if (batch.length > 0) yield batch
    batch = []
  }
  const decoder = textDecoder('utf-8')
  let isFirst = true
  for await (const chunk of open()) {
    const text = decoder.decode(chunk, { stream: true })
    scanner.write(isFirst ? text.replace(/^\ufeff/, '') : text)
    if (text !== '') isFirst = false
    yield* flush()
  }
  scanner.end()
  yield* flush()
}
