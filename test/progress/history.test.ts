import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Source } from '../../src/model/register/source.ts'
import { assessAll, type Judged } from '../../src/progress/board.ts'
import { boardHistory, keptBoards } from '../../src/progress/history.ts'
import { boardsToTell, changeGroups } from '../../src/views/progress/change-groups.ts'
import { policySample } from '../views/policy/policy-sample.ts'
import { indicatorWith, row, targetWith } from './fixture.ts'

function sourcesOn(days: Readonly<Record<string, string>>): Map<string, Source> {
  return new Map(
    Object.entries(days).map(([id, date]) => [
      id,
      { id, kind: '新闻报道', publisher: '报', language: 'zh', completeness: '完整', reliability: '媒体报道', date },
    ]),
  )
}

const policies = new Map([
  ['plan', policySample('plan', { adoptedOn: '2021-02-01', targets: [targetWith(), targetWith({ id: 't02' })] })],
  ['later', policySample('later', { adoptedOn: '2021-05-01', targets: [targetWith({ policy: 'later' })] })],
])
const site: Judged = {
  policies,
  indicators: new Map([['thing', indicatorWith()]]),
  sources: sourcesOn({ a: '2022-03-01', b: '2022-09-01', c: '2023-02-01' }),
  observations: [
    row('2021', 20_000, { source: 'a', id: 'first' }),
    row('2021', 18_000, { source: 'b', id: 'corrected', supersedes: 'first' }),
    row('2022', 30_000, { source: 'c' }),
  ],
  asOf: '2026-11-20',
}

test('a target changes with its document, its figures, their revision and its deadline', () => {
  const moments = boardHistory(site).moments.get('plan/t01')
  expect(moments?.map(({ day, status, why }) => [day, status, why])).toEqual([
    ['2021-02-01', 'unable', 'document'],
    ['2022-03-01', 'ontrack', 'figure'],
    ['2022-09-01', 'ontrack', 'revised'],
    ['2023-02-01', 'ontrack', 'figure'],
    ['2024-01-01', 'pending', 'deadline'],
  ])
  expect(moments?.[2]).toMatchObject({ p: 18_000 / 52_000, latest: { id: 'corrected' } })
})

test('a plan that is adopted before it begins is too early until it opens', () => {
  const early = new Map([['plan', policySample('plan', { adoptedOn: '2020-12-01', targets: [targetWith()] })]])
  const moments = boardHistory({ ...site, policies: early }).moments.get('plan/t01')
  expect(moments?.slice(0, 2).map(({ day, status, why }) => [day, status, why])).toEqual([
    ['2020-12-01', 'early', 'document'],
    ['2021-01-01', 'unable', 'opened'],
  ])
})

test('boards stand newest first, one a day with a change, with what changed', () => {
  const { boards, days } = boardHistory(site)
  expect(boards.map(({ day, tally, changes }) => [day, tally.total, changes.length])).toEqual([
    ['2024-01-01', 3, 3],
    ['2023-02-01', 3, 3],
    ['2022-09-01', 3, 3],
    ['2022-03-01', 3, 3],
    ['2021-05-01', 3, 1],
    ['2021-02-01', 2, 2],
  ])
  expect(days).toBe(6)
  expect(boardHistory({ ...site, asOf: '2022-12-31' }).boards).toEqual(boards.slice(2))
})

test('only the newest boards are kept', () => {
  const months = Array.from(
    { length: 80 },
    (_, n) => `${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
  )
  const long = new Map([['plan', policySample('plan', { targets: [targetWith({ from: '2000-01-01' })] })]])
  const observations = months.map((month) => row(month, 10, { source: 'undated' }))
  const history = boardHistory({ ...site, policies: long, observations })
  expect(history.days).toBeGreaterThan(80)
  expect(history.boards).toHaveLength(keptBoards)
  expect(history.boards[0]?.day).toBe('2024-01-01')
})

test('promises of one document that changed alike are told together', () => {
  const [last] = boardHistory(site).boards
  const groups = changeGroups(last?.changes ?? [])
  expect(groups.map(({ policy, from, to, why, changes }) => [policy, from, to, why, changes.length])).toEqual([
    ['plan', 'ontrack', 'pending', 'deadline', 2],
    ['later', 'ontrack', 'pending', 'deadline', 1],
  ])
})

test('a page tells of the newest boards only, as many as it can hold', () => {
  const { boards } = boardHistory(site)
  expect(boardsToTell(boards)).toEqual(boards)
  expect(boardsToTell(boards, 7)).toEqual(boards.slice(0, 2))
  expect(boardsToTell(boards, 1)).toEqual(boards.slice(0, 1))
})

test('the board of any day is that of the last day with a change', () => {
  const day = fc
    .integer({ min: 0, max: 2500 })
    .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10))
  const kind = fc.constantFrom('level', 'cumulative', 'yearly', 'threshold', 'milestone', 'direction', 'rate' as const)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(day, fc.constantFrom('2020', '2021', '2022', '2022-06', '2023'), fc.nat(60_000)), {
        maxLength: 8,
      }),
      kind,
      day,
      (figures, targetKind, asOf) => {
        const all: Judged = {
          ...site,
          policies: new Map([
            ['plan', policySample('plan', { adoptedOn: '2021-02-01', targets: [targetWith({ kind: targetKind })] })],
          ]),
          sources: sourcesOn(Object.fromEntries(figures.map(([date], n) => [`s${n}`, date]))),
          observations: figures.map(([, period, value], n) => row(period, value, { id: `r${n}`, source: `s${n}` })),
          asOf: '2027-12-31',
        }
        const one = assessAll({ ...all, asOf }).assessments.get('plan/t01')
        const then = boardHistory(all)
          .moments.get('plan/t01')
          ?.findLast((moment) => moment.day <= asOf)
        expect(then && [then.status, then.reason, then.p, then.latest?.id, then.assessable]).toEqual(
          one && [one.status, one.reason, one.p, one.latest?.id, one.assessable],
        )
      },
    ),
    { numRuns: 1000 },
  )
})
