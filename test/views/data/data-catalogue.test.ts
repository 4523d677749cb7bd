import { expect, test } from 'vitest'
import { catalogueRows, fiveYears } from '../../../src/views/data/data-catalogue.ts'
import { exampleCity } from '../../example-city.ts'

const { site } = await exampleCity()
const rows = catalogueRows(site)

test('every dataset has a row: figures first, then lists, then registers, the fullest first', () => {
  expect(rows.map(({ dataset }) => dataset.id).sort()).toEqual([...site.datasets.keys()].sort())
  const sorts = rows.map(({ sort }) => sort)
  expect(sorts).toEqual(['figures', 'lists', 'registers'].flatMap((sort) => sorts.filter((one) => one === sort)))
  const figures = rows.filter(({ sort }) => sort === 'figures').map(({ facts }) => facts.rows)
  expect(figures).toEqual(figures.toSorted((a, b) => b - a))
})

test('facets hold what the figures of the dataset are about', () => {
  const row = rows.find(({ dataset }) => dataset.id === 'lc-progress')
  const own = site.observations.filter((one) => one.dataset === 'lc-progress')
  expect(row?.regions).toEqual([...new Set(own.map((one) => one.region))])
  expect(row?.topics).toContain(site.indicators.get(own[0]?.indicator ?? '')?.topic)
  expect(row?.years.every((years) => /^\d{3}[16]-\d{3}[05]$/.test(years))).toBe(true)
})

test('search looks at the names of columns and indicators, which the entry does not show', () => {
  const row = rows.find(({ dataset }) => dataset.id === 'lc-progress')
  const first = site.observations.find((one) => one.dataset === 'lc-progress')
  expect(row?.words).toContain(site.indicators.get(first?.indicator ?? '')?.name)
  expect(row?.words).toContain('printed')
})

test('spans of five years are those of the plans', () => {
  expect([2020, 2021, 2025, 2026].map(fiveYears)).toEqual(['2016-2020', '2021-2025', '2021-2025', '2026-2030'])
})

test('a dataset that is not open, which comes without tables, is no register', () => {
  const [dataset] = site.datasets.values()
  if (!dataset) throw new Error('the city has datasets')
  const datasets = new Map([[dataset.id, { ...dataset, tables: [] }]])
  expect(catalogueRows({ ...site, datasets, observations: [] }).map(({ sort }) => sort)).toEqual(['lists'])
})
