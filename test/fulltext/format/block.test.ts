import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DamagedIndex, decodeBlock, encodeBlock, grain, padded, unpadded } from '../../../src/fulltext/format/block.ts'
import { compareText } from '../../../src/model/text-order.ts'

/** Keys that share beginnings, some of them half a surrogate pair. */
const key = fc.string({
  unit: fc.constantFrom('企', '业', 'a', '\u0001', '𠮷', '𠮶', '𪚥'),
  minLength: 1,
  maxLength: 6,
})
const lists = fc
  .uniqueArray(fc.record({ key, list: fc.uint8Array({ maxLength: 30 }) }), { selector: (one) => one.key })
  .map((all) => all.toSorted((a, b) => compareText(a.key, b.key)))

test('a block is read as it was written', () => {
  fc.assert(
    fc.property(lists, (all) => {
      const read = decodeBlock(encodeBlock(all))
      expect([...read].map(([name, list]) => [name, [...list]])).toEqual(all.map((one) => [one.key, [...one.list]]))
    }),
  )
})

test('a block with one changed or missing byte is refused', () => {
  fc.assert(
    fc.property(lists, fc.nat(), fc.integer({ min: 1, max: 255 }), (all, at, by) => {
      const bytes = encodeBlock(all)
      const damaged = bytes.slice()
      const place = at % bytes.length
      damaged[place] = (damaged[place] ?? 0) ^ by
      expect(() => decodeBlock(damaged)).toThrow(DamagedIndex)
      expect(() => decodeBlock(bytes.subarray(0, place))).toThrow(DamagedIndex)
    }),
  )
})

test.each([0, 1, 29, 30, 31, 0xfffe, 0xffff, 0x10000, 200_000])('%i bytes are padded and found again', (length) => {
  const bytes = new Uint8Array(length).fill(7)
  const whole = padded(bytes)
  expect(whole.length % grain).toBe(0)
  expect(Buffer.compare(unpadded(whole), bytes)).toBe(0)
})

test('a piece that is shorter than it says is refused', () => {
  expect(() => unpadded(padded(new Uint8Array(100)).subarray(0, 64))).toThrow(DamagedIndex)
  expect(() => unpadded(new Uint8Array(1))).toThrow(DamagedIndex)
})
