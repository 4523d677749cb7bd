import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/model/number/date.ts'
import { judge, row, targetWith, textOf } from '../fixture.ts'

const level = targetWith({
  kind: 'level',
  value: 160,
  from: '2024-01-01',
  deadline: '2026-12-31',
  baseline: { value: 100, on: '2023-12-31' },
})
const judged = { asOf: '2025-08-01' }

describe('equal growth from 100 to 160 in three years, 124 after 547 of 1,096 days', () => {
  const verdict = judge({ ...level, path: 'geometric' }, [row('2025-06-30', 124)], judged)

  test('(1.6^0.499088 − 1) ÷ 0.6 = 0.4406146, so 40 % of the way is a pace of 0.907823', () => {
    expect(verdict.q).toBeCloseTo(0.4406146, 6)
    expect(verdict.pace).toBeCloseTo(0.907823, 6)
    expect(verdict.status).toBe('slight')
  })

  test('the formula shows the growth, and the path bends below the straight line', () => {
    expect(textOf(verdict).slice(1, 3)).toEqual([
      '已过时间 e ＝ 547 ÷ 1,096 ＝ 49.9%',
      '应达比例 q ＝ （1.6 ^ 0.4991 − 1） ÷ （1.6 − 1） ＝ 44.1%',
    ])
    expect(verdict.way?.at(0)).toEqual({ on: '2023-12-31', value: 100 })
    expect(verdict.way?.at(-1)).toEqual({ on: '2026-12-31', value: 160 })
    const half = verdict.way?.[12]
    expect(half?.value).toBeCloseTo(100 * Math.sqrt(1.6), 9)
    expect(verdict.inputs.find((input) => input.symbol === 'q')?.value).toBe(verdict.q)
  })

  test('from nothing there is no equal growth: by days, and the words say so', () => {
    const base = { value: 0, on: '2023-12-31' }
    const verdict = judge({ ...level, baseline: base, path: 'geometric' }, [row('2025-06-30', 80)], judged)
    expect(verdict.q).toBeCloseTo(547 / 1096, 12)
    expect(verdict.formula[1]?.words?.zh).toContain('改按天数')
    expect(verdict.way).toBeUndefined()
  })
})

describe('published values: 110 at the end of 2024, 140 at the end of 2025, 160 at the end of 2026', () => {
  const target = {
    ...level,
    milestones: [
      { on: '2024-12-31', value: 110 },
      { on: '2025-12-31', value: 140 },
    ],
  }

  test('on 30 June 2025 110 + 30 × 181 ÷ 365 = 124.877 is due: q = 24.877 ÷ 60 = 0.4146', () => {
    const verdict = judge(target, [row('2025-06-30', 124)], judged)
    const due = 110 + (30 * 181) / 365
    expect(verdict.q).toBeCloseTo((due - 100) / 60, 12)
    expect(verdict.pace).toBeCloseTo(24 / (due - 100), 12)
    expect(verdict.status).toBe('ontrack')
    expect(textOf(verdict).slice(1, 3)).toEqual([
      '此时应达 110 ＋ （140 − 110） × 181 ÷ 365 ＝ 124.877 家',
      '应达比例 q ＝ （124.877 − 100） ÷ （160 − 100） ＝ 41.5%',
    ])
    expect(verdict.way?.map((point) => point.value)).toEqual([100, 110, 140, 160])
  })

  test('they are preferred, unless the path is said to be even', () => {
    const rows = [row('2025-06-30', 124)]
    expect(judge({ ...target, path: 'linear' }, rows, judged).q).toBeCloseTo(547 / 1096, 12)
  })

  test('on the day of a value that value is due: 110 is 10 of 60', () => {
    const verdict = judge(target, [row('2024-12-31', 110)], { asOf: '2025-02-01' })
    expect(verdict).toMatchObject({ status: 'ontrack', q: 1 / 6, pace: 1 })
  })

  test('a total of 30 by the end of 2021 and 90 in all counts from nothing', () => {
    const sum = targetWith({ value: 90, milestones: [{ on: '2021-12-31', value: 30 }] })
    const verdict = judge(sum, [row('2021', 24)], { asOf: '2022-02-01' })
    expect(verdict.q).toBeCloseTo(30 / 90, 12)
    expect(verdict.pace).toBeCloseTo(0.8, 12)
  })
})

describe('the seasons: 40 % and 44 % of the year done by the end of June in 2019 and 2020', () => {
  const earlier = [row('2019-01/2019-06', 40), row('2019', 100), row('2020-01/2020-06', 88), row('2020', 200)]
  const yearly = targetWith({ kind: 'yearly', every: 'year', value: 100, path: 'seasonal' })
  const half = row('2021-01/2021-06', 42)
  const asOf = '2021-08-01'

  test('42 of 100 by June 2021: (40 % + 44 %) ÷ 2 = 42 % was to be expected, a pace of 1', () => {
    const verdict = judge(yearly, [...earlier, half], { asOf })
    expect(verdict.q).toBeCloseTo(0.42, 12)
    expect(verdict.pace).toBeCloseTo(1, 12)
    expect(verdict.status).toBe('ontrack')
    expect(textOf(verdict)).toContain('往年同月 s ＝ （40% ＋ 44%） ÷ 2 ＝ 42%')
  })

  test('by days it would have been 42 % ÷ 49.6 % = 0.85', () => {
    expect(judge({ ...yearly, path: 'linear' }, [...earlier, half], { asOf }).pace).toBeCloseTo(0.42 / (181 / 365), 12)
  })

  test('one earlier year is no rhythm: by days, and the words say so', () => {
    const verdict = judge(yearly, [...earlier.slice(2), half], { asOf })
    expect(verdict.q).toBeCloseTo(181 / 365, 12)
    expect(verdict.formula.some((line) => line.words?.zh.includes('不足两年'))).toBe(true)
  })

  test('a year with a month missing, or in another unit, is no earlier year', () => {
    const gap = [row('2019-02/2019-06', 40), row('2019', 100), ...earlier.slice(2), half]
    expect(judge(yearly, gap, { asOf }).q).toBeCloseTo(181 / 365, 12)
    const other = earlier.map((one) => ({ ...one, unit: '户' }))
    expect(judge(yearly, [...other, half], { asOf }).q).toBeCloseTo(181 / 365, 12)
  })

  test('a total over three years: (365 + 42 % × 365) ÷ 1,095 by June 2022', () => {
    const target = targetWith({ value: 300, path: 'seasonal' })
    const rows = [...earlier, row('2021-01/2021-06', 42), row('2021', 100), row('2022-01/2022-06', 40)]
    const verdict = judge(target, rows, { asOf: '2022-08-01' })
    // 2021 is an earlier year by then: (40 + 44 + 42) ÷ 3 = 42.
    expect(verdict.q).toBeCloseTo((365 + 0.42 * 365) / 1095, 12)
    expect(verdict.p).toBeCloseTo(140 / 300, 12)
    expect(verdict.way?.at(0)).toEqual({ on: '2020-12-31', value: 0 })
    expect(verdict.way?.at(-1)?.on).toBe('2023-12-31')
    expect(verdict.way?.at(-1)?.value).toBeCloseTo(300, 9)
  })

  test('at the deadline everything is due', () => {
    const target = targetWith({ value: 300, path: 'seasonal' })
    expect(judge(target, [...earlier, row('2021/2023', 270)])).toMatchObject({ status: 'missed', q: 1 })
  })
})

test('on any path, who is where the path is has a pace of 1', () => {
  const span = fc.integer({ min: 200, max: 1095 })
  const size = fc.integer({ min: 1, max: 1_000_000 })
  fc.assert(
    fc.property(size, size, size, span, fc.constantFrom('geometric', 'milestones'), (a, b, c, days, path) => {
      fc.pre(a !== b)
      const target = targetWith({
        kind: 'level',
        value: b,
        comparator: b < a ? 'le' : 'ge',
        baseline: { value: a, on: '2020-12-31' },
        path,
        milestones: [{ on: '2022-06-30', value: (a + b) / 2 + (c / 1e6 - 0.5) * (b - a) * 0.5 }],
      })
      const at = addDays('2020-12-31', days)
      const { q = 0 } = judge(target, [row(at, a)], { asOf: at })
      const y = a + q * (b - a)
      const verdict = judge(target, [row(at, y)], { asOf: at })
      if (q >= 0.1) expect(verdict.pace).toBeCloseTo(1, 6)
      expect(Number.isFinite(q)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
