import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Source } from '../../src/model/register/source.ts'
import { assessAll, type Judged } from '../../src/progress/board.ts'
import { knownBy, leadsToLaterPromise, publication } from '../../src/progress/known-by.ts'
import { readOnce } from '../read-once.ts'
import { policySample } from '../views/policy/policy-sample.ts'
import { indicatorWith, row, targetWith } from './fixture.ts'

function sourceWith(id: string, date?: string): [string, Source] {
  return [
    id,
    { id, kind: '新闻报道', publisher: '报', language: 'zh', completeness: '完整', reliability: '媒体报道', date },
  ]
}

const plan = policySample('plan', { adoptedOn: '2021-01-04', targets: [targetWith()] })
const dated: Judged = {
  policies: new Map([['plan', plan]]),
  indicators: new Map([['thing', indicatorWith()]]),
  sources: new Map([sourceWith('source', '2022-03-01'), sourceWith('undated')]),
  observations: [row('2021', 20_000), row('2022', 21_000, { source: 'undated' })],
  asOf: '2026-11-20',
}
const statusOn = (asOf: string) => assessAll({ ...dated, asOf }).assessments.get('plan/t01')

test('a figure of 2021 counts from the day its source came out, not from the end of 2021', () => {
  expect(statusOn('2022-02-28')).toMatchObject({ status: 'unable', reason: 'no-figure-yet' })
  expect(statusOn('2022-03-01')?.latest?.value).toBe(20_000)
})

test('a figure of an undated source counts from the end of its period, a forecast from its beginning', () => {
  expect(statusOn('2022-12-30')?.series).toHaveLength(1)
  expect(statusOn('2022-12-31')?.series).toHaveLength(2)
  const forecast = row('2024', 1, { source: 'undated', status: '预计' })
  expect(publication(dated).figure(forecast)).toBe('2024-01-01')
})

test('a document promises nothing before it was adopted, and keeps its text', () => {
  const before = knownBy(dated, '2021-01-03').policies.get('plan')
  expect(before).toMatchObject({ title: plan.title, targets: [] })
  expect(assessAll({ ...dated, asOf: '2021-01-03' }).tally.total).toBe(0)
  expect(assessAll({ ...dated, asOf: '2021-01-04' }).tally.total).toBe(1)
  expect(leadsToLaterPromise(knownBy(dated, '2021-01-03'), '/progress/plan/t01/')).toBe(true)
  expect(leadsToLaterPromise(dated, '/progress/plan/t01/')).toBe(false)
  expect(leadsToLaterPromise(dated, '/policies/plan/')).toBe(false)
})

test('a document without dates is known from its source, the first figure of that source, its plan, or always', () => {
  const known = publication(dated)
  const undated = { adoptedOn: undefined }
  expect(known.policy({ ...plan, publishedOn: '2021-02-01' })).toBe('2021-02-01')
  expect(known.policy({ ...plan, ...undated, source: 'source' })).toBe('2022-03-01')
  expect(known.policy({ ...plan, ...undated, source: 'undated' })).toBe('2022-12-31')
  const planPeriod = { from: '2021-01-01', to: '2023-12-31' }
  expect(known.policy({ ...plan, ...undated, source: 'unseen', planPeriod })).toBe('2021-01-01')
  expect(known.policy({ ...plan, ...undated, source: 'unseen' })).toBe('')
})

test('金华, 2020: 184.6 of 200 亿元 on 10 June was known on 30 June and not on 1 June', async () => {
  const board = async (asOf: string) => {
    const { site, issues } = await readOnce('.', { asOf, today: '2026-11-20' })
    expect(issues.filter((one) => one.severity === 'error')).toEqual([])
    if (!site) throw new Error('the content has errors')
    return assessAll(site).assessments.get('jh-wujian-2020/t01')
  }
  expect(await board('2020-06-30')).toMatchObject({ status: 'ontrack', measuredAt: '2020-06-10' })
  expect(await board('2020-06-01')).toMatchObject({ status: 'unable', reason: 'no-figure-yet', series: [] })
})

test('what is published later never changes an earlier board', () => {
  const day = fc
    .integer({ min: 0, max: 2500 })
    .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(day, fc.constantFrom('2020', '2021', '2022-06', '2023'), fc.integer({ min: 0, max: 60_000 })), {
        maxLength: 12,
      }),
      day,
      (figures, asOf) => {
        const observations = figures.map(([, period, value], n) =>
          row(period, value, { id: `r${n}`, source: `s${n}`, supersedes: n % 3 === 2 ? `r${n - 1}` : undefined }),
        )
        const sources = new Map(figures.map(([date], n) => sourceWith(`s${n}`, date)))
        const all = { ...dated, observations, sources, asOf }
        const out = observations.filter((one) => (sources.get(one.source)?.date ?? '') <= asOf)
        expect(assessAll(all)).toEqual(assessAll({ ...all, observations: out }))
        expect(knownBy(knownBy(all, asOf), asOf)).toEqual(knownBy(all, asOf))
      },
    ),
  )
})
