import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DamagedIndex } from '../../../src/fulltext/format/block.ts'
import { blocksAround, sealedText, unsealedText } from '../../../src/fulltext/format/text-blocks.ts'

const text = fc.uint8Array({ minLength: 1, maxLength: 1500 })

test('any slice is read back, and a changed byte of it is refused', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, a, b, at, by) => {
      const [start, end] = [a % bytes.length, b % bytes.length].sort((one, other) => one - other) as [number, number]
      const file = sealedText(bytes)
      const around = blocksAround(start, end + 1)
      const blocks = file.slice(around.start, around.end)
      expect(unsealedText(blocks, start, end + 1)).toEqual(bytes.slice(start, end + 1))
      const place = at % blocks.length
      blocks[place] = (blocks[place] ?? 0) ^ by
      expect(() => unsealedText(blocks, start, end + 1)).toThrow(DamagedIndex)
      expect(() => unsealedText(blocks.slice(0, 3), start, end + 1)).toThrow(DamagedIndex)
    }),
    { numRuns: 60 },
  )
})

test('one block does not pass for another', () => {
  const file = sealedText(Uint8Array.from({ length: 124 * 3 }, () => 7))
  expect(() => unsealedText(file.slice(128, 256), 0, 10)).toThrow(DamagedIndex)
})
