import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../src/model/data/dataset.ts'
import type { Policy } from '../../../src/model/policy/policy.ts'
import { latestOf } from '../../../src/views/data/latest.ts'
import { policySample } from '../policy/policy-sample.ts'

describe('latestOf', () => {
  it('puts the newest first, and on one day the document with most promises', () => {
    const arrivals = latest([
      policySample('few', { addedOn: '2026-11-20' }),
      policySample('many', { addedOn: '2026-11-20', targets: [{} as never] }),
      policySample('next', { addedOn: '2026-11-21' }),
    ])
    expect(arrivals).toEqual(['next', 'many', 'few'])
  })

  it('leaves out what has no day of arrival', () => {
    expect(latest([policySample('p')])).toEqual([])
  })

  it('never lets one sort fill the list', () => {
    const policies = ['a', 'b', 'c', 'd', 'e'].map((id) => policySample(id, { addedOn: '2026-11-20' }))
    const dataset = { id: 'figures', tables: [], gongbao: { updatedOn: '2026-11-19' } } as unknown as Dataset
    expect(latest(policies, [dataset])).toEqual(['a', 'b', 'c', 'figures'])
  })
})

function latest(policies: readonly Policy[], datasets: readonly Dataset[] = []): string[] {
  const byId = <T extends { id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]))
  const arrivals = latestOf({ policies: byId(policies), datasets: byId(datasets), interpretations: new Map() })
  return arrivals.map((one) => (one.type === 'policy' ? one.policy.id : one.type === 'dataset' ? one.dataset.id : ''))
}
