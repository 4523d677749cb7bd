import { describe, expect, it } from 'vitest'
import type { Policy } from '../../../src/model/policy/policy.ts'
import type { Indicator } from '../../../src/model/register/indicator.ts'
import type { Observation } from '../../../src/model/register/observation.ts'
import { indicatorFacts } from '../../../src/views/data/indicator-facts.ts'
import { byTopic } from '../../../src/views/policy/topics.ts'

const observations = [
  figure('d1/2', '2022', '330782'),
  figure('d1/3', '2020', '330782'),
  figure('d2/2', '2021', '330000'),
  figure('d2/3', '2021', '330000', 'other'),
]

describe('indicatorFacts', () => {
  const policies = new Map([
    [
      'p',
      {
        targets: [
          { id: 't01', indicator: 'gdp' },
          { id: 't02', indicator: 'other' },
        ],
      } as unknown as Policy,
    ],
  ])
  const facts = indicatorFacts({ observations, policies, indicators: new Map() }, 'gdp')

  it('orders figures by place, the one with most figures first, then by time', () => {
    expect(facts.observations.map((one) => one.id)).toEqual(['d1/3', 'd1/2', 'd2/2'])
    expect(facts.regions.map((one) => one.region)).toEqual(['330782', '330000'])
  })

  it('knows its targets, its datasets and the time it covers', () => {
    expect(facts.targets.map((target) => target.id)).toEqual(['t01'])
    expect(facts.datasets).toEqual(['d1', 'd2'])
    expect(facts.span).toEqual({ from: '2020-01-01', to: '2022-12-31' })
  })

  it('is empty for an indicator without figures', () => {
    expect(indicatorFacts({ observations, policies, indicators: new Map() }, 'none')).toMatchObject({
      observations: [],
      regions: [],
      datasets: [],
    })
  })
})

describe('byTopic', () => {
  it('keeps the order of the register and counts figures', () => {
    const indicators = new Map(
      [
        ['gdp', '经济'],
        ['firms', '企业'],
        ['other', '经济'],
      ].map(([id = '', topic = '']) => [id, { id, topic } as Indicator]),
    )
    expect(
      byTopic({ indicators, observations }).map((one) => [one.id, one.topic, one.indicators.length, one.figures]),
    ).toEqual([
      ['topic-1', '经济', 2, 4],
      ['topic-2', '企业', 1, 0],
    ])
  })
})

function figure(id: string, year: string, region: string, indicator = 'gdp'): Observation {
  return {
    id,
    dataset: id.split('/')[0],
    indicator,
    region,
    period: { text: year, start: `${year}-01-01`, end: `${year}-12-31`, kind: 'year' },
    value: 1,
    source: 's',
    printed: '1',
  } as Observation
}
