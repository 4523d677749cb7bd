import { expect, test } from 'vitest'
import { relationIndex } from '../../../src/views/policy/policy-relations.ts'
import { isUnrevised, targetOrigin } from '../../../src/views/progress/target-origin.ts'
import { policySample } from '../policy/policy-sample.ts'

function originOf(...policies: ReturnType<typeof policySample>[]) {
  const first = policies[0] ?? policySample('none')
  const lines = relationIndex(new Map(policies.map((one) => [one.id, one]))).get(first.id) ?? []
  return targetOrigin(first, lines).map(({ on, what, policy, note }) => [on, what, policy?.id, note])
}

test('a promise nobody touched has the day it was made, and is unrevised', () => {
  const policy = policySample('p', { adoptedOn: '2021-11-08' })
  expect(originOf(policy)).toEqual([['2021-11-08', '提出', 'p', undefined]])
  expect(isUnrevised(targetOrigin(policy, []))).toBe(true)
})

test('a document that amends or repeals it stands with its day, whichever of the two says so', () => {
  const made = policySample('p', { adoptedOn: '2021-11-08' })
  const amends = policySample('q', {
    adoptedOn: '2022-05-01',
    relations: [{ type: '修改', policy: 'p', note: '目标调低' }],
  })
  const repeals = policySample('r', { adoptedOn: '2024-01-02' })
  const repealed = { ...made, relations: [{ type: '被废止' as const, policy: 'r', on: '2024-01-01' }] }
  expect(originOf(repealed, amends, repeals)).toEqual([
    ['2021-11-08', '提出', 'p', undefined],
    ['2022-05-01', '修改', 'q', '目标调低'],
    ['2024-01-01', '废止', 'r', undefined],
  ])
  expect(isUnrevised([{ what: '提出' }, { what: '修改' }])).toBe(false)
})

test('a basis or a companion is no revision', () => {
  const policy = policySample('p', { adoptedOn: '2021-11-08', relations: [{ type: '依据', policy: 'q' }] })
  expect(originOf(policy, policySample('q'))).toHaveLength(1)
})

test('our own notes and the day of entry are told apart from what documents did', () => {
  const policy = policySample('p', {
    adoptedOn: '2021-11-08',
    addedOn: '2026-11-01',
    changeNotes: [{ on: '2026-11-05', note: '改正单位' }],
  })
  expect(originOf(policy).slice(1)).toEqual([
    ['2026-11-01', '收录', undefined, undefined],
    ['2026-11-05', '本站修订', undefined, '改正单位'],
  ])
  expect(isUnrevised(targetOrigin(policy, []))).toBe(true)
})
