import { expect, test } from 'vitest'
import type { ReleaseChanges, TableChange } from '../../../src/model/release/release.ts'
import { releaseSummary } from '../../../src/model/release/release-summary.ts'
import type { TableDiff } from '../../../src/model/release/table-diff.ts'

const none: TableDiff = {
  key: ['id'],
  columns: { before: ['id'], after: ['id'], added: [], removed: [], retyped: [], moved: false },
  added: [],
  removed: [],
  changed: [],
}

function changes(diff: Partial<TableDiff>, more: Partial<ReleaseChanges> = {}): ReleaseChanges {
  const table: TableChange = {
    table: 't',
    status: 'changed',
    rows: { before: 1, after: 2 },
    tightened: [],
    loosened: [],
    diff: { ...none, ...diff },
  }
  const head = { dataset: 'd', version: '1.1.0', on: '2026-01-05', note: 'x', reasons: [], described: [] }
  return { ...head, previous: { version: '1.0.0', sha256: '' }, tables: [table], ...more }
}

const cells = (...old: string[]) => old.map((text, index) => ({ column: `c${index}`, old: text, new: 'n' }))

test.each([
  [changes({}, { previous: undefined }), '第一次发布，2 行'],
  [changes({ changed: [{ key: ['a'], cells: cells('1', '2') }] }), '修订 1 行（2 格）'],
  [changes({ changed: [{ key: ['a'], cells: cells('1', '') }] }), '修订 1 行（1 格）；补充 1 格'],
  [changes({ added: [['a']], removed: [['b'], ['c']] }), '增加 1 行；删去 2 行'],
  [changes({ columns: { ...none.columns, added: ['x'], moved: true } }), '增加列 x；列的次序有变'],
  [changes({}, { described: ['标题'] }), '描述有改动：标题'],
  [changes({}), '约束有改动，数据没有变'],
])('a release in one line: %#', (one, expected) => {
  expect(releaseSummary(one)).toBe(expected)
})
