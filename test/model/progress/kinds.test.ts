import { describe, expect, test } from 'vitest'
import type { Assessment } from '../../../src/model/progress/assessment.ts'
import { indicatorWith, judge, row, targetWith } from './fixture.ts'

const share = { unit: '比率' }

function textOf(verdict: Assessment): string[] {
  return verdict.formula.map(
    (line) =>
      `${line.label.zh} ${line.parts.map((part) => (typeof part === 'string' ? part : part.text || `〔${line.blank?.zh}〕`)).join('')}`,
  )
}

describe('累计: 52,000 家 in 2021–2023', () => {
  const target = targetWith()

  test('no figure after the deadline is 未检索到, with the pace that was needed: 52,000 ÷ 1,095 = 47.5 a day', () => {
    const verdict = judge(target, [])
    expect(verdict).toMatchObject({ status: 'nofigure', reason: 'no-figure', assessable: false })
    expect(textOf(verdict)).toEqual([
      '完成比例 p ＝ 〔没有检索到〕 ÷ 52,000',
      '应达比例 q ＝ 1,095 ÷ 1,095 ＝ 100%',
      '所需速度 52,000 ÷ 1,095 ＝ 47.5 家／天（17,333 家／年）',
    ])
  })

  test('no figure before the deadline cannot be assessed yet', () => {
    expect(judge(target, [], { asOf: '2022-06-01' })).toMatchObject({ status: 'unable', reason: 'no-figure-yet' })
  })

  test('before the plan opens it is too early', () => {
    expect(judge(target, [], { asOf: '2020-06-01' })).toMatchObject({ status: 'early', reason: 'too-early' })
  })

  test('49,000 户 of 2020 lie before the plan: shown, never counted', () => {
    const verdict = judge(target, [row('2020', 49_000, { unit: '户' })])
    expect(verdict).toMatchObject({ status: 'nofigure', assessable: false, series: [], p: undefined })
    expect(verdict.before).toHaveLength(1)
    expect(verdict.inputs.some((input) => input.origin.type === 'observation')).toBe(false)
  })

  test('49,000 户 of 2021 are another unit: listed with the reason, never counted', () => {
    const verdict = judge(target, [row('2021', 49_000, { unit: '户' })])
    expect(verdict.status).toBe('nofigure')
    expect(verdict.near.map((one) => one.why)).toEqual(['单位与目标不同，不可比'])
    expect(verdict.flags).toContain('definition-differs')
  })

  test('17,000 + 18,000 + 17,000 = 52,000 is achieved', () => {
    const verdict = judge(target, [row('2022', 18_000), row('2023', 17_000), row('2021', 17_000)])
    expect(verdict).toMatchObject({ status: 'achieved', reason: 'reached', p: 1 })
    expect(textOf(verdict)[0]).toBe('期内累计 S ＝ 17,000 ＋ 18,000 ＋ 17,000 ＝ 52,000 家')
  })

  test('17,000 + 18,000 + 16,000 = 51,000 of 52,000 is missed at 98.1 %', () => {
    const verdict = judge(target, [row('2021', 17_000), row('2022', 18_000), row('2023', 16_000)])
    expect(verdict).toMatchObject({ status: 'missed', reason: 'not-reached' })
    expect(verdict.p).toBeCloseTo(51 / 52, 12)
  })

  test('53,000 by the end of 2022 settle it a year early: a total cannot fall', () => {
    expect(judge(target, [row('2021/2022', 53_000)])).toMatchObject({ status: 'achieved', reason: 'reached' })
  })

  test('超过 52,000 is not fulfilled by exactly 52,000', () => {
    const strict = targetWith({ comparator: 'gt' })
    expect(judge(strict, [row('2021/2023', 52_000)])).toMatchObject({ status: 'missed', p: 1 })
    expect(judge(strict, [row('2021/2023', 52_001)]).status).toBe('achieved')
  })

  test('a figure printed 超5.2万 is above 52,000 and fulfils 超过; one printed 近5.2万 does not fulfil 以上', () => {
    const strict = targetWith({ comparator: 'gt' })
    expect(judge(strict, [row('2021/2023', 52_000, { approx: '超' })]).status).toBe('achieved')
    expect(judge(target, [row('2021/2023', 52_000, { approx: '近' })]).status).toBe('missed')
  })

  test('约5.2万 is judged as printed and noted as approximate and borderline', () => {
    const verdict = judge(target, [row('2021/2023', 52_000, { approx: '约' })])
    expect(verdict.status).toBe('achieved')
    expect(verdict.flags).toEqual(['approximate', 'borderline'])
  })

  test('one figure for 2021–2022 is taken instead of its years, so no day counts twice', () => {
    const verdict = judge(target, [row('2021', 17_000), row('2022', 18_000), row('2021/2022', 36_000)])
    expect(verdict.p).toBeCloseTo(36 / 52, 12)
    expect(verdict.latest?.value).toBe(36_000)
  })

  test('a figure as of a day is a total since the start, and later periods are added to it', () => {
    const verdict = judge(target, [row('2021-12-31', 17_000), row('2021-06', 900), row('2022', 18_000)], {
      asOf: '2023-03-01',
    })
    expect(verdict.p).toBeCloseTo(35 / 52, 12)
    expect(verdict.q).toBeCloseTo(730 / 1095, 12)
  })

  test('with 2022 missing, 34,000 is a lower bound: neither behind nor missed', () => {
    const rows = [row('2021', 17_000), row('2023', 17_000)]
    expect(judge(target, rows)).toMatchObject({ status: 'unable', reason: 'gap-in-series', flags: ['lower-bound'] })
    expect(judge(target, rows, { asOf: '2023-12-31' }).status).toBe('unable')
  })

  test('with 2022 missing, 53,000 is still enough', () => {
    expect(judge(target, [row('2021', 26_000), row('2023', 27_000)]).status).toBe('achieved')
  })

  const at = (value: number) => judge(target, [row('2021', value)], { asOf: '2022-02-01' })

  test('16,467 after a third of the time is a pace of 0.95003: on track; 16,466 is 0.94997: slightly behind', () => {
    expect(at(16_467)).toMatchObject({ status: 'ontrack', reason: 'on-pace' })
    expect(at(16_466)).toMatchObject({ status: 'slight', reason: 'behind-pace' })
    expect(at(16_466).flags).toEqual(['borderline'])
  })

  test('10,400 after a third of the time is a pace of 0.60: slightly behind; 10,399 is far behind', () => {
    expect(at(10_400).status).toBe('slight')
    expect(at(10_399)).toMatchObject({ status: 'far', reason: 'far-behind-pace' })
  })

  test('a net total of −5 moves away', () => {
    expect(at(-5)).toMatchObject({ status: 'reverse', reason: 'moved-away' })
  })

  test('90 of 1,095 days are 8.2 %: too early; 120 days are not', () => {
    expect(judge(target, [row('2021-03-31', 10)], { asOf: '2021-05-01' })).toMatchObject({ status: 'early' })
    expect(judge(target, [row('2021-04-30', 10)], { asOf: '2021-05-01' })).toMatchObject({ status: 'far' })
  })

  test('without a start the time gone is unknown', () => {
    const open = targetWith({ from: undefined })
    expect(judge(open, [row('2022', 5)], { asOf: '2023-01-15' })).toMatchObject({
      reason: 'no-baseline',
      p: 5 / 52_000,
    })
  })

  test('planned and withdrawn rows are nothing, a forecast is only mentioned', () => {
    const verdict = judge(target, [
      row('2021', 60_000, { status: '计划' }),
      row('2022', 60_000, { status: '作废' }),
      row('2023', 60_000, { status: '预计' }),
    ])
    expect(verdict).toMatchObject({ status: 'nofigure', flags: ['estimate'], series: [] })
  })

  test('a superseded row is dropped and the revision is noted', () => {
    const first = row('2021/2023', 60_000)
    const verdict = judge(target, [first, row('2021/2023', 50_000, { supersedes: first.id })])
    expect(verdict).toMatchObject({ status: 'missed', flags: ['revised'] })
    expect(verdict.series).toHaveLength(1)
  })

  test('of two sources, 52,500 and 51,500, the lower is judged and both are among the inputs', () => {
    const verdict = judge(target, [row('2021/2023', 52_500), row('2021/2023', 51_500)])
    expect(verdict).toMatchObject({ status: 'missed', flags: ['sources-differ'] })
    expect(verdict.inputs.map((input) => input.value)).toEqual(expect.arrayContaining([52_500, 51_500]))
    expect(verdict.series).toHaveLength(2)
  })

  test('rows of another place or indicator are not used', () => {
    const verdict = judge(target, [
      row('2021/2023', 60_000, { region: '330700' }),
      row('2021/2023', 60_000, { indicator: 'other' }),
    ])
    expect(verdict).toMatchObject({ status: 'nofigure', series: [], near: [] })
  })

  test('a figure that begins before the plan is listed, not counted', () => {
    const verdict = judge(target, [row('2020/2023', 60_000)])
    expect(verdict.near.map((one) => one.why)).toEqual(['时段跨出规划期'])
    expect(verdict.status).toBe('nofigure')
  })

  test('a period that has not ended on the as-of day does not count yet', () => {
    expect(judge(target, [row('2022', 60_000)], { asOf: '2022-12-30' }).series).toEqual([])
    expect(judge(target, [row('2022', 60_000)], { asOf: '2022-12-31' }).series).toHaveLength(1)
  })

  test('a ceiling of 100 is kept by 60 and broken for good by 101', () => {
    const ceiling = targetWith({ comparator: 'le', value: 100 })
    expect(judge(ceiling, [row('2021', 60)], { asOf: '2022-06-01' })).toMatchObject({
      status: 'ontrack',
      reason: 'holding',
    })
    expect(judge(ceiling, [row('2021/2023', 60)]).status).toBe('achieved')
    expect(judge(ceiling, [row('2021', 101)]).status).toBe('missed')
  })

  test('without a deadline, a figure that falls short cannot be assessed', () => {
    const open = targetWith({ deadline: undefined })
    expect(judge(open, [])).toMatchObject({ status: 'unable', reason: 'no-deadline-no-figure' })
    expect(judge(open, [row('2021', 5)])).toMatchObject({ status: 'unable', reason: 'no-deadline', assessable: false })
  })

  test('without a number it is not quantified', () => {
    expect(judge(targetWith({ value: undefined }), [])).toMatchObject({ status: 'unquantified', reason: 'no-number' })
  })
})

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

describe('每年: 350 台次 in each of 2021, 2022 and 2023', () => {
  const target = targetWith({ kind: 'yearly', every: 'year', value: 350, unit: '台次／年' })
  const times = (period: string, value: number) => row(period, value, { unit: '台次' })

  test('360, 350 and 400 are three years met: achieved', () => {
    const verdict = judge(target, [times('2021', 360), times('2022', 350), times('2023', 400)])
    expect(verdict).toMatchObject({ status: 'achieved', p: 1 })
    expect(textOf(verdict)).toEqual([
      '2021年 360 ÷ 350 ＝ 102.9%',
      '2022年 350 ÷ 350 ＝ 100%',
      '2023年 400 ÷ 350 ＝ 114.3%',
    ])
  })

  test('a year of 349 stays missed, whatever follows', () => {
    expect(judge(target, [times('2021', 349), times('2022', 900), times('2023', 900)])).toMatchObject({
      status: 'missed',
      p: 2 / 3,
    })
    expect(judge(target, [times('2021', 349)], { asOf: '2022-03-01' }).status).toBe('missed')
  })

  test('two years met and none found for the third is pending, 当时保持达标', () => {
    expect(judge(target, [times('2021', 360), times('2022', 360)])).toMatchObject({
      status: 'pending',
      atLastFigure: { status: 'ontrack', reason: 'holding' },
    })
  })

  test('years met before the last one is over are held, not achieved', () => {
    expect(judge(target, [times('2021', 360)], { asOf: '2022-02-01' })).toMatchObject({
      status: 'ontrack',
      reason: 'holding',
    })
    const all = [times('2021', 360), times('2022', 360), times('2023-01/2023-06', 400)]
    expect(judge(target, all, { asOf: '2023-08-01' })).toMatchObject({ status: 'ontrack', reason: 'holding' })
  })

  test('100 of 350 by the end of June: 28.6 % ÷ 49.6 % = 0.58, far behind within the year', () => {
    const verdict = judge(target, [times('2021', 360), times('2022-01/2022-06', 100)], { asOf: '2022-08-01' })
    expect(verdict.status).toBe('far')
    expect(verdict.pace).toBeCloseTo(100 / 350 / (181 / 365), 12)
  })

  test('nothing found is 未检索到, a line for each year', () => {
    const verdict = judge(target, [])
    expect(verdict.status).toBe('nofigure')
    expect(textOf(verdict)).toEqual([
      '2021年 〔没有检索到〕 ÷ 350',
      '2022年 〔没有检索到〕 ÷ 350',
      '2023年 〔没有检索到〕 ÷ 350',
    ])
  })

  test('一批 without a number is not quantified', () => {
    expect(judge(targetWith({ kind: 'yearly', value: undefined }), []).reason).toBe('no-number')
  })
})

describe('年均增速: 6 % a year in 2021–2023', () => {
  const target = targetWith({ kind: 'rate', value: 0.06, ...share })

  test('6 % in each of three years is a mean of exactly 6 %: achieved', () => {
    const verdict = judge(
      target,
      ['2021', '2022', '2023'].map((year) => row(year, 0.06, share)),
    )
    expect(verdict).toMatchObject({ status: 'achieved', pace: expect.closeTo(1, 9) })
    expect(textOf(verdict)).toEqual([
      '年均增速 ĝ ＝ 1.191 ^ (1 ÷ 3) − 1 ＝ 6%',
      '相差 6% − 6% ＝ 0 个百分点',
      '快慢比 R ＝ 19.1% ÷ 19.1% ＝ 1.00',
    ])
  })

  test('8 %, 5 % and 4 % are a mean of 5.65 %: missed by 0.35 points', () => {
    const verdict = judge(target, [row('2021', 0.08, share), row('2022', 0.05, share), row('2023', 0.04, share)])
    expect(verdict.status).toBe('missed')
    expect(textOf(verdict)[1]).toBe('相差 5.65% − 6% ＝ −0.35 个百分点')
  })

  test('4 % in the first year: 4 ÷ 6 = 0.67, slightly behind; −1 % moves away', () => {
    const after = { asOf: '2022-03-01' }
    expect(judge(target, [row('2021', 0.04, share)], after).status).toBe('slight')
    expect(judge(target, [row('2021', -0.01, share)], after).status).toBe('reverse')
  })

  test('a published mean for 2021–2023 stands for three years', () => {
    expect(judge(target, [row('2021/2023', 0.061, share)]).status).toBe('achieved')
  })

  test('with 2022 missing the growth cannot be chained', () => {
    expect(judge(target, [row('2021', 0.07, share), row('2023', 0.07, share)])).toMatchObject({ status: 'pending' })
    expect(judge(target, [row('2022', 0.07, share)], { asOf: '2023-02-01' })).toMatchObject({ reason: 'gap-in-series' })
  })

  test('levels are compared with the baseline: 100 → 119.2 in three years is 6.03 %', () => {
    const levels = { ...target, baseline: { value: 100, on: '2020-12-31' } }
    expect(judge(levels, [row('2023-12-31', 119.2, { unit: '元' })]).status).toBe('achieved')
    expect(judge(levels, [row('2023-12-31', 119.0, { unit: '元' })]).status).toBe('missed')
    expect(judge(target, [row('2023-12-31', 119.2, { unit: '元' })], { asOf: '2023-12-31' }).reason).toBe('no-baseline')
    expect(judge(levels, [row('2021-06-30', 104, { unit: '元' })], { asOf: '2021-07-31' }).reason).toBe('too-early')
  })
})

describe('占比 and 覆盖', () => {
  const floor = targetWith({ kind: 'ratio', value: 0.025, ...share })

  test('2.4 % of 2.5 % at the end is missed by 0.1 percentage points', () => {
    const verdict = judge(floor, [row('2023-12-31', 0.024, share)])
    expect(verdict.status).toBe('missed')
    expect(textOf(verdict)).toContain('差距 2.5% − 2.4% ＝ 0.1 个百分点')
  })

  test('a ceiling of 1 % without a deadline holds at 0.9 %, is narrowly missed at 1.04 % and broken at 1.2 %', () => {
    const fee = targetWith({ kind: 'ratio', comparator: 'le', value: 0.01, ...share, deadline: undefined })
    const now = (value: number) => judge(fee, [row('2022-12-31', value, share)])
    expect(now(0.009)).toMatchObject({ status: 'ontrack', reason: 'holding' })
    expect(now(0.0104)).toMatchObject({ status: 'slight', reason: 'within-tolerance' })
    expect(now(0.012)).toMatchObject({ status: 'far', reason: 'breached' })
  })

  test('全覆盖 without a number is 100 %', () => {
    const all = targetWith({ kind: 'coverage', comparator: 'eq', value: undefined, unit: undefined })
    expect(judge(all, [row('2023-12-31', 1, share)]).status).toBe('achieved')
    expect(judge(all, [row('2023-12-31', 0.98, share)]).status).toBe('missed')
    expect(judge({ ...all, deadline: undefined }, [])).toMatchObject({ reason: 'no-deadline-no-figure' })
  })
})

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

test('a figure of 2021 is stale in 2023, before the deadline', () => {
  const verdict = judge(targetWith({ deadline: '2025-12-31' }), [row('2021', 20_000)], { asOf: '2023-06-01' })
  expect(verdict.flags).toEqual(['stale'])
})
