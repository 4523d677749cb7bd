import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangeFault, readNumber } from '../../../src/browser/query/bound.ts'
import { emptyQuery } from '../../../src/browser/query/query.ts'
import { runQuery } from '../../../src/browser/query/run.ts'
import type { QueryColumn } from '../../../src/publish/query/query-table.ts'
import { datasetOf, tableOf } from './fixture.ts'

const columns: readonly QueryColumn[] = [
  { name: 'period', title: '时期', type: 'string' },
  { name: 'value', title: '数值', type: 'number' },
]
const [period, value] = columns as [QueryColumn, QueryColumn]

test.each([
  ['1,000,000,000', 1e9],
  ['10亿', 1e9],
  ['5.2万', 52000],
  ['5.2 万', 52000],
  ['１０', 10],
  ['１，０００', 1000],
  ['-3.5', -3.5],
  ['6.9%', 0.069],
  ['1e3', 1000],
  ['1.5万亿', 1.5e12],
  ['.5', 0.5],
] as const)('%s is %d', (text, number) => {
  expect(readNumber(text)).toBe(number)
})

test.each(['abc', '十几', '1,00', '1.2.3', '5万家', '--1', '1e', '万', '1 000,', ''])('%s is no number', (text) => {
  expect(readNumber(text)).toBeUndefined()
})

test('every number as it is written is read as it is', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
      expect(readNumber(String(number))).toBe(Number(String(number))) // -0 is written 0
    }),
  )
})

test('what cannot be read is refused in words, and no rows are never an answer to it', async () => {
  const open = tableOf(columns, [
    { period: '2021', value: 52000 },
    { period: '2021-06', value: 10 },
  ])
  const ask = (column: string, from: string, to = '') =>
    runQuery(datasetOf(open, {}), open, { ...emptyQuery, filters: [{ column, op: 'range', from, to }] })
  for (const text of ['abc', '好多', '1,00', '5万家']) {
    expect(await ask('value', text)).toEqual({ problem: expect.stringContaining(`“${text}”读不懂`) })
  }
  expect(await ask('value', '5', '1')).toEqual({ problem: expect.stringContaining('请对调') })
  expect(await ask('period', '去年')).toEqual({ problem: expect.stringContaining('“去年”读不懂') })
  expect(await ask('value', '5.2万')).toMatchObject({ matched: 1 })
  expect(await ask('value', '', '１万')).toMatchObject({ matched: 1 })
  expect(await ask('period', '２０２１年', '2021')).toMatchObject({ matched: 2 })
  expect(await ask('period', '2021年6月')).toMatchObject({ matched: 1 })
})

test('a field knows what is wrong with it before anything is asked', () => {
  expect(rangeFault(value, { from: '10亿' })).toBeUndefined()
  expect(rangeFault(value, { from: '15', to: '1' })).toContain('请对调')
  expect(rangeFault(value, { from: '很多' })).toContain('请写数')
  expect(rangeFault(period, { from: '2021-06', to: '2021' })).toBeUndefined()
  expect(rangeFault({ name: 'note', title: '说明', type: 'string' }, { from: 'x' })).toBe(undefined)
})
