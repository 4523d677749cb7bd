import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteReader, byteWriter, checksum } from '../../../src/fulltext/format/bytes.ts'

const item = fc.oneof(fc.maxSafeNat(), fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 40 }))

test('what is written is read', () => {
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const writer = byteWriter(1)
      for (const one of items) {
        if (typeof one === 'number') writer.number(one)
        else if (typeof one === 'string') writer.text(one)
        else writer.raw(one)
      }
      const reader = byteReader(writer.bytes())
      const read = items.map((one) => {
        if (typeof one === 'number') return reader.number()
        return typeof one === 'string' ? reader.text() : Uint8Array.from(reader.raw(one.length))
      })
      expect(read).toEqual(items.map((one) => (one instanceof Uint8Array ? Uint8Array.from(one) : one)))
      expect(reader.at).toBe(writer.length)
    }),
  )
})

test('numbers below 128 take one byte', () => {
  const writer = byteWriter()
  writer.number(127)
  expect(writer.length).toBe(1)
  writer.number(128)
  expect(writer.length).toBe(3)
})

test('bytes that end too early are an error', () => {
  expect(() => byteReader(Uint8Array.of(128)).number()).toThrow(RangeError)
  expect(() => byteReader(Uint8Array.of(2, 97)).text()).toThrow(RangeError)
})

test('one changed byte changes the checksum', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, by) => {
      const other = bytes.slice()
      const place = at % bytes.length
      other[place] = (other[place] ?? 0) ^ by
      expect(checksum(other)).not.toBe(checksum(bytes))
    }),
  )
})
