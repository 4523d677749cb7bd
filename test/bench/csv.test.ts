import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { csvSuite } from '../../src/bench/csv.ts'
import { temporaryFolder } from '../full-root.ts'

test('every competitor finds every planted fault, and the tables are gone afterwards', async () => {
  const folder = temporaryFolder()
  const rows = await csvSuite(folder, [1000]).run()
  expect(rows.map(({ what }) => what.trim())).toEqual([
    '0.1 万行 × 8 列',
    '本站',
    '本站，有主键',
    'DuckDB',
    'csv-parse + zod',
  ])
  for (const { note = '' } of rows.slice(1)) expect(note).toContain('找到 16/16 处错误')
  expect(await readdir(folder)).not.toContain('rows.csv')
})
