import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agrees, halfDigitOf, workedOut } from '../../../src/model/number/rounding.ts'

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

test('what was worked out is written alike where the last places of two programs differ', () => {
  const figure = fc
    .double({ noNaN: true, noDefaultInfinity: true, min: 1e-6, max: 1e9 })
    .filter((one) => !Number.isInteger(one))
  fc.assert(
    fc.property(figure, (value) => {
      expect(Math.abs(workedOut(value) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-11)
      expect(workedOut(workedOut(value))).toBe(workedOut(value))
      expect(
        String(workedOut(value))
          .replace(/e.*$|[-.]/g, '')
          .replace(/^0+/, '').length,
      ).toBeLessThanOrEqual(12)
    }),
  )
  expect(workedOut({ pace: 0.7333333333333111, way: [{ on: '2026-01-01', value: 0.1 + 0.2 }], value: 52000 })).toEqual(
    workedOut({ pace: 0.7333333333333125, way: [{ on: '2026-01-01', value: 0.3 }], value: 52000 }),
  )
})
