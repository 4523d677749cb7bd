import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distributionCounter } from '../../../src/model/data/column-distribution.ts'
import type { ColumnSummary, TableField, TableProfile } from '../../../src/model/data/dataset.ts'
import { tableField, tableSchema } from '../../../src/model/data/dataset.ts'

test('numbers fall into equal steps between the bounds, both bounds included', () => {
  const shape = shapeOf({ type: 'integer' }, ['0', '1', '6', '12', '12'], { minimum: '0', maximum: '12' })
  expect(shape).toMatchObject({ sort: 'numbers', from: 0, to: 12, log: false })
  expect(shape.sort === 'numbers' && shape.counts).toEqual([1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2])
})

test('numbers that span three orders are counted by their size', () => {
  const shape = shapeOf({ type: 'number' }, ['1', '10', '1000'], { minimum: '1', maximum: '1000' })
  expect(shape).toMatchObject({ log: true, counts: [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1] })
})

test('numbers are read as their column writes them', () => {
  const field = { type: 'number', decimalChar: ',', groupChar: '.', bareNumber: false } as const
  const shape = shapeOf(field, ['€1.000,5', '€2.000'], { minimum: '€1.000,5', maximum: '€2.000' })
  expect(shape).toMatchObject({ sort: 'numbers', from: 1000.5, to: 2000 })
})

test('no value is lost: the counts of a number column add up to its cells', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), { minLength: 2 }), (values) => {
      const bounds = { minimum: String(Math.min(...values)), maximum: String(Math.max(...values)) }
      const shape = shapeOf({ type: 'number' }, values.map(String), bounds)
      fc.pre(shape.sort === 'numbers')
      expect(shape.sort === 'numbers' && shape.counts.reduce((sum, count) => sum + count, 0)).toBe(values.length)
    }),
  )
})

test('days are counted by year, years without any are zero', () => {
  expect(shapeOf({ type: 'date' }, ['2020-01-02', '2022-03-04', '2022-05-06'])).toEqual({
    sort: 'years',
    from: 2020,
    counts: [1, 0, 2],
  })
})

test('periods of observations are counted by year, other texts are not', () => {
  expect(shapeOf({ name: 'period' }, ['2021-H1', '2021'], {}, 'observations')).toMatchObject({
    from: 2021,
    counts: [2],
  })
  expect(shapeOf({ name: 'period' }, ['2021', '2021'], {}, 'table')).toMatchObject({ sort: 'values' })
})

test('the most frequent values stand first, the rest is counted', () => {
  expect(shapeOf({}, ['a', 'b', 'b', 'c', 'c', 'c', 'c', 'd', 'e'])).toEqual({
    sort: 'values',
    top: [
      ['c', 4],
      ['b', 2],
      ['a', 1],
    ],
    others: 2,
    rest: 2,
  })
})

test('what cannot be drawn says why', () => {
  const many = Array.from({ length: 1500 }, (_, index) => `v${index}`)
  expect(shapeOf({}, [])).toEqual({ sort: 'none', why: 'empty' })
  expect(shapeOf({}, ['a', 'b', 'c', 'd'])).toEqual({ sort: 'none', why: 'unique' })
  expect(shapeOf({}, ['a', 'a', 'b', 'c', 'd', 'e'])).toEqual({ sort: 'none', why: 'various' })
  expect(shapeOf({}, [...many, ...many])).toEqual({ sort: 'none', why: 'many' })
  expect(shapeOf({ type: 'date' }, ['0001-01-01', '2020-01-01'])).toEqual({ sort: 'none', why: 'many' })
})

test('figures of different units have no common scale', () => {
  const value = field({ name: 'value', type: 'number' })
  const counter = distributionCounter({
    header: ['value'],
    schema: tableSchema.parse({ fields: [value, { name: 'unit' }] }),
    summary: summaryOf([
      { name: 'value', filled: 2, minimum: '1', maximum: '2' },
      { name: 'unit', filled: 2, distinct: 2 },
    ]),
    'gongbao:profile': 'observations',
  })
  counter.add(['1'])
  expect(counter.result()['value']?.shape).toEqual({ sort: 'none', why: 'units' })
})

test('words for a missing value are counted apart from the values, empty cells are not', () => {
  const counter = distributionCounter({
    header: ['a'],
    schema: tableSchema.parse({ fields: [{ name: 'a' }], missingValues: ['', { value: 'x', label: '未统计' }, '-'] }),
    summary: summaryOf([{ name: 'a', filled: 1 }]),
    'gongbao:profile': 'table',
  })
  for (const cell of ['x', '', '1', 'x', '-']) counter.add([cell])
  expect(counter.result()['a']).toEqual({
    shape: { sort: 'values', top: [['1', 1]], others: 0, rest: 0 },
    missing: [
      ['x', 2],
      ['-', 1],
    ],
  })
})

/** The distribution of one column `a` (or as named) that holds these cells. */
function shapeOf(
  over: Partial<TableField>,
  cells: readonly string[],
  bounds: Partial<ColumnSummary> = {},
  profile: TableProfile = 'table',
) {
  const one = field(over)
  const counter = distributionCounter({
    header: [one.name],
    schema: tableSchema.parse({ fields: [one] }),
    summary: summaryOf([{ name: one.name, filled: cells.length, ...bounds }]),
    'gongbao:profile': profile,
  })
  for (const cell of cells) counter.add([cell])
  const found = counter.result()[one.name]?.shape
  if (!found) throw new Error('the column was not counted')
  return found
}

function field(over: Partial<TableField>): TableField {
  return tableField.parse({ name: 'a', ...over })
}

function summaryOf(columns: readonly ColumnSummary[]) {
  return { rows: 0, bytes: 0, sha256: '', columns, preview: [] }
}
