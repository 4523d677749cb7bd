import { expect, test } from 'vitest'
import { constraintMove } from '../../../src/model/data/constraint-step.ts'

test.each([
  [{}, {}, 'same'],
  [{ required: true }, { required: true }, 'same'],
  [{}, { required: true }, 'tighter'],
  [{ required: true }, {}, 'looser'],
  [{ minimum: 0 }, { minimum: 1 }, 'tighter'],
  [{ minimum: 1 }, { minimum: 0 }, 'looser'],
  [{ maximum: 9 }, { maximum: 8 }, 'tighter'],
  [{ maximum: 8 }, { maximum: 9 }, 'looser'],
  [{ maxLength: 5 }, { maxLength: 6 }, 'looser'],
  [{ enum: ['a'] }, { enum: ['a', 'b'] }, 'looser'],
  [{ enum: ['a', 'b'] }, { enum: ['a', 'c'] }, 'tighter'],
  [{ pattern: 'a' }, { pattern: 'b' }, 'tighter'],
  [{ minimum: 1, maximum: 5 }, { minimum: 0, maximum: 4 }, 'tighter'],
] as const)('from %j to %j the constraints are %s', (before, after, expected) => {
  expect(constraintMove(before, after)).toBe(expected)
})
