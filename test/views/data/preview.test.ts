import { expect, test } from 'vitest'
import type { Table } from '../../../src/model/data/dataset.ts'
import { previewOf } from '../../../src/views/data/preview.ts'
import { exampleSite } from '../../example-site.ts'

const { site } = await exampleSite()
const [plain] = site.datasets.get('example')?.tables ?? []
if (!plain) throw new Error('the fixtures have no table')
const key = (field: string, resource: string, to: string) => ({
  fields: [field],
  reference: { package: 'registers', resource, fields: [to] },
})
const table: Table = {
  ...plain,
  schema: { ...plain.schema, foreignKeys: [key('indicator', 'indicators', 'id'), key('source', 'sources', 'id')] },
}

test('identifiers of the registers are shown by name and lead to their entry', () => {
  const { rows, named } = previewOf(site, table, 2)
  const id = table.summary.preview[0]?.[0] ?? ''
  expect(rows[0]?.[0]).toEqual({
    text: site.indicators.get(id)?.name,
    entry: { register: 'indicators', id },
  })
  expect([rows.length, named]).toEqual([2, true])
})

test('tables of observations refer to the registers without saying so', () => {
  const { rows, named } = previewOf(site, plain, 1)
  expect([rows[0]?.[0]?.entry?.register, named]).toEqual(['indicators', true])
})

test('without foreign keys the cells of any other table stand as the file has them', () => {
  const { rows, named } = previewOf(site, { ...plain, 'gongbao:profile': 'table' }, 1)
  expect([rows[0]?.[0]?.text, named]).toEqual([table.summary.preview[0]?.[0], false])
})

test('a column without a value in these rows is named, not shown', () => {
  const { columns, rows, empty } = previewOf(site, table, 1)
  expect(columns.length + empty.length).toBe(table.header.length)
  expect(rows[0]?.every(({ text }) => text !== '')).toBe(true)
})

test('a table without rows keeps all its columns out of the remark', () => {
  const bare = { ...table, summary: { ...table.summary, preview: [] } }
  expect(previewOf(site, bare, 3).empty).toEqual([])
})
