import { expect, test } from 'vitest'
import type { Source } from '../../../src/model/register/source.ts'
import { assessAll } from '../../../src/progress/board.ts'
import { dutyIndex } from '../../../src/views/policy/duties.ts'
import { organizationStanding } from '../../../src/views/progress/organization-standing.ts'
import { indicatorWith, row, targetWith } from '../../progress/fixture.ts'
import { clauseSample, policySample, taskSample } from '../policy/policy-sample.ts'

const targets = [
  targetWith({ id: 't01' }),
  targetWith({ id: 't02', indicator: 'other', deadline: '2027-12-31' }),
  targetWith({ id: 't03', indicator: 'other', deadline: '2026-12-31' }),
  targetWith({ id: 't04', indicator: 'none', deadline: undefined }),
]
const units = [['office', '牵头']] as const
const source = {
  kind: '新闻报道',
  publisher: '报',
  language: 'zh',
  completeness: '完整',
  reliability: '媒体报道',
} as const
const site = {
  policies: new Map([
    [
      'plan',
      policySample('plan', {
        adoptedOn: '2021-01-01',
        clauses: [clauseSample('c1-1', [])],
        tasks: [
          taskSample(
            'c1-1',
            'plan',
            units,
            targets.map(({ id }) => id),
          ),
        ],
        targets,
      }),
    ],
  ]),
  indicators: new Map([
    ['thing', indicatorWith()],
    ['other', indicatorWith({ id: 'other' })],
  ]),
  sources: new Map<string, Source>([['paper', { ...source, id: 'paper', date: '2024-02-01' }]]),
  observations: [row('2021', 5, { source: 'undated' }), row('2023', 60_000, { source: 'paper', indicator: 'other' })],
  asOf: '2026-11-20',
}
const duties = dutyIndex(site).get('office') ?? { tasks: [], byEditor: [] }
const standing = organizationStanding(site, assessAll(site), duties)

test('a unit’s promises are counted by status, and how many can be assessed', () => {
  expect(standing.tally).toMatchObject({ total: 4, assessable: 3 })
  expect(standing.tally.counts).toMatchObject({ pending: 1, achieved: 2, unable: 1 })
})

test('what is due next stands first; passed and missing deadlines are counted', () => {
  expect(standing.due.map(({ day, targets: own }) => [day, own.map(({ id }) => id)])).toEqual([
    ['2026-12-31', ['t03']],
    ['2027-12-31', ['t02']],
  ])
  expect([standing.overdue, standing.withoutDeadline]).toEqual([1, 1])
})

test('figures stand by the day they became public, the last first', () => {
  expect(standing.reports.map(({ target, on }) => [target.id, on])).toEqual([
    ['t02', '2024-02-01'],
    ['t03', '2024-02-01'],
    ['t01', '2021-12-31'],
  ])
})

test('a unit without duties has nothing to answer for', () => {
  const none = organizationStanding(site, assessAll(site), { tasks: [], byEditor: [] })
  expect(none).toMatchObject({ targets: [], due: [], reports: [], overdue: 0, tally: { total: 0 } })
})
