import { describe, expect, test } from 'vitest'
import { judge, row, targetWith } from './fixture.ts'

const share = { unit: '比率' }

describe('门槛, 区间, 节点, 趋势, 位次, 定性', () => {
  const threshold = targetWith({ kind: 'threshold', value: 0.25, ...share })

  test('27 %, 26 %, 25 % keep a floor of 25 % through to the end: achieved', () => {
    const rows = [row('2021', 0.27, share), row('2022', 0.26, share), row('2023', 0.25, share)]
    expect(judge(threshold, rows)).toMatchObject({ status: 'achieved', p: 1 })
  })

  test('one year at 20 % of three is missed although the last year holds', () => {
    const rows = [row('2021', 0.2, share), row('2022', 0.26, share), row('2023', 0.25, share)]
    const verdict = judge(threshold, rows)
    expect(verdict.status).toBe('missed')
    expect(verdict.p).toBeCloseTo(2 / 3, 12)
  })

  test('a threshold is held, not achieved, before its last period', () => {
    expect(judge(threshold, [row('2021', 0.27, share)], { asOf: '2022-02-01' })).toMatchObject({ reason: 'holding' })
  })

  test('a range of 2–3 %: from 5 % to 4 % is half the way', () => {
    const range = targetWith({
      kind: 'range',
      value: 0.02,
      valueTo: 0.03,
      ...share,
      baseline: { value: 0.05, on: '2020-12-31' },
    })
    const verdict = judge(range, [row('2021-12-31', 0.04, share)], { asOf: '2022-02-01' })
    expect(verdict.p).toBeCloseTo(0.5, 12)
    expect(verdict.status).toBe('ontrack')
    expect(judge(range, [row('2023-12-31', 0.025, share)]).status).toBe('achieved')
    expect(judge(range, [row('2023-12-31', 0.031, share)]).status).toBe('missed')
  })

  test('a range without a baseline holds inside and is broken outside', () => {
    const range = targetWith({ kind: 'range', value: 2, valueTo: 3 })
    expect(judge(range, [row('2021-12-31', 2.5)], { asOf: '2022-02-01' }).reason).toBe('holding')
    expect(judge(range, [row('2021-12-31', 4)], { asOf: '2022-02-01' }).reason).toBe('breached')
  })

  test('2 of 3 steps are not due before the deadline and missed after it', () => {
    const steps = targetWith({ kind: 'milestone', value: 3, unit: '个' })
    const done = (day: string, value: number) => row(day, value, { unit: '个' })
    expect(judge(steps, [done('2022-06-30', 2)], { asOf: '2022-08-01' })).toMatchObject({
      status: 'early',
      reason: 'not-due',
    })
    expect(judge(steps, [done('2023-12-31', 2)]).status).toBe('missed')
    expect(judge(steps, [done('2022-06-30', 3)]).status).toBe('achieved')
  })

  test('a trend upward holds while each year is above the one before', () => {
    const trend = targetWith({ kind: 'direction', comparator: 'up', value: undefined, deadline: undefined })
    expect(judge(trend, [])).toMatchObject({ status: 'unable', reason: 'no-deadline-no-figure' })
    expect(judge(trend, [row('2021', 5)])).toMatchObject({ status: 'unable', reason: 'no-comparison' })
    expect(judge(trend, [row('2021', 5), row('2022', 6)])).toMatchObject({ status: 'ontrack', reason: 'holding' })
    expect(judge(trend, [row('2021', 5), row('2022', 4)])).toMatchObject({ status: 'reverse', reason: 'moved-away' })
    expect(judge({ ...trend, deadline: '2023-12-31' }, [])).toMatchObject({ status: 'nofigure' })
  })

  test('a year is never compared with a quarter', () => {
    const trend = targetWith({ kind: 'direction', comparator: 'up', value: undefined, deadline: undefined })
    expect(judge(trend, [row('2021', 20), row('2022-03', 6)]).reason).toBe('no-comparison')
  })

  test('全省前三: rank 2 holds, rank 4 does not', () => {
    const rank = targetWith({ kind: 'rank', value: 3, unit: '位' })
    const at = (value: number) => judge(rank, [row('2023-12-31', value, { unit: '位' })]).status
    expect([at(2), at(3), at(4)]).toEqual(['achieved', 'achieved', 'missed'])
  })

  test('words only are never coloured, figures or not', () => {
    const words = targetWith({ kind: 'qualitative', comparator: 'none', value: undefined })
    expect(judge(words, [row('2021', 5)])).toMatchObject({
      status: 'unquantified',
      reason: 'words-only',
      assessable: false,
    })
  })
})
