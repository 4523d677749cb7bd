import { describe, expect, test } from 'vitest'
import { judge, row, targetWith, textOf } from '../fixture.ts'

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

test('a figure of 2021 is stale in 2023, before the deadline', () => {
  const verdict = judge(targetWith({ deadline: '2025-12-31' }), [row('2021', 20_000)], { asOf: '2023-06-01' })
  expect(verdict.flags).toEqual(['stale'])
})
