import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '../../../src/browser/query/answer.ts'
import { resultCsv, resultExcelCsv, resultJson } from '../../../src/browser/query/export.ts'
import type { Filter } from '../../../src/browser/query/filter.ts'
import type { OpenTable } from '../../../src/browser/query/open-table.ts'
import { emptyQuery, type Query } from '../../../src/browser/query/query.ts'
import { type Result, withNames } from '../../../src/browser/query/result.ts'
import { runQuery } from '../../../src/browser/query/run.ts'
import { datasetOf, type Row, tableOf } from './fixture.ts'

const columns = [
  { name: 'region', title: '区划', type: 'string', register: 'regions' },
  { name: 'year', title: '年', type: 'year' },
  { name: 'value', title: '数值', type: 'number' },
  { name: 'note', title: '说明', type: 'string' },
] as const

const names = { regions: { '330782': '义乌市', '330700': '金华市' } }
const row = fc.record({
  region: fc.constantFrom('330782', '330700', '330000', undefined),
  year: fc.integer({ min: 2019, max: 2023 }),
  value: fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: undefined }),
  note: fc.option(fc.string({ unit: fc.constantFrom('甲', 'b', ',', '"', '\n', '='), minLength: 1, maxLength: 5 }), {
    nil: undefined,
  }),
})
const table = fc.array(row, { maxLength: 40 })

const small: readonly Row[] = [
  { region: '330782', year: 2021, value: 10, note: '乙' },
  { region: '330700', year: 2020, value: 2, note: '甲' },
  { region: '330782', year: 2020, value: undefined, note: undefined },
  { region: '330782', year: 2022, value: 9, note: '丙' },
]

async function ask(rows: readonly Row[], query: Partial<Query>): Promise<Answer> {
  const open = tableOf(columns, rows)
  const answer = await runQuery(datasetOf(open, { names }), open, { ...emptyQuery, ...query })
  if ('problem' in answer) throw new Error(answer.problem)
  return answer
}

function cells({ columns: all, rows, cell }: Result) {
  return Array.from({ length: rows }, (_, row) => all.map((_column, column) => cell(row, column)))
}

test('numbers are sorted by size, and what is missing comes last both ways', async () => {
  const values = async (descending: boolean) =>
    cells((await ask(small, { sort: [{ column: 'value', descending }] })).result).map((row) => row[2])
  expect(await values(false)).toEqual([2, 9, 10, undefined])
  expect(await values(true)).toEqual([10, 9, 2, undefined])
})

test('texts are sorted by pinyin, and rows that are equal keep the order of the file', async () => {
  const { result } = await ask(small, { sort: [{ column: 'note', descending: false }] })
  expect(cells(result).map((row) => row[3])).toEqual(['丙', '甲', '乙', undefined])
  const equal = await ask(small, { sort: [{ column: 'region', descending: false }] })
  expect(cells(equal.result).map((row) => row[1])).toEqual([2020, 2021, 2020, 2022])
})

test('a text filter finds codes by their names as well', async () => {
  expect((await ask(small, { filters: [{ column: 'region', op: 'has', text: '义乌' }] })).matched).toBe(3)
  expect((await ask(small, { filters: [{ column: 'region', op: 'has', text: '３３０７８２' }] })).matched).toBe(3)
})

test('missing is found as missing, and lies in no range', async () => {
  expect((await ask(small, { filters: [{ column: 'value', op: 'missing' }] })).matched).toBe(1)
  expect((await ask(small, { filters: [{ column: 'value', op: 'present' }] })).matched).toBe(3)
  expect((await ask(small, { filters: [{ column: 'value', op: 'range', from: '-1' }] })).matched).toBe(3)
})

test('a year as the upper bound holds the months of that year', async () => {
  const period = { name: 'period', title: '时期', type: 'string' }
  const open = tableOf(
    [period],
    ['2022', '2023', '2023-09', '2024-01'].map((text) => ({ period: text })),
  )
  const answer = await runQuery(datasetOf(open), open, {
    ...emptyQuery,
    filters: [{ column: 'period', op: 'range', from: '2023', to: '2023' }],
  })
  expect('matched' in answer && answer.matched).toBe(2)
})

test('conditions may stand in any order', async () => {
  const filter = fc.constantFrom<Filter>(
    { column: 'region', op: 'in', values: ['330782', '330000'] },
    { column: 'value', op: 'range', from: '-200', to: '300' },
    { column: 'note', op: 'has', text: '甲' },
    { column: 'note', op: 'missing' },
    { column: 'year', op: 'range', to: '2021' },
  )
  await fc.assert(
    fc.asyncProperty(table, fc.array(filter, { maxLength: 4 }), async (rows, filters) => {
      const [there, back] = [await ask(rows, { filters }), await ask(rows, { filters: filters.toReversed() })]
      expect(cells(there.result)).toEqual(cells(back.result))
    }),
  )
})

test('the groups add up to the whole: counts, sums, missing rows', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.subarray(['region', 'year', 'note'], { minLength: 1 }), async (rows, groups) => {
      const measures = [{ name: 'count' }, { name: 'sum', column: 'value' }] as const
      const { result, matched } = await ask(rows, { groups, measures })
      const at = (name: string) => result.columns.findIndex((column) => column.name === name)
      const total = (name: string) => cells(result).reduce((sum, row) => sum + Number(row[at(name)] ?? 0), 0)
      const valued = rows.flatMap(({ value }) => value ?? [])
      expect(total('count')).toBe(matched)
      expect(total('value.sum')).toBe(valued.reduce((a, b) => a + b, 0))
      expect(result.total?.[at('value.sum')]).toBe(valued.length > 0 ? total('value.sum') : undefined)
      expect(at('value.missing') < 0 ? 0 : total('value.missing')).toBe(rows.length - valued.length)
      expect(new Set(cells(result).map((row) => JSON.stringify(row.slice(0, groups.length)))).size).toBe(result.rows)
    }),
  )
})

test('the cells of a pivot add up to its margins, down and across', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const { result } = await ask(rows, { groups: ['region'], across: 'year', measures: [{ name: 'count' }] })
      const all = cells(result)
      for (const row of all) {
        expect(row.slice(1, -1).reduce<number>((sum, cell) => sum + Number(cell ?? 0), 0)).toBe(row.at(-1))
      }
      for (const column of result.columns.keys()) {
        if (column === 0) continue
        expect(all.reduce((sum, row) => sum + Number(row[column] ?? 0), 0)).toBe(result.total?.[column])
      }
    }),
  )
})

test('median, mean, extremes and different values leave out what is missing', async () => {
  const measures = (['median', 'mean', 'min', 'max', 'distinct', 'count'] as const).map((name) => ({
    name,
    column: 'value',
  }))
  const { result } = await ask(small, {
    groups: ['region'],
    measures,
    filters: [{ column: 'region', op: 'in', values: ['330782'] }],
  })
  const figures = Object.fromEntries(result.columns.map(({ name }, column) => [name, result.cell(0, column)]))
  expect(figures).toEqual({
    region: '330782',
    'value.median': 9.5,
    'value.mean': 9.5,
    'value.min': 9,
    'value.max': 10,
    'value.distinct': 2,
    'value.count': 2,
    'value.missing': 1,
  })
})

test('a group without any value has no sum: not zero', async () => {
  const rows = [{ region: '330700', year: 2020, value: undefined, note: '甲' }]
  const { result } = await ask(rows, { groups: ['region'], measures: [{ name: 'sum', column: 'value' }] })
  expect(cells(result)).toEqual([['330700', undefined, 1]])
})

test('too many columns across are refused with a reason', async () => {
  const rows = Array.from({ length: 70 }, (_, index) => ({
    region: '330782',
    year: 1900 + index,
    value: 1,
    note: '甲',
  }))
  const open: OpenTable = tableOf(columns, rows)
  const answer = await runQuery(datasetOf(open), open, { ...emptyQuery, groups: ['region'], across: 'year' })
  expect(answer).toEqual({ problem: expect.stringContaining('有 70 个不同的值') })
})

test('the CSV is read back by another reader as the result', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const { result } = await ask(rows, {})
      const [header, ...records] = parse(resultCsv(result)) as string[][]
      expect(header).toEqual(['region', 'year', 'value', 'note'])
      expect(records).toEqual(cells(result).map((row) => row.map((cell) => (cell === undefined ? '' : String(cell)))))
    }),
  )
})

test('the JSON is the result, and missing is null', async () => {
  const { result } = await ask(small, {})
  expect(JSON.parse(resultJson(result))[2]).toEqual({ region: '330782', year: 2020, value: null, note: null })
})

test('downloads carry names beside codes, and the one for Excel runs nothing', async () => {
  const rows = [{ region: '330782', year: 2021, value: -5, note: '=1+1' }]
  const { result } = await ask(rows, {})
  const named = withNames(result, (_, value) => names.regions[value as keyof typeof names.regions])
  expect(resultCsv(named)).toBe('region,region_name,year,value,note\n330782,义乌市,2021,-5,=1+1\n')
  expect(resultExcelCsv(named)).toBe("\uFEFF区划,区划（名称）,年,数值,说明\n330782,义乌市,2021,-5,'=1+1\n")
})

test('a column that the table does not have is left out of the query', async () => {
  const { result, matched } = await ask(small, {
    filters: [{ column: 'gone', op: 'missing' }],
    groups: ['gone', 'region'],
  })
  expect([matched, result.columns.map(({ name }) => name)]).toEqual([4, ['region', 'count']])
})
