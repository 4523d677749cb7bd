import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestDifference } from './line-pair.ts'

test.each([
  [['a', 'b', 'c'], ['a', 'x', 'c'], 1, { wrong: [1, 2], right: [1, 2] }],
  [['a', 'b', 'c'], ['a', 'c'], 1, { wrong: [1, 2], right: [1, 1] }],
  [['a', 'c'], ['a', 'b', 'c'], 0, { wrong: [1, 1], right: [1, 2] }],
  [['x', 'b', 'y'], ['a', 'b', 'c'], 2, { wrong: [2, 3], right: [2, 3] }],
  [['a'], ['a'], 0, undefined],
])('%j and %j differ near %i', (wrong, right, line, pair) => {
  expect(nearestDifference(wrong, right, line)).toEqual(pair)
})

test('outside all differences the texts are equal: one difference put right leaves one less', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
  fc.assert(
    fc.property(texts, texts, (wrong, right) => {
      let text = wrong
      for (let round = 0; round <= right.length + wrong.length; round++) {
        const pair = nearestDifference(text, right, 0)
        if (!pair) break
        text = [...text.slice(0, pair.wrong[0]), ...right.slice(...pair.right), ...text.slice(pair.wrong[1])]
      }
      expect(text).toEqual(right)
    }),
  )
})
