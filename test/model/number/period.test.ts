import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  comparePeriods,
  type Period,
  parsePeriod,
  periodDays,
  periodLabel,
  yearBefore,
} from '../../../src/model/number/period.ts'

test.each<[string, string, string, string, Period['kind']]>([
  ['2023', '2023', '2023-01-01', '2023-12-31', 'year'],
  ['2023-09', '2023-09', '2023-09-01', '2023-09-30', 'month'],
  ['2023-09-30', '2023-09-30', '2023-09-30', '2023-09-30', 'day'],
  ['2023-Q1', '2023-Q1', '2023-01-01', '2023-03-31', 'quarter'],
  ['2023-H2', '2023-H2', '2023-07-01', '2023-12-31', 'half'],
  ['2023-01/2023-09', '2023-01/2023-09', '2023-01-01', '2023-09-30', 'range'],
  ['2021/2023', '2021/2023', '2021-01-01', '2023-12-31', 'range'],
  ['2020-01-01/2020-06-10', '2020-01-01/2020-06-10', '2020-01-01', '2020-06-10', 'range'],
  ['2021年', '2021', '2021-01-01', '2021-12-31', 'year'],
  ['２０２１ 年', '2021', '2021-01-01', '2021-12-31', 'year'],
  ['二〇二一年', '2021', '2021-01-01', '2021-12-31', 'year'],
  ['2021年上半年', '2021-H1', '2021-01-01', '2021-06-30', 'half'],
  ['2021年第三季度', '2021-Q3', '2021-07-01', '2021-09-30', 'quarter'],
  ['2021年一季度', '2021-Q1', '2021-01-01', '2021-03-31', 'quarter'],
  ['2021年前三季度', '2021-01/2021-09', '2021-01-01', '2021-09-30', 'range'],
  ['2021年1—9月', '2021-01/2021-09', '2021-01-01', '2021-09-30', 'range'],
  ['2021年1-9月份', '2021-01/2021-09', '2021-01-01', '2021-09-30', 'range'],
  ['2021年1月至9月', '2021-01/2021-09', '2021-01-01', '2021-09-30', 'range'],
  ['2021—2023年', '2021/2023', '2021-01-01', '2023-12-31', 'range'],
  ['2021年至2023年', '2021/2023', '2021-01-01', '2023-12-31', 'range'],
  ['2020年6月10日', '2020-06-10', '2020-06-10', '2020-06-10', 'day'],
  ['二〇二〇年六月十日', '2020-06-10', '2020-06-10', '2020-06-10', 'day'],
  ['截至2020年6月10日', '2020-06-10', '2020-06-10', '2020-06-10', 'day'],
  ['截至2022年11月底', '2022-11-30', '2022-11-30', '2022-11-30', 'day'],
  ['截至2022年', '2022-12-31', '2022-12-31', '2022-12-31', 'day'],
  ['2023年底', '2023-12-31', '2023-12-31', '2023-12-31', 'day'],
  ['2023年1月21日至2月2日', '2023-01-21/2023-02-02', '2023-01-21', '2023-02-02', 'range'],
])('%s is read as %s', (written, text, start, end, kind) => {
  expect(parsePeriod(written)).toEqual({ text, start, end, kind })
})

test.each([
  '',
  '2024-02-30',
  '2023-13',
  '2023-Q5',
  '2023/2021',
  '2023/2023-09',
  '2021年13月',
  '2021年9—1月',
  '近期',
  '春节期间',
  '截至11月底',
  '2021年2月30日',
])('“%s” is no period', (text) => {
  expect(parsePeriod(text)).toBeUndefined()
})

test.each([
  ['2023', '2023年', '2023'],
  ['2021-H1', '2021年上半年', 'first half of 2021'],
  ['2021-Q3', '2021年第三季度', 'Q3 2021'],
  ['2023-09', '2023年9月', 'September 2023'],
  ['2020-06-10', '2020年6月10日', '10 June 2020'],
  ['2023-01/2023-09', '2023年1—9月', 'January–September 2023'],
  ['2022-11/2023-02', '2022年11月—2023年2月', 'November 2022–February 2023'],
  ['2021/2023', '2021—2023年', '2021–2023'],
  ['2020-01-01/2020-06-10', '2020年1月1日—2020年6月10日', '1 January 2020 – 10 June 2020'],
])('%s is shown as %s', (text, zh, en) => {
  const period = read(text)
  expect([periodLabel(period, 'zh'), periodLabel(period, 'en')]).toEqual([zh, en])
})

test('the moment of a count is shown as such', () => {
  expect(periodLabel(read('2020-06-10'), 'zh', true)).toBe('截至2020年6月10日')
  expect(periodLabel(read('2020-06-10'), 'en', true)).toBe('as of 10 June 2020')
  expect(periodLabel(read('2020'), 'zh', true)).toBe('2020年')
})

test('periods are ordered by their end, then the shorter first', () => {
  const texts = ['2023', '2023-09', '2023-12', '2022', '2023-12-31', '2023-H1']
  expect(
    texts
      .map(read)
      .sort(comparePeriods)
      .map((one) => one.text),
  ).toEqual(['2022', '2023-H1', '2023-09', '2023-12-31', '2023-12', '2023'])
})

test('days are counted with both ends', () => {
  expect([read('2023'), read('2024'), read('2023-09-30'), read('2021/2023')].map(periodDays)).toEqual([
    365, 366, 1, 1095,
  ])
})

const years = fc.integer({ min: 1900, max: 2199 })
const months = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, '0'))
const periods = fc.oneof(
  years.map(String),
  fc.tuple(years, months).map(([y, m]) => `${y}-${m}`),
  fc
    .tuple(years, months, fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${m}-${String(d).padStart(2, '0')}`),
  fc.tuple(years, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
  fc.tuple(years, fc.integer({ min: 1, max: 2 })).map(([y, h]) => `${y}-H${h}`),
  fc.tuple(years, fc.integer({ min: 0, max: 20 })).map(([y, n]) => `${y}/${y + n}`),
  fc.tuple(years, months, fc.integer({ min: 1, max: 3 }), months).map(([y, m, n, l]) => `${y}-${m}/${y + n}-${l}`),
)

test('the text of a period reads back as the same period, and so does its Chinese label', () => {
  fc.assert(
    fc.property(periods, (text) => {
      const period = read(text)
      expect(period.text).toBe(text)
      expect(period.start <= period.end).toBe(true)
      expect(periodDays(period)).toBeGreaterThan(0)
      if (period.kind !== 'range') expect(parsePeriod(periodLabel(period, 'zh'))).toEqual(period)
    }),
  )
})

function read(text: string): Period {
  const period = parsePeriod(text)
  if (!period) throw new Error(`${text} is no period`)
  return period
}

test.each([
  ['2023', '2022'],
  ['2023-H1', '2022-H1'],
  ['2023-01/2023-09', '2022-01/2022-09'],
  ['2024-02', '2023-02'],
  ['2024-02-29', undefined],
])('a year before %s is %s', (text, before) => {
  const period = parsePeriod(text)
  expect(period && yearBefore(period)?.text).toBe(before)
})
