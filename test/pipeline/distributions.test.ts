import { expect, test } from 'vitest'
import type { Dataset } from '../../src/model/data/dataset.ts'
import { countDistributions } from '../../src/pipeline/distributions.ts'
import { cityRoot, exampleCity } from '../example-city.ts'

const { site } = await exampleCity()

test('every column of every open table is counted, and agrees with what the check has counted', async () => {
  for (const dataset of site.datasets.values()) {
    const found = await countDistributions(dataset, cityRoot)
    for (const { name, header, summary } of dataset.tables) {
      const columns = found?.[name] ?? {}
      expect(Object.keys(columns)).toEqual(header)
      for (const { name: column, filled } of summary.columns) {
        const shape = columns[column]?.shape
        const counted =
          shape?.sort === 'values'
            ? shape.rest + shape.top.reduce((sum, [, count]) => sum + count, 0)
            : shape?.sort === 'numbers' || shape?.sort === 'years'
              ? shape.counts.reduce((sum, count) => sum + count, 0)
              : filled
        expect([column, counted]).toEqual([column, filled])
      }
    }
  }
})

test('what is not open is not counted', async () => {
  const [dataset] = site.datasets.values()
  if (!dataset) throw new Error('the city has no dataset')
  const closed: Dataset = { ...dataset, gongbao: { ...dataset.gongbao, disclosure: '受限开放' } }
  expect(await countDistributions(closed, cityRoot)).toBeUndefined()
})
