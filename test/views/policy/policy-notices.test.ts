import { describe, expect, it } from 'vitest'
import { policyNotices } from '../../../src/views/policy/policy-notices.ts'
import { policySample } from './policy-sample.ts'

const standing = { validity: '有效', relations: [], withoutFigure: 0, asOf: '2026-11-20' } as const

describe('policyNotices', () => {
  it('says nothing about a digest in force', () => {
    expect(policyNotices(policySample('p'), standing)).toEqual([])
  })

  it('calls for attention only for what is no longer in force', () => {
    const repealed = policyNotices(policySample('p'), { ...standing, validity: '废止', reason: '被《甲》废止' })
    expect(repealed).toMatchObject([{ title: '本文件已废止', text: '被《甲》废止。仅供查考。', attention: true }])
    const amended = policyNotices(policySample('p'), { ...standing, validity: '已修改' })
    expect(amended).toMatchObject([{ attention: false }])
  })

  it('says that a plan is over and how many promises have no figure', () => {
    const plan = policySample('p', {
      planPeriod: { from: '2021-01-01', to: '2023-12-31' },
      targets: Array.from({ length: 3 }, () => ({}) as never),
    })
    expect(policyNotices(plan, { ...standing, withoutFigure: 2 })).toMatchObject([
      {
        title: '规划期已于2023年12月31日结束',
        text: '没有登记后续文件或结项说明；3 项目标中 2 项没有检索到公开完成数。',
        plan: true,
      },
    ])
  })

  it('keeps silent about a plan on its last day', () => {
    const plan = policySample('p', { planPeriod: { from: '2021-01-01', to: '2026-11-20' } })
    expect(policyNotices(plan, standing)).toEqual([])
  })

  it('says when all benefits of a document are over, and only then', () => {
    const having = (over: number) => policyNotices(policySample('p'), { ...standing, benefits: { total: 3, over } })
    expect(having(2)).toEqual([])
    expect(having(3)).toMatchObject([{ title: '文件里的 3 项惠企事项都已截止或终止', attention: false }])
    expect(policyNotices(policySample('p'), { ...standing, benefits: { total: 0, over: 0 } })).toEqual([])
  })

  it('says that only the record of a document is here', () => {
    expect(policyNotices(policySample('p', { text: 'stub' }), standing)).toMatchObject([{ title: '仅题录' }])
  })
})
