import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, formatDate, isRealDate, lastDayOf } from '../../../src/model/number/date.ts'

test('whole days lie between two days', () => {
  expect(daysBetween('2021-01-01', '2023-12-31')).toBe(1094)
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2)
})

test('adding days crosses months and leap days', () => {
  expect(addDays('2023-12-31', 1)).toBe('2024-01-01')
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
})

test('a day that the calendar does not have is named with its last day', () => {
  expect(isRealDate('2021-11-31')).toEqual({ ok: false, reason: 'day', lastDay: 30, suggestion: '2021-11-30' })
  expect(isRealDate('2024-02-30')).toEqual({ ok: false, reason: 'day', lastDay: 29, suggestion: '2024-02-29' })
  expect(isRealDate('2100-02-29')).toMatchObject({ reason: 'day', lastDay: 28 })
  expect(isRealDate('2021-13-01')).toEqual({ ok: false, reason: 'month' })
  expect(isRealDate('2021-04-00')).toMatchObject({ reason: 'day', suggestion: '2021-04-01' })
})

test.each([
  ['2021.11.8', '2021-11-08'],
  ['2021/11/8', '2021-11-08'],
  ['2021-11-8', '2021-11-08'],
  ['2021年11月8日', '2021-11-08'],
  ['2021 年 11 月 8 日', '2021-11-08'],
  ['２０２１-１１-０８', '2021-11-08'],
  ['20211108', '2021-11-08'],
  ['2021/2/30', '2021-02-28'],
])('%s is written in another form and %s is suggested', (text, suggestion) => {
  expect(isRealDate(text)).toEqual({ ok: false, reason: 'format', suggestion })
})

test.each(['', '昨日', '2021', '2021-11', '12021-11-08', '2021.13.1'])('nothing is suggested for “%s”', (text) => {
  expect(isRealDate(text)).toEqual({ ok: false, reason: 'format', suggestion: undefined })
})

test('dates are written for both languages', () => {
  expect(formatDate('2021-11-08', 'zh')).toBe('2021年11月8日')
  expect(formatDate('2021-11-08', 'en')).toBe('8 November 2021')
})

const isoDays = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('every day of the calendar is real, and adding days is undone by counting them', () => {
  fc.assert(
    fc.property(isoDays, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
      expect(isRealDate(day)).toEqual({ ok: true })
      expect(daysBetween(day, addDays(day, n))).toBe(n)
    }),
  )
})

test('a suggestion is always a real day', () => {
  const loose = fc
    .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }))
    .chain(([y, m, d]) => fc.constantFrom(`${y}.${m}.${d}`, `${y}-${m}-${d}`, `${y}年${m}月${d}日`))
  fc.assert(
    fc.property(loose, (text) => {
      const check = isRealDate(text)
      if (!check.ok && check.suggestion) expect(isRealDate(check.suggestion)).toEqual({ ok: true })
      else expect(check.ok || check.suggestion === undefined).toBe(true)
    }),
  )
})

test('the last day of a month is followed by the first of the next', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const last = `${year}-${String(month).padStart(2, '0')}-${lastDayOf(year, month)}`
      expect(addDays(last, 1).slice(8)).toBe('01')
    }),
  )
})
