import { expect, test } from 'vitest'
import { indicatorMatrix } from '../../../src/views/data/indicator-matrix.ts'
import { row } from '../../progress/fixture.ts'

test('places stand down, periods across with the newest first; a cell holds every source', () => {
  const found = indicatorMatrix([
    row('2020', 1, { region: 'a' }),
    row('2021', 2, { region: 'a' }),
    row('2021', 3, { region: 'a', source: 'another' }),
    row('2020', 4, { region: 'b' }),
  ])
  expect(found?.periods.map(({ text }) => text)).toEqual(['2021', '2020'])
  expect(
    found?.places.map(({ region, cells }) => [region, cells.map((cell) => cell.map(({ value }) => value))]),
  ).toEqual([
    ['a', [[2, 3], [1]]],
    ['b', [[], [4]]],
  ])
})

test('what was replaced or withdrawn is left out', () => {
  const first = row('2020', 1, { region: 'a' })
  const found = indicatorMatrix([
    first,
    row('2020', 2, { region: 'a', supersedes: first.id }),
    row('2021', 3, { region: 'a', status: '作废' }),
    row('2020', 4, { region: 'b' }),
  ])
  expect(found?.periods.map(({ text }) => text)).toEqual(['2020'])
  expect(found?.places[0]?.cells[0]?.map(({ value }) => value)).toEqual([2])
})

test('of many periods those stay that places have in common', () => {
  const months = Array.from(
    { length: 24 },
    (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  )
  const found = indicatorMatrix([
    ...months.map((month) => row(month, 1, { region: 'a' })),
    row('2020', 1, { region: 'a' }),
    row('2020', 2, { region: 'b' }),
  ])
  expect(found?.periods).toHaveLength(16)
  expect(found?.periods[0]?.text).toBe('2025-12')
  expect(found?.periods.at(-1)?.text).toBe('2020')
})

test('a single place needs no matrix, and a long series is cut at its old end', () => {
  const years = Array.from({ length: 30 }, (_, index) => String(1990 + index))
  expect(indicatorMatrix(years.map((year) => row(year, 1)))).toBeUndefined()
  const found = indicatorMatrix(['a', 'b'].flatMap((region) => years.map((year) => row(year, 1, { region }))))
  expect([found?.periods.length, found?.periods[0]?.text, found?.morePeriods]).toEqual([16, '2019', 14])
})
