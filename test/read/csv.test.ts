import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CsvFault } from '../../src/read/csv.ts'
import { cellOffset, csvScanner, maxRecordLength } from '../../src/read/csv.ts'

interface Scanned {
  readonly records: { readonly cells: readonly string[]; readonly raw: string; readonly line: number }[]
  readonly faults: CsvFault[]
}

function scan(chunks: readonly string[]): Scanned {
  const found: Scanned = { records: [], faults: [] }
  const scanner = csvScanner({
    record: (cells, raw, line) => void found.records.push({ cells, raw, line }),
    fault: (fault) => void found.faults.push(fault),
  })
  for (const chunk of chunks) scanner.write(chunk)
  scanner.end()
  return found
}

const rowsOf = (text: string) => scan([text]).records.map((one) => one.cells)

/** Text cut at any places. */
const chunked = (text: string, cuts: readonly number[]) => {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  return places.slice(1).map((end, index) => text.slice(places[index], end))
}

const cell = fc.string({ unit: fc.constantFrom('a', '1', '市', '𠮷', ' ', ',', '"', '\n', '\r\n', '\t'), maxLength: 6 })
const written = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const table = fc.tuple(
  fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
  fc.constantFrom('\n', '\r\n', '\r'),
)
const broken = fc.string({ unit: fc.constantFrom('a', '市', ',', '"', '"', '\n', '\r', '\r\n', ' '), maxLength: 60 })

describe('csvScanner', () => {
  test('reads what was written, and what csv-parse reads', () => {
    fc.assert(
      fc.property(table, ([rows, end]) => {
        const text = rows.map((row) => row.map(written).join(',') + end).join('')
        expect(rowsOf(text)).toEqual(rows)
        const options = { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }
        expect(rowsOf(text)).toEqual(parse(text, options))
      }),
      { numRuns: 300 },
    )
  })

  test('finds the same wherever the chunks are cut', () => {
    fc.assert(
      fc.property(broken, fc.array(fc.nat(), { maxLength: 8 }), (text, cuts) => {
        expect(scan(chunked(text, cuts))).toEqual(scan([text]))
      }),
      { numRuns: 2000 },
    )
  })

  test('knows where every cell stands', () => {
    fc.assert(
      fc.property(table, ([rows, end]) => {
        const text = rows.map((row) => row.map(written).join(',') + end).join('')
        const lines = text.split(/\r\n|\n|\r/)
        for (const { cells, raw, line } of scan([text]).records) {
          for (const [index, value] of cells.entries()) {
            const offset = cellOffset(raw, index)
            const rest = lines
              .slice(line + offset.line - 1)
              .join('\n')
              .slice(offset.column - 1)
            expect(rest.startsWith(written(value).replaceAll('\r\n', '\n'))).toBe(true)
          }
        }
      }),
    )
  })

  test('takes any text without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void scan([text])))
    fc.assert(
      fc.property(broken, (text) => void scan([text])),
      { numRuns: 2000 },
    )
  })

  test('reports a quote that nothing closes and goes on with the next line', () => {
    const { records, faults } = scan(['h,i\na,"b\nc,d\n"e","f"\n'])
    expect(faults).toEqual([{ type: 'unclosed', line: 2, column: 3 }])
    expect(records.map((one) => one.cells)).toEqual([
      ['h', 'i'],
      ['c', 'd'],
      ['e', 'f'],
    ])
  })

  test('reports a quote that nothing closes to the end of the file', () => {
    expect(scan(['a,"b\nc,d']).faults).toEqual([{ type: 'unclosed', line: 1, column: 3 }])
    expect(rowsOf('a,"b\nc,d')).toEqual([['c', 'd']])
  })

  test('reports quotes inside and behind a cell, once per row', () => {
    expect(scan(['a"b,c"d\n"e"f,g\nh\n']).faults).toEqual([
      { type: 'stray', line: 1, column: 2 },
      { type: 'stray', line: 2, column: 3 },
    ])
    expect(rowsOf('a"b,c"d\n"e"f,g\nh\n')).toEqual([['h']])
  })

  test('counts lines through quoted cells', () => {
    const { records } = scan(['a,"b\r\nc\nd"\r\ne,f\r\n'])
    expect(records.map((one) => one.line)).toEqual([1, 4])
  })

  test('gives up a line of 50 MB, with or without a quote, and reads the next', () => {
    const part = 'x'.repeat(1_000_000)
    for (const [open, type] of [
      ['', 'too-long'],
      ['"', 'unclosed'],
    ] as const) {
      const { records, faults } = scan([`a\n${open}`, ...Array.from({ length: 50 }, () => part), '\nb\n'])
      expect(faults).toEqual([{ type, line: 2, column: 1 }])
      expect(records.map((one) => [one.cells, one.line])).toEqual([
        [['a'], 1],
        [['b'], 3],
      ])
    }
  })

  test('gives up a quoted cell that is closed too late', () => {
    const { faults } = scan([`"${'x\n'.repeat(maxRecordLength)}"\nb\n`])
    expect(faults).toEqual([{ type: 'unclosed', line: 1, column: 1 }, expect.objectContaining({ type: 'unclosed' })])
  })
})
