import { describe, expect, test } from 'vitest'
import { judge, row, targetWith, textOf } from '../fixture.ts'

const share = { unit: '比率' }

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
