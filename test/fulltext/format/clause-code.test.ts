import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteReader, byteWriter } from '../../../src/fulltext/format/bytes.ts'
import { readClauses, writeClauses } from '../../../src/fulltext/format/clause-code.ts'

function written(clauses: readonly string[]) {
  const writer = byteWriter()
  writeClauses(writer, clauses)
  return writer.bytes()
}

const clause = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'第一二十百零〇两条（）12附') }),
  fc.nat(20_000).map((number) => `第${number}条`),
)

test('names of places are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(clause), (clauses) => {
      expect(readClauses(byteReader(written(clauses)), clauses.length)).toEqual(clauses)
    }),
  )
})

test('articles that count on take a byte each', () => {
  const few = written(['第一条', '第二条', '第三条'])
  const more = written(['第一条', '第二条', '第三条', '第四条', '第五条'])
  expect(more.length).toBe(few.length + 2)
})
