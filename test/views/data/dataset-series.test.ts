import { expect, test } from 'vitest'
import { indicator } from '../../../src/model/register/indicator.ts'
import { datasetSeries } from '../../../src/views/data/dataset-series.ts'
import { row } from '../../progress/fixture.ts'

const named = (id: string) =>
  [
    id,
    indicator.parse({
      id,
      name: id,
      definition: '口径',
      unit: '家',
      kind: 'flow',
      direction: 'up',
      topic: '主题',
      aggregation: 'sum',
    }),
  ] as const
const indicators = new Map([named('thing'), named('other')])

test('the indicator with most whole years in one place comes first, whatever else has more figures', () => {
  const found = datasetSeries(
    [
      ...['2021-01', '2021-02', '2021-03'].map((period) => row(period, 1, { indicator: 'other' })),
      row('2020', 1),
      row('2021', 2),
    ],
    indicators,
  )
  expect(found.map((one) => [one.indicator.id, one.years, one.periods, one.figures])).toEqual([
    ['thing', 2, 2, 2],
    ['other', 0, 3, 3],
  ])
})

test('places stand by their whole years; the last figure is the one of the first place', () => {
  const [found] = datasetSeries(
    [row('2022', 9, { region: 'b' }), row('2020', 1, { region: 'a' }), row('2021', 2, { region: 'a' })],
    indicators,
  )
  expect(found?.places.map(({ region }) => region)).toEqual(['a', 'b'])
  expect(found?.latest.value).toBe(2)
})

test('two sources for the same period are one period', () => {
  const [found] = datasetSeries([row('2020', 1), row('2020', 2, { source: 'another' })], indicators)
  expect([found?.periods, found?.figures]).toEqual([1, 2])
})
