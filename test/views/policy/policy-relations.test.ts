import { describe, expect, it } from 'vitest'
import type { Policy } from '../../../src/model/policy/policy.ts'
import { relationIndex } from '../../../src/views/policy/policy-relations.ts'
import { clauseSample, policySample } from './policy-sample.ts'

const law = policySample('law')
const mention = { type: 'policy', policy: 'law', text: '《法》' } as const

describe('relationIndex', () => {
  it('reads a stated relation from both sides', () => {
    const plan = policySample('plan', { relations: [{ type: '依据', policy: 'law' }] })
    const index = relationIndex(byId(plan, law))
    expect(index.get('plan')).toMatchObject([{ label: '依据', policy: { id: 'law' } }])
    expect(index.get('law')).toMatchObject([{ label: '作为依据', policy: { id: 'plan' } }])
  })

  it('turns a repeal round', () => {
    const later = policySample('later', { relations: [{ type: '废止', policy: 'law', on: '2022-01-01' }] })
    expect(relationIndex(byId(later, law)).get('law')).toMatchObject([{ label: '被废止', on: '2022-01-01' }])
  })

  it('lists a document that a clause names, with the clause, once', () => {
    const plan = policySample('plan', { clauses: [clauseSample('c1', [mention, mention])] })
    const index = relationIndex(byId(plan, law))
    expect(index.get('plan')).toMatchObject([{ label: '提到', clauses: [{ of: 'plan', id: 'c1' }] }])
    expect(index.get('law')).toMatchObject([{ label: '被提到', clauses: [{ of: 'plan', id: 'c1' }] }])
  })

  it('does not say “mentions” where a relation already says more', () => {
    const plan = policySample('plan', {
      relations: [{ type: '依据', policy: 'law' }],
      clauses: [clauseSample('c1', [mention])],
    })
    const lines = relationIndex(byId(plan, law)).get('plan')
    expect(lines?.map((line) => [line.label, line.clauses.length])).toEqual([['依据', 1]])
  })

  it('leaves out a document that names itself', () => {
    const self = policySample('law', { clauses: [clauseSample('c1', [mention])] })
    expect(relationIndex(byId(self)).size).toBe(0)
  })
})

function byId(...policies: Policy[]): Map<string, Policy> {
  return new Map(policies.map((policy) => [policy.id, policy]))
}
