import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CsvFault } from '../../../src/read/csv/csv.ts'
import { csvScanner } from '../../../src/read/csv/csv.ts'
import type { CsvDialect } from '../../../src/read/csv/csv-dialect.ts'
import { formOf } from '../../../src/read/csv/csv-dialect.ts'
import { cellOffset, maxRecordLength } from '../../../src/read/csv/csv-record.ts'

interface Scanned {
  readonly records: { readonly cells: readonly string[]; readonly raw: string; readonly line: number }[]
  readonly faults: CsvFault[]
}

function scan(chunks: readonly string[], dialect?: CsvDialect): Scanned {
  const found: Scanned = { records: [], faults: [] }
  const scanner = csvScanner(
    {
      record: (cells, raw, line) => void found.records.push({ cells, raw, line }),
      fault: (fault) => void found.faults.push(fault),
    },
    dialect,
  )
  for (const chunk of chunks) scanner.write(chunk)
  scanner.end()
  return found
}

const rowsOf = (text: string, dialect?: CsvDialect) => scan([text], dialect).records.map((one) => one.cells)

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
            const offset = cellOffset(raw, index, formOf())
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

describe('dialects', () => {
  const dialects = fc.record(
    {
      delimiter: fc.constantFrom(',', ';', '\t', '||', '市'),
      quoteChar: fc.constantFrom('"', "'"),
      doubleQuote: fc.boolean(),
      escapeChar: fc.constantFrom('\\', '^'),
      skipInitialSpace: fc.boolean(),
      commentChar: fc.constantFrom('#', '//'),
      lineTerminator: fc.constantFrom('\n', '\r\n', '~'),
    },
    { requiredKeys: [] },
  )
  const any = fc.string({
    unit: fc.constantFrom('a', '市', ',', ';', '|', '||', '"', "'", '\\', '^', '\n', '\r', '\r\n', ' ', '#', '/', '~'),
    maxLength: 60,
  })

  test('find the same wherever the chunks are cut', () => {
    fc.assert(
      fc.property(any, dialects, fc.array(fc.nat(), { maxLength: 8 }), (text, dialect, cuts) => {
        expect(scan(chunked(text, cuts), dialect)).toEqual(scan([text], dialect))
      }),
      { numRuns: 3000 },
    )
  })

  test('read what csv-parse reads, with its delimiter, quote, escape and comment', () => {
    const content = fc.string({ unit: fc.constantFrom('a', '市', ';', "'", '|', '\n', ' '), maxLength: 6 })
    const rows = fc.array(fc.array(content, { minLength: 2, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(rows, fc.constantFrom("'", '|'), (cells, escapeChar) => {
        const write = (cell: string) =>
          `'${cell.replace(/['|]/g, (sign) => (sign === escapeChar || sign === "'" ? escapeChar + sign : sign))}'`
        const text = cells.map((row) => `#note\n${row.map(write).join(';')}\n`).join('')
        const options = {
          delimiter: ';',
          quote: "'",
          escape: escapeChar,
          comment: '#',
          comment_no_infix: true,
          relax_column_count: true,
        }
        const dialect = { delimiter: ';', quoteChar: "'", escapeChar, doubleQuote: false, commentChar: '#' }
        expect(rowsOf(text, dialect)).toEqual(cells)
        expect(rowsOf(text, dialect)).toEqual(parse(text, options))
      }),
      { numRuns: 500 },
    )
  })

  test.each<[string, CsvDialect, string, string[][]]>([
    ['another delimiter', { delimiter: ';' }, 'a,b;c\n', [['a,b', 'c']]],
    ['a delimiter of two characters', { delimiter: '||' }, 'a|b||"c||d"\n', [['a|b', 'c||d']]],
    ['another quote', { quoteChar: "'" }, `'a,b',"c\n`, [['a,b', '"c']]],
    ['no quote', { quoteChar: null }, '"a,b"\n', [['"a', 'b"']]],
    ['an escape outside quotes', { escapeChar: '|' }, 'a|,b,c||\n', [['a,b', 'c|']]],
    ['an escape inside quotes', { escapeChar: '\\', doubleQuote: false }, '"a\\"b",c\n', [['a"b', 'c']]],
    [
      'an escaped line break',
      { escapeChar: '\\' },
      'a\\\nb,c\nd,e\n',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['blanks behind the delimiter', { skipInitialSpace: true }, 'a,  "b, c", d\n', [['a', 'b, c', 'd']]],
    ['comments by sign', { commentChar: '#' }, '#"note\na,b\n#c,d', [['a', 'b']]],
    ['comments by number', { commentRows: [1, 3] }, 'x\na\n"y\nb\n', [['a'], ['b']]],
    [
      'a terminator of its own',
      { lineTerminator: ';' },
      'a,b;c,"d;e";',
      [
        ['a', 'b'],
        ['c', 'd;e'],
      ],
    ],
  ])('know %s', (_, dialect, text, rows) => {
    expect(rowsOf(text, dialect)).toEqual(rows)
  })

  test('report a doubled quote where none may be', () => {
    expect(scan(['a,"b""c"\nd\n'], { doubleQuote: false }).faults).toEqual([{ type: 'stray', line: 1, column: 5 }])
  })

  test('count lines and rows through comments', () => {
    const numbers: number[][] = []
    const scanner = csvScanner(
      { record: (_, __, line, row) => void numbers.push([line, row]), fault() {} },
      { commentChar: '#' },
    )
    scanner.write('#a\n"b\nc"\n#d\ne\n')
    scanner.end()
    expect(numbers).toEqual([
      [2, 2],
      [5, 4],
    ])
  })

  test('know where cells stand behind blanks and long delimiters', () => {
    const form = formOf({ delimiter: '||', skipInitialSpace: true, escapeChar: '\\' })
    expect(cellOffset('a\\|||  "b\nc"|| d', 1, form)).toEqual({ line: 0, column: 8 })
    expect(cellOffset('a\\|||  "b\nc"|| d', 2, form)).toEqual({ line: 1, column: 6 })
  })
})
