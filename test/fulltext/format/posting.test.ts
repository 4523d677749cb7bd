import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteReader, byteWriter } from '../../../src/fulltext/format/bytes.ts'
import {
  countAt,
  positionsAt,
  readPostings,
  readSummary,
  writePostings,
  writeSummary,
} from '../../../src/fulltext/format/posting.ts'

const numbers = (max: number) => fc.uniqueArray(fc.nat(max), { minLength: 1, maxLength: 20 }).map((all) => sorted(all))
const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b)
const lists = fc.dictionary(fc.nat(5000).map(String), numbers(100_000), { maxKeys: 20 }).map((byDoc) => {
  const docs = sorted(Object.keys(byDoc).map(Number))
  return docs.map((doc) => ({ doc, positions: byDoc[doc] ?? [] }))
})

test('a list is read as it was written', () => {
  fc.assert(
    fc.property(lists, (list) => {
      const starts = [0]
      for (const { positions } of list) starts.push((starts.at(-1) ?? 0) + positions.length)
      const writer = byteWriter()
      writePostings(writer, {
        docs: Int32Array.from(list, ({ doc }) => doc),
        starts: Int32Array.from(starts),
        positions: Int32Array.from(list.flatMap(({ positions }) => positions)),
      })
      const read = readPostings(byteReader(writer.bytes()))
      expect([...read.docs.entries()].map(([at, doc]) => ({ doc, positions: [...positionsAt(read, at)] }))).toEqual(
        list,
      )
      expect([...read.docs.keys()].map((at) => countAt(read, at))).toEqual(list.map((one) => one.positions.length))
    }),
  )
})

test('a summary keeps how often and where first', () => {
  fc.assert(
    fc.property(lists, (list) => {
      const counts = new Int32Array(5001)
      const firsts = new Int32Array(5001)
      for (const { doc, positions } of list) {
        counts[doc] = positions.length
        firsts[doc] = positions[0] ?? 0
      }
      const writer = byteWriter()
      writeSummary(
        writer,
        Int32Array.from(list, ({ doc }) => doc),
        counts,
        firsts,
      )
      const read = readSummary(byteReader(writer.bytes()))
      expect([...read.docs]).toEqual(list.map(({ doc }) => doc))
      expect([...read.docs.keys()].map((at) => countAt(read, at))).toEqual(list.map((one) => one.positions.length))
      expect([...read.docs.keys()].map((at) => [...positionsAt(read, at)])).toEqual(
        list.map(({ positions }) => positions.slice(0, 1)),
      )
    }),
  )
})
