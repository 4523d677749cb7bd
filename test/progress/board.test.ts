import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Policy } from '../../src/model/policy/policy.ts'
import type { Target, TargetKind } from '../../src/model/target/target.ts'
import { type StatusId, statusIds } from '../../src/progress/assessment.ts'
import { assessAll, sharesOf, type Tally } from '../../src/progress/board.ts'
import { indicatorWith, row, targetWith } from './fixture.ts'

function policyOf(id: string, targets: readonly Target[]): [string, Policy] {
  return [id, { id, targets: targets.map((target) => ({ ...target, policy: id })) } as unknown as Policy]
}

describe('the plan of 义政办发〔2021〕38号: 38 targets, no published figure inside 2021–2023', () => {
  const cumulative = [1, 2, 5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 26, 30, 31]
  const kinds: Readonly<Record<number, TargetKind>> = {
    3: 'level',
    4: 'rate',
    10: 'ratio',
    11: 'ratio',
    18: 'level',
    19: 'threshold',
    20: 'direction',
    21: 'qualitative',
    22: 'level',
    33: 'cumulative',
    34: 'ratio',
    35: 'coverage',
    36: 'coverage',
    37: 'coverage',
  }
  const undated = new Set([19, 20, 21, 33, 34, 35, 36, 37])
  const wordless = new Set([20, 21, 35, 37, 38])
  const targets = Array.from({ length: 38 }, (_, index) => {
    const number = index + 1
    return targetWith({
      id: `t${String(number).padStart(2, '0')}`,
      kind: kinds[number] ?? (cumulative.includes(number) ? 'cumulative' : 'yearly'),
      value: wordless.has(number) ? undefined : number === 19 ? 0 : 1,
      deadline: undated.has(number) ? undefined : '2023-12-31',
      indicator: number === 1 ? 'thing' : undefined,
    })
  })
  const board = assessAll({
    policies: new Map([policyOf('yw', targets), policyOf('none', [])]),
    sources: new Map(),
    indicators: new Map([['thing', indicatorWith({ nearMatches: [{ indicator: 'like', why: '含个体户' }] })]]),
    observations: [
      row('2020', 49_000),
      row('2022', 180_600, { indicator: 'like' }),
      row('2022', 9, { region: '330700' }),
    ],
    asOf: '2026-11-20',
  })

  test('29 are 未检索到, 7 无法评估 and 2 无量化目标', () => {
    const counted = Object.entries(board.tally.counts).filter(([, count]) => count > 0)
    expect(counted).toEqual([
      ['nofigure', 29],
      ['unable', 7],
      ['unquantified', 2],
    ])
    expect(board.tally).toMatchObject({ total: 38, assessable: 0 })
  })

  test('the seven without a deadline are t19, t20 and t33–t37; t21 and t38 have no number', () => {
    const keys = (status: StatusId) =>
      [...board.assessments.values()].filter((one) => one.status === status).map((one) => one.target)
    expect(keys('unable')).toEqual(['yw/t19', 'yw/t20', 'yw/t33', 'yw/t34', 'yw/t35', 'yw/t36', 'yw/t37'])
    expect(keys('unquantified')).toEqual(['yw/t21', 'yw/t38'])
  })

  test('a policy that promises nothing is no plan; targets keep the order of the text', () => {
    expect(board.plans.map((plan) => plan.policy)).toEqual(['yw'])
    expect(board.plans[0]?.targets[0]).toBe('yw/t01')
    expect(board.plans[0]?.targets).toHaveLength(38)
  })

  test('figures of near-match indicators stand beside the target with why they do not count', () => {
    const first = board.assessments.get('yw/t01')
    expect(first?.near.map(({ observation, why }) => [observation.value, why])).toEqual([[180_600, '含个体户']])
    expect(first?.flags).toEqual(['definition-differs'])
    expect(first?.before.map((one) => one.value)).toEqual([49_000])
  })
})

describe('shares in whole percents', () => {
  const tallyWith = (counts: Partial<Record<StatusId, number>>): Tally => {
    const all = Object.fromEntries(statusIds.map((status) => [status, counts[status] ?? 0])) as Record<StatusId, number>
    return { counts: all, total: Object.values(all).reduce((sum, count) => sum + count, 0), assessable: 0 }
  }

  test('29, 7 and 2 of 38 are 76.3, 18.4 and 5.3: 76, 19 and 5', () => {
    expect(sharesOf(tallyWith({ nofigure: 29, unable: 7, unquantified: 2 }))).toMatchObject({
      nofigure: 76,
      unable: 19,
      unquantified: 5,
    })
  })

  test('three thirds are 34, 33 and 33', () => {
    expect(sharesOf(tallyWith({ achieved: 1, far: 1, unable: 1 }))).toMatchObject({ achieved: 34, far: 33, unable: 33 })
  })

  test('they always add up to 100, and to 0 without targets', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 11, maxLength: 11 }), (counts) => {
        const tally = tallyWith(Object.fromEntries(statusIds.map((status, index) => [status, counts[index] ?? 0])))
        const sum = Object.values(sharesOf(tally)).reduce((total, share) => total + share, 0)
        expect(sum).toBe(tally.total === 0 ? 0 : 100)
      }),
    )
  })
})
