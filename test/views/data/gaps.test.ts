import { describe, expect, it } from 'vitest'
import type { Site } from '../../../src/model/site.ts'
import { gapsOf } from '../../../src/views/data/gaps.ts'

describe('gapsOf', () => {
  it('names what a record lacks, and stays silent about what is complete', () => {
    const gaps = gapsOf(
      site({
        policies: [
          { id: 'p1', text: 'stub' },
          {
            id: 'p2',
            text: 'full',
            docNumber: 'x',
            adoptedOn: '2021-11-08',
            publishedOn: '2021-11-08',
            indexNumber: 'y',
          },
        ],
        sources: [
          { id: 's1', completeness: '完整', title: 'a', date: '2021-01-01', url: 'https://a.b' },
          { id: 's2', completeness: '节录', title: 'a', date: '2021-01-01' },
        ],
        measures: [{ id: 'm1', windows: [{ words: '春节期间' }], materials: ['承诺书'], provider: 'yw', amount: {} }],
      }),
    )
    expect(gaps.stubs.map((one) => one.id)).toEqual(['p1'])
    expect(gaps.policies.map(({ of, missing }) => [of.id, missing])).toEqual([
      ['p1', ['发文字号', '成文日期', '发布日期', '索引号']],
    ])
    expect(gaps.sources.map(({ of, missing }) => [of.id, missing])).toEqual([['s2', ['网址', '全文（现有节录）']]])
    expect(gaps.measures.map(({ missing }) => missing)).toEqual([['起止日期', '办理渠道']])
  })

  it('counts what was announced and is not recorded', () => {
    const dataset = (id: string, rows: number, count?: number) => ({
      id,
      tables: [{ summary: { rows } }],
      gongbao: { announced: count && { count, what: '项' } },
    })
    const gaps = gapsOf(site({ datasets: [dataset('a', 10, 43), dataset('b', 6, 6), dataset('c', 3)] }))
    expect(gaps.unrecorded.map(({ dataset: { id }, announced, recorded }) => [id, announced, recorded])).toEqual([
      ['a', 43, 10],
    ])
  })

  it('lists indicators without any figure and groups without members', () => {
    const gaps = gapsOf(
      site({
        indicators: [{ id: 'a' }, { id: 'b' }],
        organizations: [
          { id: 'g', membersUnknown: true },
          { id: 'h', membersUnknown: false },
        ],
        observations: [{ id: 'd/2', indicator: 'a', period: { start: '', end: '' } }],
      }),
    )
    expect(gaps.indicators.map((one) => one.id)).toEqual(['b'])
    expect(gaps.groups.map((one) => one.id)).toEqual(['g'])
  })
})

type Parts = Partial<
  Record<
    'policies' | 'measures' | 'sources' | 'datasets' | 'indicators' | 'organizations',
    ({ id: string } & Record<string, unknown>)[]
  >
>

function site(parts: Parts & { observations?: object[] }): Site {
  const map = (key: keyof Parts) => new Map((parts[key] ?? []).map((one) => [one.id, one]))
  return {
    policies: map('policies'),
    measures: map('measures'),
    sources: map('sources'),
    datasets: map('datasets'),
    indicators: map('indicators'),
    organizations: map('organizations'),
    observations: parts.observations ?? [],
  } as unknown as Site
}
