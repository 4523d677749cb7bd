import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '../../../src/publish/formats/day-number.ts'

test('a day has the number that the clock of the language gives it', () => {
  const day = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (date) => {
      expect(dayNumber(date.toISOString().slice(0, 10))).toBe(Math.floor(date.getTime() / 86_400_000))
    }),
  )
})

test.each([
  '2023-02-29',
  '1900-02-29',
  '2024-00-10',
  '2024-13-01',
  '2024-04-31',
  '2024-1-1',
  '2024/01/01',
  '２０２４-01-01',
  '',
])('“%s” is no day', (text) => {
  expect(dayNumber(text)).toBeUndefined()
})
