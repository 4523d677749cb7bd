import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { ReleaseEntry } from '../../../src/model/release/release.ts'
import { withRelease, withVersion } from '../../../src/pipeline/release/release-yaml.ts'

const entry: ReleaseEntry = {
  version: '1.0.0',
  on: '2026-01-05',
  note: '第一次：含“引号”、冒号: 和 # 号',
  reasons: [],
  files: [{ name: 'a.csv', format: 'CSV', table: 'a', rows: 3, bytes: 9, sha256: 'ab'.repeat(32) }],
}

test('a new ledger holds the entry, one file a line', () => {
  const text = withRelease(undefined, entry)
  const { reasons: _, ...written } = entry
  expect(parse(text)).toEqual({ releases: [written] })
  expect(text.split('\n').filter((line) => line.includes('sha256:'))).toHaveLength(1)
})

test('a ledger that has entries keeps them, its comments and its Chinese key', () => {
  const text = `# 甲\n发布:\n  - version: 0.1.0 # 试行\n    on: 2025-01-01\n    note: 试\n    files:\n      - { name: a.csv, format: CSV, bytes: 1, sha256: ${'cd'.repeat(32)} }\n`
  const next = withRelease(text, { ...entry, reasons: [{ for: '*', text: '核定' }] })
  expect(next.startsWith(text)).toBe(true)
  expect(parse(next).发布.map((one: ReleaseEntry) => one.version)).toEqual(['0.1.0', '1.0.0'])
  expect(parse(next).发布[1].reasons).toEqual([{ for: '*', text: '核定' }])
})

test.each([
  ['version: 1.0.0\ngongbao:\n  updatedOn: 2025-01-01\n', 'version: 1.1.0\ngongbao:\n  updatedOn: 2026-01-05\n'],
  [
    'version: "1.0.0" # 不要手改\ngongbao: { 更新日期: \'2025-01-01\', provider: 甲 }\n',
    'version: 1.1.0 # 不要手改\ngongbao: { 更新日期: 2026-01-05, provider: 甲 }\n',
  ],
  ['gongbao:\n  updatedOn: 2025-01-01\n\nversion: 1.0.0\n', 'gongbao:\n  updatedOn: 2026-01-05\n\nversion: 1.1.0\n'],
])('the descriptor changes in two values only: %j', (before, after) => {
  expect(withVersion(before, { version: '1.1.0', updatedOn: '2026-01-05' })).toBe(after)
})
