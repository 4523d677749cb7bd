import { describe, expect, test } from 'vitest'
import { judge, row, targetWith } from './fixture.ts'

describe('the worked oracle of open-data §7.4', () => {
  const target = targetWith({
    kind: 'level',
    value: 160,
    from: '2024-01-01',
    deadline: '2026-12-31',
    baseline: { value: 100, on: '2023-12-31' },
  })
  const verdict = judge(target, [row('2025-06-30', 124)], { asOf: '2025-08-01' })

  test('24 of 60 in 547 of 1,096 days is a pace of 0.801463, slightly behind', () => {
    expect(verdict.status).toBe('slight')
    expect(verdict.reason).toBe('behind-pace')
    expect(verdict.p).toBe(0.4)
    expect(verdict.q).toBeCloseTo(0.499088, 6)
    expect(verdict.pace).toBeCloseTo(0.801463, 6)
  })

  test('36 are left for 549 days: 0.065574 a day, 1.4945 times the 0.043876 so far', () => {
    expect(verdict.required?.perDay).toBeCloseTo(0.065574, 6)
    expect(verdict.observed?.perDay).toBeCloseTo(0.043876, 6)
    expect((verdict.required?.perDay ?? 0) / (verdict.observed?.perDay ?? 1)).toBeCloseTo(1.4945, 4)
  })

  test('every number of the formula is filled in', () => {
    const text = verdict.formula.map((line) =>
      line.parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
    )
    expect(text).toEqual([
      'p ＝ （124 − 100） ÷ （160 − 100） ＝ 40%',
      'q ＝ 547 ÷ 1,096 ＝ 49.9%',
      'R ＝ 40% ÷ 49.9% ＝ 0.80',
      '160 − 124 ＝ 36 家',
      '（160 − 124） ÷ 549 ＝ 0.0656 家／天（23.9 家／年）',
      '0.0439 家／天（16 家／年）',
    ])
  })
})

describe('金华 2020: 200 亿元 of support, 184.6 亿元 by 10 June', () => {
  const target = targetWith({ value: 200e8, unit: '元', from: '2020-01-01', deadline: '2020-12-31' })
  const rows = [row('2020-06-10', 184.6e8, { unit: '元' })]

  test('184.6 of 200 in 162 of 366 days was on track, and the final figure is pending', () => {
    const verdict = judge(target, rows)
    expect(verdict.p).toBeCloseTo(0.923, 10)
    expect(verdict.q).toBeCloseTo(162 / 366, 12)
    expect(verdict.pace).toBeCloseTo(2.0853, 4)
    expect(verdict).toMatchObject({
      status: 'pending',
      reason: 'latest-before-deadline',
      atLastFigure: { status: 'ontrack', reason: 'on-pace' },
      measuredAt: '2020-06-10',
      assessable: true,
    })
  })

  test('the same on 30 June 2020 is simply on track', () => {
    expect(judge(target, rows, { asOf: '2020-06-30' })).toMatchObject({ status: 'ontrack', atLastFigure: undefined })
  })

  test('the achieved share is written 184.6 亿元 ÷ 200 亿元 ＝ 92.3%', () => {
    const [line] = judge(target, rows).formula
    expect(line?.parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')).toBe(
      'p ＝ 184.6 亿元 ÷ 200 亿元 ＝ 92.3%',
    )
  })
})
