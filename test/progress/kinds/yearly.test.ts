import { describe, expect, test } from 'vitest'
import { judge, row, targetWith, textOf } from '../fixture.ts'

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
      '达到比例 p ＝ 3 ÷ 3 ＝ 100%',
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
