import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DataFactory } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Site } from '../../../src/model/site.ts'
import { catalogNodes } from '../../../src/publish/metadata/catalog.ts'
import { toTurtle } from '../../../src/publish/metadata/rdf.ts'
import { cityRoot, exampleCity } from '../../example-city.ts'
import { type Emitted, emitDatasets, graphOf, optionsOf, quadsOfJsonLd, textOf } from './emitted.ts'

const shapes = graphOf(readFileSync(fileURLToPath(new URL('./shapes/dcat.ttl', import.meta.url)), 'utf8'))
const validator = new SHACLValidator(shapes)

/** What the shapes find, as `path: message`. */
async function findings(quads: string): Promise<string[]> {
  const { results } = await validator.validate(graphOf(quads))
  return results.map(({ path, message }) => `${path && 'value' in path ? path.value : ''}: ${message[0]?.value}`)
}

describe('the graph of the example city', () => {
  let site: Site
  let emitted: Emitted[]
  let catalogue: string

  beforeAll(async () => {
    site = (await exampleCity()).site
    emitted = await emitDatasets(site, cityRoot)
    catalogue = toTurtle(catalogNodes(site, optionsOf(site, emitted)))
  }, 30_000)

  it('fulfils the shapes as a catalogue', async () => {
    expect(await findings(catalogue)).toEqual([])
  })

  it('fulfils them dataset by dataset, in both serialisations', async () => {
    for (const one of emitted) {
      expect(await findings(textOf(one, 'dataset.ttl'))).toEqual([])
      expect(await findings(await quadsOfJsonLd(textOf(one, 'dataset.jsonld')))).toEqual([])
    }
  })

  it('fulfils them with somebody to ask, without a licence, and for a dataset that is not open', async () => {
    const [first, ...rest] = [...site.datasets.values()]
    if (!first) throw new Error('no dataset')
    const closed = { ...first, tables: [], gongbao: { ...first.gongbao, disclosure: '受限开放' as const } }
    const contact = {
      name: '数据科',
      email: 'data@example.test',
      phone: '0579-8551 0000',
      url: 'https://example.test/ask',
    }
    const other: Site = {
      ...site,
      config: { ...site.config, licence: undefined, contact },
      datasets: new Map([closed, ...rest].map((dataset) => [dataset.id, dataset])),
    }
    const published = new Map([...optionsOf(site, emitted).published].filter(([id]) => id !== closed.id))
    const turtle = toTurtle(catalogNodes(other, { ...optionsOf(site, emitted), published }))
    expect(await findings(turtle)).toEqual([])
    expect(turtle).toContain('access-right/RESTRICTED')
    expect(turtle).toContain('<tel:057985510000>')
    expect(turtle).not.toContain('dct:license ')
    const address = DataFactory.namedNode(`${site.config.url}/data/${closed.id}/#dataset`)
    expect(graphOf(turtle).getQuads(address, 'http://www.w3.org/ns/dcat#distribution', null, null)).toEqual([])
  })

  it.each([
    ['http://purl.org/dc/terms/title'],
    ['http://purl.org/dc/terms/publisher'],
    ['http://www.w3.org/ns/dcat#accessURL'],
    ['http://www.w3.org/ns/dcat#byteSize'],
    ['http://spdx.org/rdf/terms#checksumValue'],
    ['http://xmlns.com/foaf/0.1/name'],
  ])('is found out when %s is missing', async (property) => {
    const graph = graphOf(catalogue)
    const [first] = graph.getQuads(null, property, null, null)
    if (!first) throw new Error(`nothing has ${property}`)
    graph.delete(first)
    const { conforms, results } = await validator.validate(graph)
    expect(conforms).toBe(false)
    expect(results.map(({ path }) => (path && 'value' in path ? path.value : ''))).toContain(property)
  })

  it('is found out when a licence is words instead of a document', async () => {
    const graph = graphOf(catalogue)
    const licence = DataFactory.namedNode('http://purl.org/dc/terms/license')
    const dataset = DataFactory.namedNode(`${site.config.url}/data/${emitted[0]?.dataset.id}/#dataset`)
    graph.deleteMatches(dataset, licence)
    graph.addQuad(dataset, licence, DataFactory.literal('CC BY 4.0'))
    expect((await validator.validate(graph)).conforms).toBe(false)
  })
})
