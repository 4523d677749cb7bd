import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Site } from '../../../src/model/site.ts'
import { catalogSchema, datasetSchema } from '../../../src/publish/metadata/dataset-schema.ts'
import type { PublishOptions } from '../../../src/publish/options.ts'
import { cityDay, cityRoot } from '../../example-city.ts'
import { readOnce } from '../../read-once.ts'
import { emitDatasets, optionsOf } from './emitted.ts'

const organization = {
  type: 'object',
  properties: { '@type': { const: 'Organization' }, name: { type: 'string', minLength: 1 } },
  required: ['@type', 'name'],
}
const address = { type: 'string', format: 'uri', pattern: '^https?://' }

/** What Google Dataset Search requires and recommends, in our own words. */
const rules = {
  type: 'object',
  required: [
    'name',
    'description',
    'url',
    'identifier',
    'version',
    'creator',
    'isAccessibleForFree',
    'includedInDataCatalog',
  ],
  properties: {
    '@context': { const: 'https://schema.org' },
    '@type': { const: 'Dataset' },
    name: { type: 'string', minLength: 1 },
    description: { type: 'string', minLength: 50, maxLength: 5000 },
    url: address,
    identifier: address,
    version: { type: 'string' },
    keywords: { type: 'array', minItems: 1, items: { type: 'string' } },
    isAccessibleForFree: { type: 'boolean' },
    license: { anyOf: [address, { type: 'object', required: ['@type', 'name'] }] },
    creator: organization,
    publisher: organization,
    dateModified: { type: 'string', format: 'date' },
    temporalCoverage: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}$' },
    spatialCoverage: { type: 'array', minItems: 1, items: { type: 'object', required: ['@type', 'name'] } },
    variableMeasured: { type: 'array', minItems: 1, items: { type: 'object', required: ['@type', 'name'] } },
    includedInDataCatalog: { type: 'object', required: ['@type', 'name', 'url'] },
    distribution: {
      type: 'array',
      items: {
        type: 'object',
        required: ['@type', 'contentUrl', 'encodingFormat'],
        properties: {
          '@type': { const: 'DataDownload' },
          contentUrl: address,
          encodingFormat: { type: 'string', pattern: '^[a-z]+/[\\w.+-]+$' },
        },
      },
    },
  },
}

const ajv = new Ajv({ allErrors: true })
formats.default(ajv)
const check = ajv.compile(rules)

describe.each([
  ['the real content', '.', '2026-11-20'],
  ['the example city', cityRoot, cityDay],
])('schema.org Dataset of %s', (_, root, asOf) => {
  let site: Site
  let options: PublishOptions

  beforeAll(async () => {
    const read = await readOnce(root, { asOf })
    if (!read.site) throw new Error(`${root} has errors`)
    site = read.site
    options = optionsOf(site, await emitDatasets(site, root))
  }, 30_000)

  it('has what Google requires and recommends', () => {
    for (const dataset of site.datasets.values()) {
      check(JSON.parse(JSON.stringify(datasetSchema(site, dataset, options))))
      expect(check.errors ?? [], dataset.id).toEqual([])
    }
  })

  it('is in a catalogue with a name and a description', () => {
    expect(catalogSchema(site, options)).toMatchObject({
      '@type': 'DataCatalog',
      name: expect.stringContaining(site.config.place),
      description: site.config.description,
      url: `${site.config.url}/data/`,
    })
  })
})

it('finds a description that is too short, and a download without an address', () => {
  check({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    description: '短',
    distribution: [{ '@type': 'DataDownload' }],
  })
  const found = check.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)
  expect(found).toEqual(expect.arrayContaining(['/description minLength', '/distribution/0 required', ' required']))
})
