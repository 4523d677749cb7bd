import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvStream } from '../../../src/browser/query/csv-stream.ts'
import { toCsv } from '../../../src/publish/formats/csv-text.ts'

function read(pieces: readonly string[]): string[][] {
  const records: string[][] = []
  const stream = csvStream((cells) => records.push([...cells]))
  for (const piece of pieces) stream.push(piece)
  stream.end()
  return records
}

test('what the publisher writes is read back, wherever the pieces are cut', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '汉', '"', ',', '\n', '\r', ' '), maxLength: 6 })
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 7 }), (rows, size) => {
      const text = toCsv(rows)
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
        text.slice(at * size, (at + 1) * size),
      )
      expect(read(pieces)).toEqual(rows)
    }),
  )
})

test('line ends of Windows and a last line without an end are read', () => {
  expect(read(['a,b\r', '\n1,"x\r\ny"\r\n2,'])).toEqual([
    ['a', 'b'],
    ['1', 'x\r\ny'],
    ['2', ''],
  ])
})
