import { describe, expect, it } from 'vitest'
import { conflictsOf } from '../../../src/model/data/conflicts.ts'
import type { Observation } from '../../../src/model/register/observation.ts'

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

  it('takes the same figure printed to different digits for what it is', () => {
    const fine = figure({ id: 'a/1', value: 205_562_000_000, unit: '元', printed: '2055.62亿元', source: 's1' })
    const coarse = { id: 'a/2', unit: '元', printed: '205.56 billion yuan', source: 's2' }
    expect(conflictsOf([fine, figure({ ...coarse, value: 205_560_000_000 })])).toEqual([])
    expect(
      conflictsOf([fine, figure({ ...coarse, value: 205_780_000_000, printed: '205.78 billion yuan' })]),
    ).toHaveLength(1)
  })

  it('compares stocks by the day they are counted at, where it knows what a stock is', () => {
    const end = { text: '2020-12-31', start: '2020-12-31', end: '2020-12-31', kind: 'day' } as const
    const both = [
      figure({ id: 'a/1', value: 10, source: 's1' }),
      figure({ id: 'a/2', value: 12, source: 's2', period: end }),
    ]
    expect(conflictsOf(both)).toEqual([])
    expect(conflictsOf(both, new Map([['msme-new', { kind: 'stock' }]]))).toHaveLength(1)
    expect(conflictsOf(both, new Map([['msme-new', { kind: 'flow' }]]))).toEqual([])
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
    printed: `${over.value ?? 10}家`,
    source: 's1',
    ...over,
  }
}
