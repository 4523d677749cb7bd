import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteIndex } from '../../../src/read/csv/byte-index.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '市'), maxLength: 4 })

/** A string in the midst of other bytes. */
function within(words: string): [Uint8Array, number, number] {
  const data = Buffer.from(`"${words}",`)
  return [data, 1, data.length - 2]
}

test('numbers strings in the order they came, each once', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 400 }), fc.boolean(), (words, isSorted) => {
      const list = isSorted ? words.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)) : words
      const index = byteIndex()
      const numbers = new Map<string, number>()
      for (const word of list) {
        const known = numbers.get(word)
        expect(index.put(...within(word))).toBe(known ?? ~numbers.size)
        if (known === undefined) numbers.set(word, numbers.size)
      }
      expect(index.size).toBe(numbers.size)
      for (const [word, number] of numbers) {
        expect(index.find(...within(word))).toBe(number)
        expect(index.textOf(number)).toBe(word)
      }
      expect(index.find(...within('absent'))).toBe(-1)
    }),
  )
})

test('holds many strings, in order and then out of order', () => {
  const index = byteIndex()
  for (let at = 0; at < 300_000; at++) index.put(...within(`key-${String(at).padStart(7, '0')}`))
  expect(index.put(...within('key-0299999'))).toBe(299_999)
  expect(index.put(...within('key-0000007'))).toBe(7)
  expect(index.put(...within('key'))).toBe(~300_000)
  expect(index.textOf(299_999)).toBe('key-0299999')
  for (let at = 0; at < 300_000; at += 1001)
    expect(index.find(...within(`key-${String(at).padStart(7, '0')}`))).toBe(at)
})
