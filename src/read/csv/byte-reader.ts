import { isUtf8 } from 'node:buffer'
import type { TableReader } from '../table/table-reader.ts'
import type { ByteRows } from './byte-rows.ts'
import { byteRows } from './byte-rows.ts'
import type { CsvScanner } from './csv.ts'
import { maxRecordLength } from './csv-record.ts'

/**
 * Takes a table in as bytes of UTF-8. Rows in which nothing can be wrong are counted from their bytes; every other
 * row goes as text to the scanner, and from there to the reader, who alone finds faults. `onMark` is told of a byte
 * order mark. `write` and `end` return false where the bytes are no UTF-8.
 */
export function byteReader(reader: TableReader, scanner: CsvScanner, onMark: () => void) {
  let data = Buffer.allocUnsafe(1 << 16)
  let length = 0
  let whole = 0 // up to here the bytes are known to be UTF-8, cut between characters
  let at = 0
  let isBegun = false
  let rows: ByteRows | undefined
  let block = 1

  function write(chunk: Uint8Array): boolean {
    if (at > 0) {
      data.copyWithin(0, at, length)
      length -= at
      whole -= at
      at = 0
    }
    if (length + chunk.length + 1 > data.length) {
      const more = Buffer.allocUnsafe(2 * (length + chunk.length))
      data.copy(more, 0, 0, length)
      data = more
    }
    data.set(chunk, length)
    length += chunk.length
    const checked = wholeEnd(data, length)
    if (!isUtf8(data.subarray(whole, checked))) return false
    whole = checked
    drain(false)
    return true
  }

  function end(): boolean {
    if (whole < length) return false
    drain(true)
    rows?.finish()
    scanner.end()
    return true
  }

  function drain(isFinal: boolean): void {
    if (!isBegun) {
      if (whole < 3 && !isFinal) return
      isBegun = true
      if (whole >= 3 && data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) {
        onMark()
        at = 3
      }
    }
    while (at < whole) {
      if (scanner.isIdle()) {
        const table = rows ? undefined : reader.passable()
        if (table) rows = byteRows(table)
        const from = at
        if (rows) at = rows.pass(data, at, whole, scanner)
        if (at > from) block = 1
      }
      const stop = endOfLines(at, block)
      if (stop > at) {
        feed(stop)
        // Where many rows are not plain, they are handed over many at a time.
        block = Math.min(2 * block, 4096)
      } else if (isFinal || whole - at > maxRecordLength) feed(whole)
      else return
    }
  }

  function feed(stop: number): void {
    scanner.write(data.toString('utf8', at, stop))
    at = stop
  }

  /** Behind the last of some lines; `from` where not even one ends here. */
  function endOfLines(from: number, lines: number): number {
    let stop = from
    for (let line = 0; line < lines; line++) {
      const feed = data.indexOf(10, stop)
      if (feed === -1 || feed >= whole) break
      stop = feed + 1
    }
    return stop
  }

  return { write, end }
}

/** Where the last whole character ends, as far as can be told without checking. */
function wholeEnd(data: Uint8Array, length: number): number {
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = data[length - back] as number
    if (byte < 0x80) return length
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? length - back : length
  }
  return length
}
