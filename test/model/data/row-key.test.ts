import { expect, test } from 'vitest'
import { tableSchema } from '../../../src/model/data/dataset.ts'
import { rowKeys } from '../../../src/model/data/row-key.ts'

const schema = (names: readonly string[], primaryKey?: string) =>
  tableSchema.parse({ fields: names.map((name) => ({ name })), ...(primaryKey && { primaryKey }) })

test('the key of the descriptor comes first, then what the profile is known by', () => {
  const names = ['indicator', 'region', 'period', 'source', 'status', 'row']
  expect(rowKeys({ schema: schema(names, 'row'), 'gongbao:profile': 'observations' })).toEqual([
    ['row'],
    ['indicator', 'region', 'period', 'source'],
    ['indicator', 'region', 'period', 'source', 'status'],
  ])
})

test('columns that the table lacks make no key', () => {
  expect(rowKeys({ schema: schema(['name']), 'gongbao:profile': 'projects' })).toEqual([])
  expect(rowKeys({ schema: schema(['name']), 'gongbao:profile': 'table' })).toEqual([])
})
