import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../../src/model/register/indicator.ts'
import type { Target } from '../../../src/model/target/target.ts'
import { dutyIndex, ledTargets } from '../../../src/views/policy/duties.ts'
import { readOnce } from '../../read-once.ts'
import { clauseSample, policySample, taskSample } from './policy-sample.ts'

const goal = clauseSample('c1', [])
const duty = clauseSample('c2', [])
const policy = policySample('plan', {
  clauses: [goal, duty],
  tasks: [
    taskSample(
      'c2',
      'plan',
      [
        ['scjgj', '牵头'],
        ['jxj', '配合'],
      ],
      ['t30'],
    ),
  ],
  targets: [target('t01', 'c1', 'msme-new'), target('t30', 'c2')],
})
const indicators = new Map([['msme-new', { responsible: 'scjgj' } as Indicator]])
const index = dutyIndex({ policies: new Map([['plan', policy]]), indicators })

describe('dutyIndex', () => {
  it('gives each unit its tasks in the role the text gives it', () => {
    expect(index.get('scjgj')?.tasks.map((one) => one.role)).toEqual(['牵头'])
    expect(index.get('jxj')?.tasks.map((one) => one.role)).toEqual(['配合'])
  })

  it('keeps promises that only the register gives a unit apart', () => {
    expect(index.get('scjgj')?.byEditor.map((one) => one.id)).toEqual(['t01'])
    expect(index.get('jxj')?.byEditor).toEqual([])
  })

  it('counts led promises, not supported ones', () => {
    const led = (id: string) => ledTargets(index.get(id) ?? { tasks: [], byEditor: [] }).map((one) => one.id)
    expect(led('scjgj')).toEqual(['t30', 't01'])
    expect(led('jxj')).toEqual([])
  })
})

function target(id: string, clause: string, indicator?: string): Target {
  return { id, clause, indicator, policy: 'plan' } as Target
}

it('a task of a whole part stands beside the numbered ones and has no number of theirs', async () => {
  const { site } = await readOnce('.', { asOf: '2026-11-20', today: '2026-11-20' })
  const tasks = site?.policies.get('yw-zbf-2021-38')?.tasks ?? []
  expect(tasks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, undefined])
  const own = site && dutyIndex(site).get('yw-xwb')?.tasks
  expect(own?.map(({ task, role }) => [task.id, role])).toEqual([['c3', '牵头']])
})
