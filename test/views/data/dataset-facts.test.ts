import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../src/model/data/dataset.ts'
import type { Observation } from '../../../src/model/register/observation.ts'
import { datasetFacts, yearsOf } from '../../../src/views/data/dataset-facts.ts'

const dataset = {
  id: 'yw',
  tables: [{ summary: { rows: 3, bytes: 200 } }, { summary: { rows: 2, bytes: 100 } }],
} as unknown as Dataset

describe('datasetFacts', () => {
  it('counts rows over all tables, and indicators, places, sources and conflicts of its own figures', () => {
    const observations = [
      figure('yw/2', { value: 1, source: 'a', period: year('2020') }),
      figure('yw/3', { value: 2, source: 'b', period: year('2020') }),
      figure('yw/4', { value: 3, source: 'a', region: '330700', period: year('2023') }),
      figure('zj/2', { value: 9, source: 'c', dataset: 'zj', period: year('1999') }),
    ]
    expect(datasetFacts({ observations, indicators: new Map() }, dataset)).toEqual({
      rows: 5,
      bytes: 300,
      indicators: 1,
      regions: 2,
      sources: 2,
      conflicts: 1,
      span: { from: '2020-01-01', to: '2023-12-31' },
    })
  })

  it('has no span when a dataset holds no figures', () => {
    expect(datasetFacts({ observations: [], indicators: new Map() }, dataset).span).toBeUndefined()
  })
})

describe('yearsOf', () => {
  it('names one year once', () => {
    expect(yearsOf({ from: '2020-01-01', to: '2020-12-31' })).toBe('2020年')
    expect(yearsOf({ from: '2005-01-01', to: '2025-12-31' })).toBe('2005—2025年')
  })
})

function year(text: string): Observation['period'] {
  return { text, start: `${text}-01-01`, end: `${text}-12-31`, kind: 'year' }
}

function figure(id: string, over: Partial<Observation>): Observation {
  return {
    id,
    dataset: 'yw',
    place: { file: 'data/yw/a.csv', line: 2, column: 1 },
    indicator: 'msme-new',
    region: '330782',
    period: year('2020'),
    value: 1,
    unit: '家',
    printed: `${over.value ?? 1}家`,
    source: 'a',
    ...over,
  }
}
