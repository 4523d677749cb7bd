import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grain } from '../../../src/fulltext/format/block.ts'
import {
  decodeDays,
  decodeHead,
  encodeDays,
  encodeHead,
  partBytes,
  piecesOf,
} from '../../../src/fulltext/format/head.ts'
import { compareText } from '../../../src/model/text-order.ts'

// Texts that share more characters than the head makes use of, and halves of surrogate pairs.
const text = fc.string({ unit: fc.constantFrom('企', '业', 'a', '𠮷', '𠮶', '\ud842'), maxLength: 12 })
const bytes = fc.integer({ min: 1, max: 3000 }).map((one) => one * grain)
const heads = fc.record({
  documents: fc.array(fc.record({ length: fc.nat(100_000), titleUnits: fc.nat(200) })),
  blocks: fc
    .uniqueArray(text, { maxLength: 20 })
    .chain((froms) =>
      fc
        .tuple(...froms.map(() => bytes))
        .map((sizes) => froms.toSorted(compareText).map((from, at) => ({ from, bytes: sizes[at] ?? grain }))),
    ),
})

test('a head is read as it was written, lengths within six percent', () => {
  fc.assert(
    fc.property(heads, (head) => {
      const read = decodeHead(encodeHead(head))
      const plain = (one: typeof head | typeof read) => ({
        ...one,
        documents: one.documents.map((d) => ({ ...d, length: 0 })),
      })
      expect(plain(read)).toEqual(plain(head))
      for (const [at, { length }] of head.documents.entries()) {
        expect(Math.abs((read.documents[at]?.length ?? 0) - length)).toBeLessThanOrEqual(1 + 0.06 * length)
      }
    }),
  )
})

test('another form of head is refused', () => {
  expect(() => decodeHead(Uint8Array.of(99))).toThrow(RangeError)
})

test('days before 1970 and missing days are kept', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -99_999, max: 99_999 }), { nil: undefined })), (days) => {
      expect(decodeDays(encodeDays(days))).toEqual(days)
    }),
  )
})

test('pieces stand one after another, and none but an overlong one reaches over the end of a part', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 90_000 })), (sizes) => {
      let before = { part: 0, start: 0, bytes: 0 }
      for (const piece of piecesOf(sizes)) {
        if (piece.part === before.part) expect(piece.start).toBe(before.start + before.bytes)
        else expect([piece.part, piece.start]).toEqual([before.part + 1, 0])
        if (piece.start > 0) expect(piece.start + piece.bytes).toBeLessThanOrEqual(partBytes)
        before = piece
      }
    }),
  )
})
