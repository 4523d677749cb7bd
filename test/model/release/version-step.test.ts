import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Step, TableChange } from '../../../src/model/release/release.ts'
import type { TableDiff } from '../../../src/model/release/table-diff.ts'
import {
  compareVersions,
  isStepEnough,
  nextVersion,
  stepDemands,
  stepTaken,
} from '../../../src/model/release/version-step.ts'

const version = fc.tuple(fc.nat(3), fc.nat(12), fc.nat(12)).map((parts) => parts.join('.'))
const step = fc.constantFrom<Step>('major', 'minor', 'patch')

const none: TableDiff = {
  key: ['id'],
  columns: { before: [], after: [], added: [], removed: [], retyped: [], moved: false },
  added: [],
  removed: [],
  changed: [],
}

function changed(diff: Partial<TableDiff>, more: Partial<TableChange> = {}) {
  const table: TableChange = {
    table: 't',
    status: 'changed',
    rows: { before: 0, after: 0 },
    tightened: [],
    loosened: [],
    diff: { ...none, ...diff },
    ...more,
  }
  return stepDemands({ tables: [table], described: [] }).map((one) => one.step)
}

test.each<[string, Step[], Partial<TableDiff>, Partial<TableChange>?]>([
  ['a new column', ['major'], { columns: { ...none.columns, added: ['x'] } }],
  ['a column in another place', ['major'], { columns: { ...none.columns, moved: true } }],
  ['a tighter constraint', ['major'], {}, { tightened: ['x'] }],
  ['a looser constraint', ['minor'], {}, { loosened: ['x'] }],
  ['a removed row', ['major'], { removed: [['1']] }],
  ['an added row', ['minor'], { added: [['1']] }],
  ['a corrected cell', ['patch'], { changed: [{ key: ['1'], cells: [{ column: 'v', old: '1', new: '2' }] }] }],
  ['a corrected row without a key', ['patch'], { key: [], removed: [['1']], added: [['2']] }],
  ['rows without a key, more than went', ['minor', 'patch'], { key: [], removed: [['1']], added: [['2'], ['3']] }],
  ['rows without a key, fewer than went', ['major', 'patch'], { key: [], removed: [['1'], ['2']], added: [['3']] }],
  ['a new table', ['minor'], {}, { status: 'added' }],
  ['a table that is gone', ['major'], {}, { status: 'removed' }],
  ['nothing', [], {}],
])('%s asks for %j', (_, expected, diff, more) => {
  expect(changed(diff, more)).toEqual(expected)
})

test('another description asks for a patch', () => {
  expect(stepDemands({ tables: [], described: ['标题'] }).map((one) => one.step)).toEqual(['patch'])
})

test.each<[string, Step, string]>([
  ['1.2.3', 'major', '2.0.0'],
  ['1.2.3', 'minor', '1.3.0'],
  ['1.2.3', 'patch', '1.2.4'],
  ['0.2.3', 'major', '0.3.0'],
  ['0.2.3', 'minor', '0.2.4'],
  ['1.9.9', 'minor', '1.10.0'],
])('%s and a %s step give %s', (from, size, to) => {
  expect(nextVersion(from, size)).toBe(to)
})

test('the next version is later, and its step is enough', () => {
  fc.assert(
    fc.property(version, step, (from, size) => {
      const to = nextVersion(from, size)
      expect(compareVersions(from, to)).toBeLessThan(0)
      expect(isStepEnough(from, to, size)).toBe(true)
    }),
  )
})

test('a smaller step is not enough from 1.0.0 on', () => {
  expect(isStepEnough('1.0.0', '1.0.1', 'minor')).toBe(false)
  expect(isStepEnough('1.0.0', '1.1.0', 'major')).toBe(false)
  expect(isStepEnough('0.1.0', '0.1.1', 'minor')).toBe(true)
  expect(isStepEnough('0.1.0', '1.0.0', 'major')).toBe(true)
})

test('no step leads backwards', () => {
  fc.assert(
    fc.property(version, version, (a, b) => {
      expect(stepTaken(a, b) === undefined).toBe(compareVersions(a, b) >= 0)
    }),
  )
})
