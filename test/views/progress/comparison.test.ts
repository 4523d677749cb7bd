import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../../src/model/register/indicator.ts'
import type { Observation } from '../../../src/model/register/observation.ts'
import type { Target } from '../../../src/model/target/target.ts'
import { assessAll } from '../../../src/progress/board.ts'
import { comparisonOf } from '../../../src/views/progress/comparison.ts'
import { indicatorWith, row, targetWith } from '../../progress/fixture.ts'
import { policySample } from '../policy/policy-sample.ts'

const people = { indicator: 'pop-resident', unit: '人' } as const
const thing = indicatorWith({ nearMatches: [{ indicator: 'like', why: '含个体户' }] })
const like = indicatorWith({ id: 'like' })
const apart = indicatorWith({ id: 'apart', nearMatches: [{ indicator: 'thing', why: '按户计' }] })

function compare(
  observations: readonly Observation[],
  { indicator = thing, targets = [] }: { indicator?: Indicator; targets?: readonly Partial<Target>[] } = {},
) {
  const own = [{ region: '330782' }, { region: '330400', value: 67_762 }, ...targets].map((over, n) =>
    targetWith({ ...over, policy: `p${n}`, indicator: over.indicator ?? indicator.id }),
  )
  const site = {
    policies: new Map(own.map((target) => [target.policy, policySample(target.policy, { targets: [target] })])),
    indicators: new Map([indicator, like, apart].map((one) => [one.id, one])),
    observations,
    sources: new Map(),
    config: { populationIndicator: 'pop-resident' },
    asOf: '2026-11-20',
  }
  return comparisonOf(site, assessAll(site), indicator)
}

describe('promises of one indicator', () => {
  test('stand side by side, by region', () => {
    const { promises, regions } = compare([])
    expect(promises.map(({ target }) => [target.region, target.value])).toEqual([
      ['330400', 67_762],
      ['330782', 52_000],
    ])
    expect(regions).toBe(2)
  })

  test('52,000 among 1,859,400 inhabitants are 280 for every ten thousand; a place without a population has none', () => {
    const { promises } = compare([row('2020-11-01', 1_859_400, people)])
    expect(promises.map(({ promised }) => promised?.value)).toEqual([undefined, 280])
    expect(promises[1]?.promised?.population.period.text).toBe('2020-11-01')
  })

  test('the population is the nearest one on or before the end of the period, never a later or another place’s one', () => {
    const rows = [
      row('2010-11-01', 1_000_000, people),
      row('2020-11-01', 2_000_000, people),
      row('2024-12-31', 4_000_000, people),
      row('2022-12-31', 5_000_000, { ...people, region: '330000' }),
      row('2023-12-31', 8_000_000, { ...people, status: '预计' }),
      row('2021', 10_000),
    ]
    const own = compare(rows).promises[1]
    expect(own?.promised?.population.value).toBe(2_000_000)
    expect(own?.latest).toMatchObject({ value: 50, unit: '家' })
    const early = compare(rows, { targets: [{ deadline: '2019-12-31', from: '2018-01-01' }] }).promises
    expect(early.find(({ target }) => target.deadline === '2019-12-31')?.promised?.value).toBe(520)
  })

  test('shares, growth, ranks and promises without a number or a deadline are never divided', () => {
    const rows = [row('2020-11-01', 1_859_400, people)]
    for (const kind of ['ratio', 'growth', 'rank', 'index', 'duration', 'coverage'] as const) {
      const { promises } = compare(rows, { indicator: { ...thing, kind } })
      expect(promises.map(({ promised }) => promised)).toEqual([undefined, undefined])
    }
    const bare = compare(rows, { targets: [{ value: undefined }, { deadline: undefined }] }).promises
    expect(bare.filter(({ promised }) => promised)).toHaveLength(1)
  })

  test('another definition stands beside with its reason, from either side of the register, and joins no promise', () => {
    const { promises, others } = compare([row('2022', 9, { indicator: 'like' })], {
      targets: [{ indicator: 'apart', value: 1 }],
    })
    expect(promises.every(({ target }) => target.indicator === 'thing')).toBe(true)
    expect(others.map(({ indicator, why, targets, figures }) => [indicator.id, why, targets.length, figures])).toEqual([
      ['apart', '按户计', 1, 0],
      ['like', '含个体户', 0, 1],
    ])
  })
})
