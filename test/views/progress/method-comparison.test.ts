import { describe, expect, test } from 'vitest'
import { compareMethods, workedComparison } from '../../../src/views/progress/method-comparison.ts'
import { judge, row, targetWith } from '../../progress/fixture.ts'

describe('the worked example by both methods', () => {
  const found = workedComparison()

  test('by days 0.4 ÷ 0.499088 = 0.801463; by growth 15.42 % ÷ 16.96 % = 0.909161', () => {
    expect(found?.ours.pace).toBeCloseTo(0.801463, 6)
    expect(found?.theirs.value).toBeCloseTo((1.24 ** (1 / 1.5) - 1) / (1.6 ** (1 / 3) - 1), 12)
    expect(found?.theirs.value).toBeCloseTo(0.909161, 6)
  })

  test('both put it one step behind, with 7.1429 × 0.909161 − 4.2857 = 2.208 of 5', () => {
    expect(found?.ours.status).toBe('slight')
    expect(found?.theirs).toMatchObject({ status: 'moderate', score: expect.closeTo(2.2083, 3) })
  })
})

describe('a target of the site', () => {
  const falling = targetWith({
    kind: 'level',
    comparator: 'le',
    value: 50,
    baseline: { value: 100, on: '2020-12-31' },
  })
  const judged = { asOf: '2023-02-01' }

  test('that has to fall from 100 to 50 and stands at 70 after two of three years is compared downwards', () => {
    const found = compareMethods(falling, judge(falling, [row('2022-12-31', 70)], judged))
    expect(found?.ours.pace).toBeCloseTo(0.6 / (730 / 1095), 12)
    expect(found?.theirs.value).toBeCloseTo((1 - 0.7 ** (1 / 2)) / (1 - 0.5 ** (1 / 3)), 12)
  })

  test('without a baseline, without a figure, or as a total, is not compared', () => {
    const open = { ...falling, baseline: undefined }
    expect(compareMethods(open, judge(open, [row('2022-12-31', 70)], judged))).toBeUndefined()
    expect(compareMethods(falling, judge(falling, [], judged))).toBeUndefined()
    const total = targetWith()
    expect(compareMethods(total, judge(total, [row('2021', 20_000)], { asOf: '2022-02-01' }))).toBeUndefined()
  })

  test('from nothing has no ratio in ours that theirs could follow: theirs takes 0.001', () => {
    const rising = { ...falling, comparator: 'ge' as const, baseline: { value: 0, on: '2020-12-31' } }
    const found = compareMethods(rising, judge(rising, [row('2022-12-31', 20)], judged))
    expect(found?.ours.pace).toBeCloseTo(0.6, 12)
    // By growth from 0.001 it would be ahead: 20,000-fold in two years against 50,000-fold in three.
    expect(found?.theirs.status).toBe('substantial')
  })
})
