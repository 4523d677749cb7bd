import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftDecimal } from '../../../src/model/number/decimal.ts'

test('the point moves without the noise of floating point', () => {
  expect(shiftDecimal('5.2', 4)).toBe(52000)
  expect(shiftDecimal('2055.62', 8)).toBe(205562000000)
  expect(shiftDecimal('2.5', -2)).toBe(0.025)
  expect(shiftDecimal('0.1', 1)).toBe(1)
  expect(shiftDecimal('1.1', 4)).toBe(11000)
})

test('scaling by 万 and 亿 equals whole-number arithmetic on the digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }), (units, places) => {
      const digits = String(units).padStart(places + 1, '0')
      const written = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
      expect(shiftDecimal(written, 4)).toBe(Number(BigInt(units) * 10n ** BigInt(4 - places)))
      expect(shiftDecimal(written, 8)).toBe(Number(BigInt(units) * 10n ** BigInt(8 - places)))
    }),
  )
})
