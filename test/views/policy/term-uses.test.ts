import { expect, it } from 'vitest'
import { termUses } from '../../../src/views/policy/term-uses.ts'
import { clauseSample, policySample } from './policy-sample.ts'

it('finds the first use of a term in each document, with the label of its clause', () => {
  const policy = policySample('p', {
    clauses: [clauseSample('c1', [], [clauseSample('c1-1', [])])],
    terms: [
      { term: 'first-loan', clause: 'c1-1' },
      { term: 'first-loan', clause: 'c1' },
    ],
  })
  const uses = termUses({ policies: new Map([['p', policy]]) }).get('first-loan')
  expect(uses?.map((use) => [use.policy.id, use.clause, use.label])).toEqual([['p', 'c1-1', 'c1-1']])
})
