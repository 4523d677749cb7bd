import { separatorByte } from '../table/table-keys.ts'
import type { PassableTable } from '../table/table-reader.ts'
import type { ByteColumn } from './byte-column.ts'
import { byteColumn, filled, judge, unsure } from './byte-column.ts'
import { splitRecord } from './byte-record.ts'
import type { CsvScanner } from './csv.ts'
import { maxRecordLength } from './csv-record.ts'

/** Passes over the rows of a table that are surely fine: they are counted, and their keys are kept. */
export function byteRows(table: PassableTable) {
  const columns = table.columns.map((column) => byteColumn(column, table))
  const starts = new Int32Array(columns.length)
  const ends = new Int32Array(columns.length)
  const outcomes = new Uint8Array(columns.length)
  const keys = table.keepers.map((keeper) => ({
    keeper,
    indexes: keeper.columns.map((name) => table.columns.findIndex((column) => column.name === name)),
  }))
  let joined = Buffer.alloc(256)
  // The record at hand, for those who ask where a key stands.
  const record = { raw: () => '', line: 0, index: 0 }
  const place = () => table.placeOf(record.index, record.raw(), record.line)

  /** Gives where the first row begins that is not plain; at `to` the buffer must have a byte to spare. */
  function pass(data: Buffer, from: number, to: number, scanner: CsvScanner): number {
    const spare = data[to] as number
    data[to] = 10
    const first = scanner.line()
    let at = from
    let count = 0
    if (keys.length > 0) record.raw = () => data.toString('utf8', at, data.indexOf(10, at))
    for (;;) {
      const next = splitRecord(data, at, to, starts, ends)
      if (next === -1 || next - at > maxRecordLength || !isSure(data)) break
      if (keys.length > 0) keepKeys(data, first + count)
      at = next
      count++
    }
    data[to] = spare
    table.count(count)
    scanner.skip(count)
    return at
  }

  function isSure(data: Buffer): boolean {
    let values = 0
    for (let index = 0; index < columns.length; index++) {
      const outcome = judge(columns[index] as ByteColumn, data, starts[index] as number, ends[index] as number)
      if (outcome === unsure) return false
      outcomes[index] = outcome
      if (outcome === filled) values++
    }
    // A row without any value may be a blank one.
    if (values === 0) return false
    for (let index = 0; index < columns.length; index++) {
      if (outcomes[index] === filled) (columns[index] as ByteColumn).count++
    }
    return true
  }

  function keepKeys(data: Buffer, line: number): void {
    record.line = line
    for (const { keeper, indexes } of keys) {
      const index = indexes[0] as number
      record.index = index
      let fault: ReturnType<typeof keeper.take>
      if (indexes.length === 1) {
        if (outcomes[index] !== filled) continue
        fault = keeper.take(data, starts[index] as number, ends[index] as number, line, place)
      } else {
        const length = join(data, indexes)
        if (length < indexes.length) continue
        fault = keeper.take(joined, 0, length, line, place)
      }
      if (fault) table.report(fault)
    }
  }

  /** Writes the parts of a key with separators between them; its length, less than the parts where all are missing. */
  function join(data: Buffer, indexes: readonly number[]): number {
    let length = 0
    for (const [part, index] of indexes.entries()) {
      if (part > 0) joined[length++] = separatorByte
      if (outcomes[index] !== filled) continue
      const [from, to] = [starts[index] as number, ends[index] as number]
      if (length + to - from + indexes.length > joined.length) {
        joined = Buffer.concat([joined], 2 * (length + to - from + indexes.length))
      }
      length += data.copy(joined, length, from, to)
    }
    return length
  }

  /** Hands the counts over to the statistics. */
  function finish(): void {
    for (const { column, count } of columns) column.statistics.count(count)
  }

  return { pass, finish }
}
export type ByteRows = ReturnType<typeof byteRows>
