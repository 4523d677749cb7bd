import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dialect } from '../../../src/foreign/csvw/dialect.ts'
import { defaultDialect } from '../../../src/foreign/csvw/dialect.ts'
import type { Row, RowFault } from '../../../src/foreign/csvw/rows.ts'
import { cellPlace, rowReader } from '../../../src/foreign/csvw/rows.ts'

function read(chunks: readonly string[], dialect: Partial<Dialect> = {}) {
  const rows: Row[] = []
  const faults: RowFault[] = []
  const whole = { ...defaultDialect, trim: false, commentPrefix: null, ...dialect }
  const reader = rowReader(whole, { row: (row) => rows.push(row), fault: (fault) => faults.push(fault) })
  for (const chunk of chunks) reader.write(chunk)
  reader.end()
  return { rows, faults, cells: rows.map((row) => row.cells), dialect: whole }
}

const text = fc.string({ unit: fc.constantFrom('a', '义', ',', '"', '\n', '\r\n', ' ', '""', '\\') })

describe('the reader of rows', () => {
  test('reads what was written, as csv-parse does', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '义', ',', '"', '\n', '\r\n', ';') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (table) => {
        const quoted = table.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
        expect(read([quoted]).cells).toEqual(table)
        expect(parse(quoted, { relax_column_count: true })).toEqual(table)
      }),
    )
  })

  test('reads the same in chunks of any size', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(30)), (whole, cuts) => {
        const places = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length]
        const chunks = places.slice(1).map((to, index) => whole.slice(places[index], to))
        const [one, many] = [read([whole]), read(chunks)]
        expect(many.rows).toEqual(one.rows)
        expect(many.faults).toEqual(one.faults)
      }),
    )
  })

  test('takes any text without throwing, and places every cell within its row', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { rows, dialect } = read([whole])
        const lines = whole.split(/\r\n|\n/)
        for (const row of rows) {
          for (const index of row.cells.keys()) {
            const { line, column } = cellPlace(row, index, dialect)
            expect(line).toBeGreaterThanOrEqual(row.line)
            expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
          }
        }
      }),
    )
  })

  test('goes on after a broken quote', () => {
    const { cells, faults } = read(['a,b\n1,"x\n2,y"z\n3,"w"\n4,v"v\n5,u\n'])
    expect(cells).toEqual([
      ['a', 'b'],
      ['3', 'w'],
      ['5', 'u'],
    ])
    expect(faults).toEqual([
      { type: 'unclosed', line: 2, column: 3 },
      { type: 'stray', line: 3, column: 4 },
      { type: 'stray', line: 5, column: 4 },
    ])
  })

  test('follows its dialect', () => {
    const tabs = { delimiter: '\t', quoteChar: null, commentPrefix: '#', skipRows: 1 }
    expect(read(['"title\n#no\n"a"\tb\n'], tabs).cells).toEqual([['"a"', 'b']])
    const escaped = { doubleQuote: false, delimiter: '||' }
    expect(read(['"a\\"b"||c\\||d\n'], escaped).cells).toEqual([['a"b', 'c||d']])
    expect(read([' a , b \n'], { trim: 'start' }).cells).toEqual([['a ', 'b ']])
    expect(read([' a , " b "\n'], { trim: true }).cells).toEqual([['a', 'b']])
    expect(read(['a,b;c,d;'], { lineTerminators: [';'] }).cells).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('passes over a row that never ends, and reads what follows', () => {
    const long = Array.from({ length: 20 }, () => 'x'.repeat(100_000))
    for (const end of ['\n', '\r\n']) {
      const { faults, cells } = read([`a,b${end}`, ...long, end.slice(0, 1), `${end.slice(1)}1,2${end}`])
      expect(faults).toEqual([{ type: 'too-long', line: 2, column: 1 }])
      expect(cells).toEqual([
        ['a', 'b'],
        ['1', '2'],
      ])
    }
    expect(read(['a\n', ...long]).faults).toHaveLength(1)
  })
})
