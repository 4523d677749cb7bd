import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/progress/assessment.ts'
import { elapsedShare, planProse } from '../../../src/views/policy/plan-prose.ts'

const period = { from: '2021-01-01', to: '2023-12-31' }

describe('planProse', () => {
  it('says that the period is over, for how long, and that nothing was found', () => {
    const assessments = [one({ near: 1 }), one({ before: 1, near: 1 }), one({})]
    expect(planProse({ period, asOf: '2026-11-20', assessments })).toBe(
      '规划期三年已经走完，又过了 1,055 天。公开渠道没有检索到任何一项的期内完成数；1 项有规划期前的数字，只作参照，不算进度；1 项只有口径不同的数字，不计入。',
    )
  })

  it('says how much is left while the period runs', () => {
    const assessments = [one({ assessable: true }), one({})]
    expect(planProse({ period, asOf: '2021-12-31', assessments })).toBe(
      '规划期已过 33.3%，还有 730 天。2 项中 1 项有期内的公开数字；1 项没有检索到。',
    )
  })

  it('names figures older than the deadline as waiting for the final one', () => {
    const year = { from: '2020-01-01', to: '2020-12-31' }
    const assessments = [one({ assessable: true, status: 'pending' })]
    expect(planProse({ period: year, asOf: '2026-11-20', assessments })).toBe(
      '规划期已经走完，又过了 2,150 天。1 项都有期内的公开数字；1 项最后一个数字早于期限，待最终数据。',
    )
  })

  it('does not say that a promise without a number was searched for in vain', () => {
    const assessments = [one({ assessable: true }), one({ status: 'unquantified', near: 1 })]
    expect(planProse({ asOf: '2021-12-31', assessments })).toBe(
      '文件没有写规划期。2 项中 1 项有期内的公开数字；1 项原文没有写数量。',
    )
  })

  it('does not make years of a span that is not whole years, nor a period of none', () => {
    expect(planProse({ period: { from: '2020-03-01', to: '2020-06-30' }, asOf: '2020-07-01', assessments: [] })).toBe(
      '规划期已经走完，又过了 1 天。没有标出目标。',
    )
    expect(planProse({ asOf: '2020-07-01', assessments: [] })).toBe('文件没有写规划期。没有标出目标。')
    expect(planProse({ period, asOf: '2020-12-31', assessments: [] })).toBe('规划期还有 1 天开始。没有标出目标。')
  })
})

describe('elapsedShare', () => {
  it('counts both ends and stays between nothing and all', () => {
    expect(elapsedShare(period, '2021-12-31')).toBeCloseTo(1 / 3, 12)
    expect(elapsedShare(period, '2020-01-01')).toBe(0)
    expect(elapsedShare(period, '2026-01-01')).toBe(1)
  })
})

function one(over: {
  assessable?: boolean
  before?: number
  near?: number
  status?: Assessment['status']
}): Assessment {
  return {
    assessable: over.assessable ?? false,
    status: over.status ?? 'nofigure',
    series: over.assessable ? [{}] : [],
    before: Array.from({ length: over.before ?? 0 }),
    near: Array.from({ length: over.near ?? 0 }),
  } as unknown as Assessment
}
