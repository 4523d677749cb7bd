import { describe, expect, it } from 'vitest'
import { conflictsOf } from '../../src/model/conflicts.ts'
import type { Observation } from '../../src/model/observation.ts'

describe('conflictsOf', () => {
  it('finds two sources that give different figures for one indicator, place and time', () => {
    const found = conflictsOf([
      figure({ id: 'a/1', value: 10, source: 's1' }),
      figure({ id: 'a/2', value: 12, source: 's2' }),
    ])
    expect(found).toHaveLength(1)
    expect(found[0]?.observations.map((one) => one.id)).toEqual(['a/1', 'a/2'])
  })

  it('is silent when the sources agree, or speak of another time, place or indicator', () => {
    const first = figure({ id: 'a/1', value: 10, source: 's1' })
    expect(conflictsOf([first, figure({ id: 'a/2', value: 10, source: 's2' })])).toEqual([])
    expect(conflictsOf([first, figure({ id: 'a/2', value: 12, source: 's2', region: '330700' })])).toEqual([])
    expect(conflictsOf([first, figure({ id: 'a/2', value: 12, source: 's2', indicator: 'other' })])).toEqual([])
    const later = { text: '2021', start: '2021-01-01', end: '2021-12-31', kind: 'year' } as const
    expect(conflictsOf([first, figure({ id: 'a/2', value: 12, source: 's2', period: later })])).toEqual([])
  })

  it('does not set a revision against the figure it replaces, nor a plan against a result', () => {
    const first = figure({ id: 'a/1', value: 10, source: 's1' })
    expect(conflictsOf([first, figure({ id: 'a/2', value: 12, source: 's2', supersedes: 'a/1' })])).toEqual([])
    expect(conflictsOf([first, figure({ id: 'a/2', value: 12, source: 's2', status: '计划' })])).toEqual([])
    expect(conflictsOf([first, figure({ id: 'a/2', value: 12, source: 's2', status: '作废' })])).toEqual([])
  })
})

function figure(over: Partial<Observation>): Observation {
  return {
    id: 'a/1',
    dataset: 'a',
    place: { file: 'data/a/a.csv', line: 2, column: 1 },
    indicator: 'msme-new',
    region: '330782',
    period: { text: '2020', start: '2020-01-01', end: '2020-12-31', kind: 'year' },
    value: 10,
    unit: '家',
    printed: '10家',
    source: 's1',
    ...over,
  }
}
