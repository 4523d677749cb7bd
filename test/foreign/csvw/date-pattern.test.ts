import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDatePattern } from '../../../src/foreign/csvw/date-pattern.ts'
import { momentOf, parseMoment } from '../../../src/foreign/csvw/moment.ts'

const dates = [
  'yyyy-MM-dd',
  'yyyyMMdd',
  'dd-MM-yyyy',
  'MM-dd-yyyy',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd.MM.yyyy',
  'MM.dd.yyyy',
]
const short = ['d-M-yyyy', 'M-d-yyyy', 'd/M/yyyy', 'M/d/yyyy', 'd.M.yyyy', 'M.d.yyyy']
const times = ['HH:mm:ss', 'HHmmss', 'HH:mm', 'HHmm', 'HH:mm:ss.SSS']
const zones = ['', 'X', 'XX', 'XXX', 'x', 'xx', 'xxx', ' X', ' xxx']

describe('a date pattern', () => {
  test('reads back what it writes: every date, time and zone', () => {
    const day = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    const minutes = fc.integer({ min: -14 * 60, max: 14 * 60 })
    const pattern = fc.tuple(fc.constantFrom(...dates, ...short), fc.constantFrom(...times), fc.constantFrom(...zones))
    fc.assert(
      fc.property(day, minutes, pattern, (date, zone, [datePart, timePart, zonePart]) => {
        const whole = `${datePart} ${timePart}${zonePart}`
        const found = parseDatePattern(whole)?.parse(write(date, zone, whole))
        expect(found).toMatchObject({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          ...(timePart.includes('ss') && { second: date.getUTCSeconds() }),
          ...(zonePart !== '' && { zone }),
        })
      }),
    )
  })

  test.each([...dates, ...short])('%s stands alone, before a time and before a zone', (pattern) => {
    expect(parseDatePattern(pattern)).toMatchObject({ hasDate: true, hasTime: false })
    expect(parseDatePattern(`${pattern} HH:mm`)).toMatchObject({ hasDate: true, hasTime: true })
    expect(parseDatePattern(`${pattern}XXX`)).toMatchObject({ hasDate: true, hasTime: false })
  })

  test.each([
    '',
    'yy-MM-dd',
    'yyyy年M月d日',
    'MMM d',
    'yyyy-MM-ddHH:mm',
    'dd.MM.yyyyTHH:mm',
    'HH:mm XXXX',
    'yyyy-MM-dd T',
    'h:mm a',
  ])('“%s” is none that CSVW knows', (pattern) => expect(parseDatePattern(pattern)).toBeUndefined())

  test('asks for as many digits as it has letters', () => {
    const read = (pattern: string, text: string) => parseDatePattern(pattern)?.parse(text) !== undefined
    expect([read('d/M/yyyy', '2/3/2026'), read('d/M/yyyy', '02/03/2026'), read('dd/MM/yyyy', '2/3/2026')]).toEqual([
      true,
      true,
      false,
    ])
    expect([
      read('HH:mm:ss.SS', '08:30:00'),
      read('HH:mm:ss.SS', '08:30:00.25'),
      read('HH:mm:ss.SS', '08:30:00.255'),
    ]).toEqual([true, true, false])
  })
})

describe('a moment', () => {
  test('agrees with Date on every day and time', () => {
    const min = new Date('0001-01-01T00:00:00Z')
    fc.assert(
      fc.property(fc.date({ min, max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }), (date) => {
        const text = date.toISOString()
        const moment = parseMoment(text, 'dateTime')
        expect(moment?.seconds).toBe(Math.floor(date.getTime() / 1000))
        expect(parseMoment(text.slice(0, 10), 'date')?.seconds).toBe(Date.parse(text.slice(0, 10)) / 1000)
      }),
    )
  })

  test('is a real one', () => {
    const real = (text: string, datatype: string) => parseMoment(text, datatype) !== undefined
    expect(['2024-02-29', '2000-02-29', '-0004-02-29'].map((text) => real(text, 'date'))).toEqual([true, true, true])
    expect(['2023-02-29', '1900-02-29', '2024-13-01', '2024-04-31'].map((text) => real(text, 'date'))).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect([real('24:00:00', 'time'), real('24:00:01', 'time'), real('23:59:60', 'time')]).toEqual([true, false, false])
    expect([real('--02-29', 'gMonthDay'), real('---31', 'gDay'), real('--13', 'gMonth')]).toEqual([true, true, false])
    expect(['2026-01-02T00:00:00', '2026-01-02T00:00:00Z'].map((text) => real(text, 'dateTimeStamp'))).toEqual([
      false,
      true,
    ])
    expect(real('2026-01-02+14:01', 'date')).toBe(false)
  })

  test('is the same in every time zone', () => {
    const seconds = (text: string) => parseMoment(text, 'dateTime')?.seconds
    expect(seconds('2026-01-02T08:00:00+08:00')).toBe(seconds('2026-01-02T00:00:00Z'))
    expect(seconds('2026-01-01T24:00:00Z')).toBe(seconds('2026-01-02T00:00:00Z'))
    expect(momentOf({ year: 2026, month: 2, day: 30 }, 'date')).toBeUndefined()
  })
})

/** Writes the day and time of a Date, taken as local to a zone, by a pattern. */
function write(date: Date, zone: number, pattern: string): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()]
  const offset = `${zone < 0 ? '-' : '+'}${two(Math.floor(Math.abs(zone) / 60))}`
  const minutes = two(Math.abs(zone) % 60)
  const parts: Readonly<Record<string, string>> = {
    yyyy: String(date.getUTCFullYear()).padStart(4, '0'),
    MM: two(month),
    M: String(month),
    dd: two(day),
    d: String(day),
    HH: two(date.getUTCHours()),
    mm: two(date.getUTCMinutes()),
    ss: two(date.getUTCSeconds()),
    SSS: String(date.getUTCMilliseconds()).padStart(3, '0'),
    x: offset + minutes,
    xx: offset + minutes,
    xxx: `${offset}:${minutes}`,
  }
  return pattern.replaceAll(
    /yyyy|MM?|dd?|HH|mm|ss|SSS|[Xx]{1,3}/g,
    (symbol) => parts[symbol] ?? parts[symbol.toLowerCase()] ?? '',
  )
}
