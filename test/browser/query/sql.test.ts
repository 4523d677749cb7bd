import { createReadStream } from 'node:fs'
import initSqlJs, { type SqlJsStatic } from 'sql.js'
import { beforeAll, expect, test } from 'vitest'
import { columnBuilder } from '../../../src/browser/query/column.ts'
import { sqlExamples } from '../../../src/browser/query/sql/sql-examples.ts'
import { runSql } from '../../../src/browser/query/sql/sql-run.ts'
import { fillDatabase, registerTables, type SqlTable, sqlName } from '../../../src/browser/query/sql/sql-table.ts'
import type { Dataset } from '../../../src/model/data/dataset.ts'
import { queryDataset } from '../../../src/publish/query/query-data.ts'
import type { QueryDataset } from '../../../src/publish/query/query-table.ts'
import { urls } from '../../../src/publish/urls.ts'
import { readTableRows } from '../../../src/read/table/table-rows.ts'
import { readOnce } from '../../read-once.ts'

let sqlite: SqlJsStatic

beforeAll(async () => {
  sqlite = await initSqlJs()
})

test('the examples of every dataset run as they stand, and the first of each has rows', async () => {
  const { site } = await readOnce('.', { asOf: '2026-11-20', today: '2026-11-20' })
  if (!site) throw new Error('the content has errors')
  let run = 0
  for (const dataset of site.datasets.values()) {
    const files = dataset.tables.map(({ path }) => ({
      path: urls.datasetFile(dataset.id, path),
      format: 'CSV',
      bytes: 1,
      sha256: '',
    }))
    const described = queryDataset(site, dataset, files)
    const database = new sqlite.Database()
    fillDatabase(database, [...(await tablesOf(dataset, described)), ...registerTables(described)])
    const examples = sqlExamples(described)
    for (const [index, { title, sql }] of examples.entries()) {
      const answer = runSql(database, sql)
      expect(answer, `${dataset.id}: ${title}`).toHaveProperty('rows')
      if (index === 0 && 'rows' in answer) expect(answer.rows.length, `${dataset.id}: ${title}`).toBeGreaterThan(0)
      run += 1
    }
    database.close()
  }
  expect(run).toBeGreaterThan(2 * site.datasets.size)
})

test.each([
  ['SELEC 1', '“SELEC”附近写得不对'],
  ['SELECT * FROM gone', '没有叫 gone 的表'],
  ['SELECT gone FROM t', '没有叫 gone 的列'],
  ['SELECT gone(1)', '没有叫 gone 的函数'],
  ['SELECT * FROM t WHERE (', '没有写完'],
  ['SELECT * FROM t WHERE count(*) > 1', '汇总不能写在这里'],
  ['DELETE FROM t', '只能查询'],
  ['DROP TABLE t', '只能查询'],
  ['SELECT ‘甲’', '没有叫'],
])('%s: %s', (sql, words) => {
  const database = new sqlite.Database()
  fillDatabase(database, [made()])
  expect(runSql(database, sql)).toEqual({ problem: expect.stringContaining(words) })
})

test('missing is null, and leaves sums alone', () => {
  const database = new sqlite.Database()
  fillDatabase(database, [made()])
  const answer = runSql(database, 'SELECT count(*) AS n, count(v) AS v, sum(v) AS s, max(name) AS m FROM t')
  expect(answer).toEqual({ columns: ['n', 'v', 's', 'm'], rows: [[3, 2, 3.5, '甲']], cut: false })
  expect(runSql(database, 'SELECT v FROM t WHERE v IS NULL')).toMatchObject({ rows: [[undefined]] })
})

function made(): SqlTable {
  const column = (type: string, values: readonly unknown[]) => {
    const builder = columnBuilder(type)
    for (const value of values) builder.push(value)
    return builder.finish()
  }
  return {
    name: 't',
    rows: 3,
    columns: [
      { name: 'name', type: 'string', column: column('string', ['甲', '', '乙']) },
      { name: 'v', type: 'number', column: column('number', [1.5, null, 2]) },
    ],
  }
}

async function tablesOf(dataset: Dataset, described: QueryDataset): Promise<SqlTable[]> {
  return Promise.all(
    dataset.tables.map(async (table) => {
      const types = described.tables.find(({ name }) => name === table.name)?.columns ?? []
      const builders = types.map(({ name, type, missing }) => ({ name, type, builder: columnBuilder(type, missing) }))
      let rows = 0
      for await (const batch of readTableRows(table, () => createReadStream(table.file))) {
        rows += batch.length
        for (const cells of batch)
          for (const [index, { builder }] of builders.entries()) builder.push(cells[index] ?? '')
      }
      return {
        name: sqlName(table.name),
        rows,
        columns: builders.map(({ name, type, builder }) => ({ name, type, column: builder.finish() })),
      }
    }),
  )
}
