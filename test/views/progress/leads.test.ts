import { describe, expect, it } from 'vitest'
import type { Clause, Policy } from '../../../src/model/policy/policy.ts'
import type { Task } from '../../../src/model/policy/task.ts'
import type { Indicator } from '../../../src/model/register/indicator.ts'
import type { Target } from '../../../src/model/target/target.ts'
import { leadOf } from '../../../src/views/progress/leads.ts'

const place = { file: 'content/policies/p.md', line: 1, column: 1 }
const inner = clause('c2-1-1-1', [])
const duty = clause('c2-1-1', [inner])
const task: Task = {
  id: 'c2-1-1',
  policy: 'p',
  number: 1,
  title: '支持做大做强',
  place,
  responsibilities: [
    { organization: 'yw-scjgj', nameAsWritten: '市场监管局', role: '牵头', order: 1 },
    { organization: 'yw-jxj', nameAsWritten: '经信局', role: '配合', order: 2 },
  ],
  targets: ['t30'],
}

describe('leadOf', () => {
  it('takes the lead the clause names', () => {
    const lead = leadOf(site([task]), target('t30', 'c2-1-1'))
    expect(lead.type === 'text' && lead.leads && lead.units.map((one) => one.organization)).toEqual(['yw-scjgj'])
  })

  it('takes the clause around it when its own clause names nobody', () => {
    expect(leadOf(site([task]), target('t31', 'c2-1-1-1'))).toMatchObject({ type: 'text', task: { id: 'c2-1-1' } })
  })

  it('names all units when the text does not say who leads', () => {
    const equal = { ...task, responsibilities: task.responsibilities.map((one) => ({ ...one, role: '责任' as const })) }
    const lead = leadOf(site([equal]), target('t30', 'c2-1-1'))
    expect(lead.type === 'text' && [lead.leads, lead.units.length]).toEqual([false, 2])
  })

  it('never lends the unit of one clause to another', () => {
    expect(leadOf(site([task]), target('t01', 'c1-1'))).toEqual({ type: 'none' })
  })

  it('marks the unit of the register as the editors’ addition', () => {
    const indicators = new Map([['msme-new', { responsible: 'yw-scjgj' } as Indicator]])
    expect(leadOf({ ...site([task]), indicators }, { ...target('t01', 'c1-1'), indicator: 'msme-new' })).toEqual({
      type: 'editor',
      organization: 'yw-scjgj',
    })
  })
})

function site(tasks: readonly Task[]) {
  const policy = { id: 'p', tasks, clauses: [clause('c1-1', []), duty] } as unknown as Policy
  return { policies: new Map([['p', policy]]), indicators: new Map<string, Indicator>() }
}

function clause(id: string, children: readonly Clause[]): Clause {
  return { id, label: id, number: '1.', ordinal: 1, level: 3, heading: id, place, blocks: [], children }
}

function target(id: string, at: string): Target {
  return {
    id,
    policy: 'p',
    clause: at,
    place,
    words: '100 家',
    title: '企业',
    kind: 'cumulative',
    comparator: 'ge',
    comparatorWord: '',
    deadlineBasis: '规划期',
    region: '330782',
  }
}
