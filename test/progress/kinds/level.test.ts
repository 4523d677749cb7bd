import { describe, expect, test } from 'vitest'
import { indicatorWith, judge, row, targetWith } from '../fixture.ts'

describe('存量: a level at the end of 2023', () => {
  const parks = targetWith({ kind: 'level', comparator: 'gt', value: 70, unit: '个' })
  const based = targetWith({ kind: 'level', value: 200, baseline: { value: 100, on: '2020-12-31' } })

  test('without a baseline 60 of 70 says nothing about the pace', () => {
    const verdict = judge(parks, [row('2022-12-31', 60, { unit: '个' })], { asOf: '2023-02-01' })
    expect(verdict).toMatchObject({ status: 'unable', reason: 'no-baseline', p: undefined })
  })

  test('超过70 is not 70 but 71', () => {
    expect(judge(parks, [row('2023-12-31', 70, { unit: '个' })]).status).toBe('missed')
    expect(judge(parks, [row('2023-12-31', 71, { unit: '个' })]).status).toBe('achieved')
  })

  test('a level that was reached in 2022 can fall again: after the deadline it is pending, 当时已完成', () => {
    const verdict = judge(parks, [row('2022-12-31', 80, { unit: '个' })])
    expect(verdict).toMatchObject({ status: 'pending', atLastFigure: { status: 'achieved' } })
  })

  test('a count of March 2024, within 92 days of the deadline, is the final one; one of June is not', () => {
    expect(judge(parks, [row('2024-03-31', 71, { unit: '个' })]).status).toBe('achieved')
    expect(judge(parks, [row('2024-06-30', 71, { unit: '个' })])).toMatchObject({ status: 'nofigure' })
  })

  test('the first figure at or after the deadline decides, not a later one', () => {
    const rows = [row('2023-12-31', 60, { unit: '个' }), row('2024-03-31', 75, { unit: '个' })]
    expect(judge(parks, rows).status).toBe('missed')
  })

  test('130 of 100 → 200 after a third of the time: 30 % ÷ 33.3 % = 0.90, slightly behind', () => {
    const verdict = judge(based, [row('2021-12-31', 130)], { asOf: '2022-02-01' })
    expect(verdict).toMatchObject({ status: 'slight', p: 0.3 })
    expect(verdict.pace).toBeCloseTo(0.9, 12)
  })

  test('95 of 100 → 200 moved away', () => {
    expect(judge(based, [row('2021-12-31', 95)], { asOf: '2022-02-01' }).status).toBe('reverse')
  })

  test('a level that has to fall from 100 to 40 and stands at 80 has gone a third of the way', () => {
    const falling = targetWith({
      kind: 'level',
      comparator: 'le',
      value: 40,
      baseline: { value: 100, on: '2020-12-31' },
    })
    const verdict = judge(falling, [row('2021-12-31', 80)], { asOf: '2022-02-01' })
    expect(verdict.p).toBeCloseTo(1 / 3, 12)
    expect(verdict.status).toBe('ontrack')
  })

  test('a baseline that already meets the target makes it a level to be kept', () => {
    const kept = targetWith({ kind: 'level', value: 100, baseline: { value: 120, on: '2020-12-31' } })
    expect(judge(kept, [row('2021-12-31', 110)], { asOf: '2022-02-01' })).toMatchObject({ reason: 'holding' })
    expect(judge(kept, [row('2021-12-31', 96)], { asOf: '2022-02-01' })).toMatchObject({ reason: 'within-tolerance' })
    expect(judge(kept, [row('2021-12-31', 90)], { asOf: '2022-02-01' })).toMatchObject({ reason: 'breached' })
  })

  test('a quarter of a yearly amount is not held against the target', () => {
    const gdp = targetWith({ kind: 'level', value: 2500, baseline: { value: 1486, on: '2020-12-31' } })
    const verdict = judge(gdp, [row('2023-01/2023-03', 500)], { indicator: indicatorWith({ kind: 'flow' }) })
    expect(verdict.near.map((one) => one.why)).toEqual(['不是整年的数，与目标不可比'])
    expect(verdict.status).toBe('nofigure')
  })
})
