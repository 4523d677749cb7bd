import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splicedList, splicedSummary } from '../../../src/fulltext/build/posting-lists.ts'
import { byteReader, byteWriter } from '../../../src/fulltext/format/bytes.ts'
import { readPostings, readSummary, writePostings, writeSummary } from '../../../src/fulltext/format/posting.ts'

const sorted = (all: readonly number[]) => all.toSorted((a, b) => a - b)
const positions = fc.uniqueArray(fc.nat(100_000), { maxLength: 6 }).map(sorted)
const filled = positions.filter((all) => all.length > 0)
const lists = fc
  .dictionary(fc.nat(400).map(String), filled, { maxKeys: 12 })
  .map((byDoc) => new Map(sorted(Object.keys(byDoc).map(Number)).map((doc) => [doc, byDoc[doc] ?? []])))

function replaced(list: ReadonlyMap<number, number[]>, doc: number, now: number[]) {
  const all = new Map(list)
  all.delete(doc)
  if (now.length > 0) all.set(doc, now)
  return new Map([...all].sort(([a], [b]) => a - b))
}

function written(list: ReadonlyMap<number, number[]>): Uint8Array {
  const starts = [0]
  for (const one of list.values()) starts.push((starts.at(-1) ?? 0) + one.length)
  const writer = byteWriter()
  writePostings(writer, {
    docs: Int32Array.from(list.keys()),
    starts: Int32Array.from(starts),
    positions: Int32Array.from([...list.values()].flat()),
  })
  return writer.bytes()
}

function summary(list: ReadonlyMap<number, number[]>): Uint8Array {
  const [counts, firsts] = [new Int32Array(401), new Int32Array(401)]
  for (const [doc, all] of list) {
    counts[doc] = all.length
    firsts[doc] = all[0] ?? 0
  }
  const writer = byteWriter()
  writeSummary(writer, Int32Array.from(list.keys()), counts, firsts)
  return writer.bytes()
}

/** Documents that the list has, and others. */
const change = lists.chain((list) =>
  fc.record({
    list: fc.constant(list),
    doc: fc.oneof(fc.nat(400), fc.constantFrom(0, ...list.keys())),
    now: positions,
  }),
)

test('a list with other positions in one document is the list that is written with them', () => {
  fc.assert(
    fc.property(change, ({ list, doc, now }) => {
      const bytes = splicedList(written(list), doc, now)
      expect(bytes).toEqual(written(replaced(list, doc, now)))
      expect([...readPostings(byteReader(bytes)).docs]).toEqual([...replaced(list, doc, now).keys()])
    }),
  )
})

test('a summary too', () => {
  fc.assert(
    fc.property(change, ({ list, doc, now }) => {
      const bytes = splicedSummary(summary(list), doc, { count: now.length, first: now[0] ?? 0 })
      expect(bytes).toEqual(summary(replaced(list, doc, now)))
      expect([...readSummary(byteReader(bytes)).docs]).toEqual([...replaced(list, doc, now).keys()])
    }),
  )
})
