import { expect, it } from 'vitest'
import type { Dataset } from '../../../src/model/data/dataset.ts'
import { siteConfig } from '../../../src/model/site-config.ts'
import { datasetNodes } from '../../../src/publish/metadata/dcat-dataset.ts'
import { describeDataset } from '../../../src/publish/metadata/describe.ts'
import { editionOf } from '../../../src/publish/metadata/edition.ts'
import type { RdfNode } from '../../../src/publish/metadata/rdf.ts'
import { exampleCity } from '../../example-city.ts'

const config = siteConfig.parse({
  name: '公报',
  place: '示例市',
  region: '330000',
  subtitle: '示例',
  description: '示例站点',
  languages: ['zh'],
  publisher: '示例市人民政府办公室',
  url: 'https://example.gov.cn/g/',
})

const at = (path: string) => ({ iri: `https://example.gov.cn/g/data/lc-history/${path}` })

/** The dataset of the example city that has releases, as it was when only these had been made. */
async function released(...versions: string[]): Promise<Dataset> {
  const { site } = await exampleCity()
  const dataset = site.datasets.get('lc-history')
  if (!dataset) throw new Error('no dataset')
  const releases = dataset.releases.filter(({ version }) => versions.includes(version))
  expect(releases.map(({ version }) => version)).toEqual(versions)
  return { ...dataset, releases }
}

function factsOf(nodes: readonly RdfNode[], id: { iri: string }): RdfNode['facts'] {
  return nodes.find((node) => node.id === id.iri)?.facts ?? {}
}

it('files of a release speak of the addresses that never change', async () => {
  const dataset = await released('1.0.0')
  const [table] = dataset.tables
  if (!table) throw new Error('no table')
  const csv = {
    path: `/data/lc-history/1.1.0/${table.path}`,
    format: 'CSV',
    table: table.name,
    bytes: 1,
    sha256: 'ab'.repeat(32),
  }
  for (const { name, text } of describeDataset({ ...dataset, version: '1.1.0' }, [{ table, csv }], config)) {
    expect(text, name).not.toContain('/latest/')
    if (name !== 'codebook.csv') expect(text, name).toContain('https://example.gov.cn/g/data/lc-history/1.1.0/')
  }
})

it('a release that is being made points at the one before and at the dataset it is a version of', async () => {
  const dataset = await released('1.1.0', '1.0.0')
  const nodes = datasetNodes(dataset, [], config, editionOf(dataset, config, '2.0.0'))
  expect(factsOf(nodes, at('2.0.0/#dataset'))).toMatchObject({
    'dcat:isVersionOf': at('#dataset'),
    'dcat:previousVersion': at('1.1.0/#dataset'),
  })
})

it('the first release has none before it', async () => {
  const dataset = await released('1.0.0')
  const nodes = datasetNodes(dataset, [], config, editionOf(dataset, config, '1.0.0'))
  expect(factsOf(nodes, at('1.0.0/#dataset'))['dcat:previousVersion']).toBeUndefined()
})

it('the moving edition names every release and which one it is now', async () => {
  const dataset = await released('1.1.0', '1.0.0')
  const nodes = datasetNodes(dataset, [], config, editionOf(dataset, config))
  expect(factsOf(nodes, at('#dataset'))).toMatchObject({
    'dcat:hasVersion': [at('1.1.0/#dataset'), at('1.0.0/#dataset')],
    'dcat:hasCurrentVersion': at('1.1.0/#dataset'),
  })
  expect(factsOf(nodes, at('1.0.0/#dataset'))['dcat:previousVersion']).toBeUndefined()
  expect(factsOf(nodes, at('1.1.0/#dataset'))).toMatchObject({
    'dcat:version': { text: '1.1.0' },
    'dcat:previousVersion': at('1.0.0/#dataset'),
    'dct:issued': { text: dataset.releases[0]?.on, type: 'xsd:date' },
    'adms:versionNotes': { text: dataset.releases[0]?.note, lang: 'zh' },
  })
})

it('a dataset without releases has no versions to point at', async () => {
  const dataset = await released()
  const nodes = datasetNodes(dataset, [], config, editionOf(dataset, config))
  expect(factsOf(nodes, at('#dataset'))['dcat:hasVersion']).toEqual([])
  expect(nodes.filter(({ types }) => types.includes('dcat:Dataset'))).toHaveLength(1)
})
