import { expect, test } from 'vitest'
import { agrees, halfDigitOf } from '../../../src/model/number/rounding.ts'

test.each([
  ['184.6', false, 0.05],
  ['184', false, 0.5],
  ['184', true, 0],
  ['184.60', true, 0.005],
] as const)('the last digit of %s may hide half a unit', (text, exact, half) => {
  expect(halfDigitOf(text, exact)).toBeCloseTo(half, 12)
})

test('parts add up to a total that was rounded by itself', () => {
  const slack = ['99.46', '70.49', '14.64', '184.6'].reduce((so, text) => so + halfDigitOf(text), 0)
  expect(agrees(99.46 + 70.49 + 14.64, 184.6, slack)).toBe(true)
  expect(agrees(99.46 + 70.49 + 14.64, 184.9, slack)).toBe(false)
})
