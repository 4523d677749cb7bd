import { expect, test } from 'vitest'
import { coverageOf } from '../../../src/views/data/dataset-coverage.ts'
import { row } from '../../progress/fixture.ts'

test('figures are counted by place and the year their period ends in', () => {
  const found = coverageOf([
    row('2019', 1, { region: 'a' }),
    row('2021-06', 1, { region: 'a' }),
    row('2020-07/2021-06', 1, { region: 'b' }),
  ])
  expect(found).toEqual({
    years: [2019, 2020, 2021],
    places: [
      { region: 'a', counts: [1, 0, 1], total: 2 },
      { region: 'b', counts: [0, 0, 1], total: 1 },
    ],
    morePlaces: 0,
    earlierYears: 0,
    most: 1,
  })
})

test('the matrix does not grow with the data: the latest years and the fullest places stay', () => {
  const many = Array.from({ length: 60 }, (_, index) => row(String(1960 + index), 1, { region: `r${index}` }))
  const found = coverageOf([...many, row('2019', 2, { region: 'r59' })])
  expect(found?.places).toHaveLength(24)
  expect(found?.places[0]?.region).toBe('r59')
  expect([found?.years.length, found?.years.at(-1)]).toEqual([24, 2019])
  expect([found?.morePlaces, found?.earlierYears]).toEqual([36, 36])
})

test('without figures there is no matrix', () => {
  expect(coverageOf([])).toBeUndefined()
})
