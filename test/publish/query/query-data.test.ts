import { beforeAll, expect, test } from 'vitest'
import type { Site } from '../../../src/model/site.ts'
import type { PublishedFile } from '../../../src/publish/formats/manifest.ts'
import { queryDataset } from '../../../src/publish/query/query-data.ts'
import { readRoot } from '../../../src/read/root.ts'
import { fullDay, fullRoot } from '../../full-root.ts'

let site: Site

beforeAll(async () => {
  const read = await readRoot(fullRoot(), { asOf: fullDay, today: fullDay })
  if (!read.site) throw new Error('the fictional site has errors')
  site = read.site
})

function file(path: string, bytes = 1): PublishedFile {
  return { path, format: '', bytes, sha256: '' }
}

function described(files: readonly PublishedFile[]) {
  const dataset = site.datasets.get('example')
  if (!dataset) throw new Error('no example')
  return queryDataset(site, dataset, files)
}

test('only files below latest are opened, parts of Parquet in their order', () => {
  const { tables } = described([
    file('/data/example/1.0.0/observations.parquet'),
    file('/data/example/latest/observations-0002.parquet', 2),
    file('/data/example/latest/observations-0001.parquet', 3),
    file('/data/example/latest/observations-more.parquet'),
    file('/data/example/latest/observations.csv', 9),
    file('/data/example/latest/observations.excel.csv'),
  ])
  expect(tables.map(({ csv }) => csv)).toEqual([{ path: '/data/example/latest/observations.csv', bytes: 9 }])
  expect(tables[0]?.parquet).toEqual([
    { path: '/data/example/latest/observations-0001.parquet', bytes: 3 },
    { path: '/data/example/latest/observations-0002.parquet', bytes: 2 },
  ])
})

test('a dataset without files has no table to query', () => {
  expect(described([]).tables).toEqual([])
})

test('columns carry their titles and types, and the citation names version and day of reading', () => {
  const { tables, citation, version } = described([file('/data/example/latest/observations.csv')])
  const table = site.datasets.get('example')?.tables[0]
  expect(tables[0]?.columns.map(({ name }) => name)).toEqual(table?.header)
  expect(tables[0]?.columns.find(({ name }) => name === 'value')).toMatchObject({ title: '数值', type: 'number' })
  expect(citation).toContain(version)
  expect(citation).toContain(`[${fullDay}]`)
})
