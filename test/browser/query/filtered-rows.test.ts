import { expect, test } from 'vitest'
import { readPlace } from '../../../src/browser/query/address.ts'
import { filteredRows } from '../../../src/browser/query/filtered-rows.ts'
import { exampleCity } from '../../example-city.ts'

const { site } = await exampleCity()
const dataset = site.datasets.get('lc-progress')
const [table] = dataset?.tables ?? []
if (!dataset || !table) throw new Error('the city has no figures')

test('the address is read back as the same condition on the same table', () => {
  const filter = { column: 'locator', op: 'missing' } as const
  const place = readPlace(filteredRows(dataset, table, filter) ?? '')
  expect([place.dataset, place.table, place.query.filters]).toEqual(['lc-progress', table.name, [filter]])
})

test('a column that the table lacks, or a dataset without files, has no such address', () => {
  expect(filteredRows(dataset, table, { column: 'nothing', op: 'present' })).toBeUndefined()
  const closed = { ...dataset, gongbao: { ...dataset.gongbao, disclosure: '受限开放' as const } }
  expect(filteredRows(closed, table, { column: 'value', op: 'present' })).toBeUndefined()
})
