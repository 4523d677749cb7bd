import { describe, expect, it } from 'vitest'
import type { Policy } from '../../../src/model/policy/policy.ts'
import type { Observation } from '../../../src/model/register/observation.ts'
import type { Site } from '../../../src/model/site.ts'
import type { Target } from '../../../src/model/target/target.ts'
import type { Assessment } from '../../../src/progress/assessment.ts'
import type { Board } from '../../../src/progress/board.ts'
import { clauseLabel, targetPage } from '../../../src/views/progress/target-page.ts'

const here = target('yw', '330782')
const there = target('zj', '330000')
const policies = new Map([
  ['yw', { id: 'yw', source: 'doc', targets: [here], clauses: [{ id: 'c1-1', label: '一（一）', children: [] }] }],
  ['zj', { id: 'zj', source: 'news', targets: [there], clauses: [] }],
]) as unknown as ReadonlyMap<string, Policy>
const sources = new Map(['doc', 'news', 'paper', 'web'].map((id) => [id, { id }])) as unknown as Site['sources']
const site = { policies, sources } as Site
const before = figure('a/2', '2020', 49000, 'paper')
const theirs = figure('b/2', '2021', 500000, 'web')
const assessment = assessed({ before: [before] })
const board = { assessments: new Map([['zj/t01', assessed({ series: [theirs] })]]) } as unknown as Board

describe('targetPage', () => {
  const page = targetPage(site, board, here, assessment)

  it('has a row for every figure drawn, one for what was not found, and one for the target', () => {
    expect(page.rows.map((row) => [row.time, row.series, row.value, row.printed])).toEqual([
      ['2020年', '规划期前', '49,000 家', '4.9万户'],
      ['2021-01-01—2023-12-31', '期内', undefined, undefined],
      ['2023-12-31', '目标', '≥ 52,000 家', '5.2万家以上'],
    ])
  })

  it('numbers the document first, then its figures, then what other places rest on', () => {
    expect(page.notes.list.map((note) => note.source.id)).toEqual(['doc', 'paper', 'news', 'web'])
    expect(page.notes.list[0]?.remarks).toEqual(['一（一）'])
  })

  it('finds the same promise elsewhere with its verdict, and every figure a formula may name', () => {
    expect(page.elsewhere.map((one) => one.target.policy)).toEqual(['zj'])
    expect([...page.observations.keys()]).toEqual(['a/2', 'b/2'])
  })
})

describe('targetPage with many places', () => {
  it('lists twenty of them, with the sources of their last three figures', () => {
    const others = Array.from({ length: 25 }, (_, at) => target(`p${at}`, String(330001 + at)))
    const many = new Map([here, ...others].map((one) => [one.policy, { source: 'doc', targets: [one], clauses: [] }]))
    const series = ['2020', '2021', '2022', '2023'].map((year) => figure(`b/${year}`, year, 1, `s${year}`))
    const all = new Map(others.map((one) => [`${one.policy}/t01`, assessed({ series })]))
    const known = new Map(['doc', 's2020', 's2021', 's2022', 's2023'].map((id) => [id, { id }]))
    const page = targetPage(
      { policies: many, sources: known } as unknown as Site,
      { assessments: all } as unknown as Board,
      here,
      assessed({}),
    )
    expect(page.elsewhere.map((one) => one.target.policy)).toEqual(others.slice(0, 20).map((one) => one.policy))
    expect(page.notes.list.map((note) => note.source.id)).toEqual(['doc', 's2021', 's2022', 's2023'])
  })
})

describe('targetPage with many figures that do not count', () => {
  it('lists the last twelve of each indicator', () => {
    const months = Array.from({ length: 20 }, (_, at) => figure(`c/${at}`, String(2001 + at), 1, 'web'))
    const near = months.map((observation) => ({ observation, why: '口径不同' }))
    const page = targetPage(site, board, here, assessed({ near }))
    expect(page.near).toEqual(months.slice(-12))
  })
})

describe('clauseLabel', () => {
  it('is the numbering of the text, and nothing for a clause that is not there', () => {
    expect(clauseLabel(site, here)).toBe('一（一）')
    expect(clauseLabel(site, there)).toBeUndefined()
  })
})

function target(policy: string, region: string): Target {
  return {
    id: 't01',
    policy,
    clause: 'c1-1',
    place: { file: `content/policies/${policy}.md`, line: 1, column: 1 },
    words: '累计新增小微企业 5.2 万家以上',
    title: '新增小微企业',
    indicator: 'msme-new',
    kind: 'cumulative',
    comparator: 'ge',
    comparatorWord: '以上',
    value: 52000,
    unit: '家',
    valuePrinted: '5.2万家以上',
    from: '2021-01-01',
    deadline: '2023-12-31',
    deadlineBasis: '原文明示',
    region,
  }
}

function figure(id: string, year: string, value: number, source: string): Observation {
  return {
    id,
    value,
    source,
    unit: '家',
    printed: `${value / 10000}万户`,
    period: { text: year, start: `${year}-01-01`, end: `${year}-12-31`, kind: 'year' },
  } as Observation
}

function assessed(over: Partial<Assessment>): Assessment {
  return { series: [], before: [], near: [], ...over } as unknown as Assessment
}
