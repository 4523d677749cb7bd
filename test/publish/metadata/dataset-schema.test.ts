import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../../src/model/data/dataset.ts'
import type { Site } from '../../../src/model/site.ts'
import { datasetSchema } from '../../../src/publish/metadata/dataset-schema.ts'

const dataset = {
  id: 'yw',
  title: '公开数字',
  description: '逐条抄录',
  version: '1.0.0',
  created: '2026-11-20',
  keywords: ['小微企业'],
  licenses: [],
  scope: { from: '2020-01-01', to: '2021-12-31', places: [{ code: '330782', name: '义乌市' }] },
  tables: [
    { header: ['value'], schema: { fields: [{ name: 'value', title: '数值' }] }, summary: { rows: 1, bytes: 1 } },
  ],
  gongbao: { disclosure: '无条件开放', updatedOn: '2026-11-20', provider: '编者整理' },
} as unknown as Dataset
const site = {
  config: { name: '公报', place: '例', publisher: '公报' },
} as unknown as Site
const file = { path: '/data/yw/latest/a.csv', format: 'CSV', bytes: 10, sha256: 'ab', rows: 1, table: 'a' }

describe('datasetSchema', () => {
  const schema = datasetSchema(site, dataset, {
    origin: 'https://a.b',
    base: '/g',
    published: new Map([['yw', [file]]]),
  })

  it('gives full addresses, the time and the places the figures speak of', () => {
    expect(schema).toMatchObject({
      '@type': 'Dataset',
      url: 'https://a.b/g/data/yw/',
      temporalCoverage: '2020-01-01/2021-12-31',
      spatialCoverage: [{ name: '义乌市' }],
      isAccessibleForFree: true,
      distribution: [{ contentUrl: 'https://a.b/g/data/yw/latest/a.csv', contentSize: '10 B', sha256: 'ab' }],
    })
  })

  it('names no licence where the publisher has chosen none', () => {
    expect(JSON.parse(JSON.stringify(schema))).not.toHaveProperty('license')
  })
})
