import { expect, test } from 'vitest'
import { drawnPlaces, mostPlaces } from '../../src/charts/indicator-file.ts'
import { row } from '../progress/fixture.ts'

const place = (region: string, ...periods: string[]) => ({
  region,
  observations: periods.map((period) => row(period, 1, { region })),
})

test('a place with figures of one period makes no picture, two sources of it neither', () => {
  const places = [place('a', '2020', '2021'), place('b', '2020'), place('c', '2020', '2020')]
  expect(drawnPlaces(places).map(({ region }) => region)).toEqual(['a'])
})

test('a picture does not grow with the number of places: the first ones are drawn', () => {
  const places = Array.from({ length: 300 }, (_, index) => place(`r${index}`, '2020', '2021'))
  expect(drawnPlaces(places).map(({ region }) => region)).toEqual(
    places.slice(0, mostPlaces).map(({ region }) => region),
  )
})
