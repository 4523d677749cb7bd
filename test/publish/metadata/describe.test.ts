import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import type { Store } from 'n3'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Site } from '../../../src/model/site.ts'
import { catalogNodes } from '../../../src/publish/metadata/catalog.ts'
import { dataJson } from '../../../src/publish/metadata/data-json.ts'
import { catalogSchema, datasetSchema } from '../../../src/publish/metadata/dataset-schema.ts'
import { toJsonLd, toTurtle } from '../../../src/publish/metadata/rdf.ts'
import type { PublishOptions } from '../../../src/publish/options.ts'
import { cityDay, cityRoot } from '../../example-city.ts'
import { readOnce } from '../../read-once.ts'
import { canonicalJsonLd, canonicalTurtle, type Emitted, emitDatasets, graphOf, optionsOf, textOf } from './emitted.ts'

// biome-ignore lint/suspicious/noExplicitAny: the shape of each file is what the tests look at
type Json = any

/** What every form must say alike. */
interface Said {
  readonly title: string
  readonly description: string
  readonly version: string
  readonly publisher: string
  readonly creator: string
  readonly created: string
  readonly modified: string
  readonly licence: string | undefined
  readonly page: string
}

describe.each([
  ['the real content', '.', '2026-11-20'],
  ['the example city', cityRoot, cityDay],
])('what describes the datasets of %s', (_, root, asOf) => {
  let site: Site
  let emitted: Emitted[]
  let options: PublishOptions

  beforeAll(async () => {
    const read = await readOnce(root, { asOf })
    if (!read.site) throw new Error(`${root} has errors: ${JSON.stringify(read.issues.slice(0, 3))}`)
    site = read.site
    emitted = await emitDatasets(site, root)
    options = optionsOf(site, emitted)
  }, 30_000)

  it('says the same in every form', () => {
    for (const one of emitted) {
      const { dataset } = one
      const said = {
        title: dataset.title,
        description: dataset.description,
        version: dataset.version,
        publisher: site.config.publisher,
        creator: dataset.gongbao.provider,
        created: dataset.created,
        modified: dataset.gongbao.updatedOn,
        licence: dataset.licenses[0]?.path ?? site.config.licence?.url,
        page: `${site.config.url}/data/${dataset.id}/`,
      }
      expect(fromPackage(JSON.parse(textOf(one, 'datapackage.json')), dataset.gongbao.updatedOn)).toEqual(said)
      expect(fromCsvw(JSON.parse(textOf(one, 'csv-metadata.json')))).toEqual(said)
      expect(fromGraph(graphOf(textOf(one, 'dataset.ttl')), `${said.page}#dataset`)).toEqual(said)
      expect(fromSchema(JSON.parse(JSON.stringify(datasetSchema(site, dataset, options))))).toEqual(said)
    }
  })

  it('gives the rows, bytes and checksum of each table as they are', () => {
    for (const one of emitted) {
      const { dataset } = one
      const resources: Json[] = JSON.parse(textOf(one, 'datapackage.json')).resources
      const tables: Json[] = JSON.parse(textOf(one, 'csv-metadata.json')).tables
      const graph = graphOf(textOf(one, 'dataset.ttl'))
      const downloads: Json[] = (datasetSchema(site, dataset, options) as Json).distribution
      expect(resources.map(({ path }) => path)).toEqual(dataset.tables.map(({ path }) => path))
      for (const [at, { path }] of dataset.tables.entries()) {
        const bytes = one.bytes.get(path) ?? Buffer.of()
        const address = `${site.config.url}/data/${dataset.id}/latest/${path}`
        const measured = {
          rows: parse(bytes).length - 1,
          bytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        }
        const { bytes: size, hash, 'gongbao:rows': rows } = resources[at]
        expect({ rows, bytes: size, sha256: hash.replace('sha256:', '') }).toEqual(measured)
        const table = tables[at]
        expect({
          rows: Number(table['dc:extent']['@value']),
          bytes: Number(table['dcat:byteSize']['@value']),
          sha256: table[`${spdx}checksum`][`${spdx}checksumValue`]['@value'],
        }).toEqual(measured)
        expect({
          bytes: Number(value(graph, address, `${dcat}byteSize`)),
          sha256: value(graph, value(graph, address, `${spdx}checksum`) ?? '', `${spdx}checksumValue`),
        }).toEqual({ bytes: measured.bytes, sha256: measured.sha256 })
        expect(downloads.find(({ contentUrl }) => contentUrl === address)).toMatchObject({
          contentSize: `${measured.bytes} B`,
          sha256: measured.sha256,
        })
      }
    }
  })

  it('names the columns of the CSV, in order, with agreeing types', () => {
    for (const one of emitted) {
      const resources: Json[] = JSON.parse(textOf(one, 'datapackage.json')).resources
      const tables: Json[] = JSON.parse(textOf(one, 'csv-metadata.json')).tables
      const codebook: Json[] = parse(textOf(one, 'codebook.csv'), { columns: true })
      const measured: Json[] = (datasetSchema(site, one.dataset, options) as Json).variableMeasured
      for (const [at, { name, path }] of one.dataset.tables.entries()) {
        const [header = []] = parse(one.bytes.get(path) ?? '', { to: 1 }) as unknown as string[][]
        const fields: Json[] = resources[at].schema.fields
        const columns: Json[] = tables[at].tableSchema.columns
        const lines = codebook.filter(({ table }) => table === name)
        expect(fields.map((field) => field.name)).toEqual(header)
        expect(columns.map(({ titles }) => titles.und)).toEqual(header)
        expect(columns.map((column) => decodeURIComponent(column.name))).toEqual(header)
        expect(lines.map((line) => line.name)).toEqual(header)
        expect(lines.map((line) => line.type)).toEqual(fields.map(({ type }) => type))
        expect(columns.map(tableSchemaType)).toEqual(fields.map(({ type }) => type))
        expect(columns.map(({ required }) => required)).toEqual(
          fields.map((field) => field.constraints?.required ?? false),
        )
      }
      expect(measured.map(({ name }) => name)).toEqual(one.dataset.tables.flatMap(({ header }) => header))
    }
  })

  it('is one graph in JSON-LD and Turtle', async () => {
    for (const one of emitted) {
      const graph = await canonicalTurtle(textOf(one, 'dataset.ttl'))
      expect(graph.split('\n').length).toBeGreaterThan(40)
      expect(await canonicalJsonLd(textOf(one, 'dataset.jsonld'))).toBe(graph)
    }
    const nodes = catalogNodes(site, options)
    expect(await canonicalJsonLd(JSON.stringify(toJsonLd(nodes)))).toBe(await canonicalTurtle(toTurtle(nodes)))
  })

  it('has no blank nodes, and no address for what is described elsewhere', () => {
    const quads = graphOf(toTurtle(catalogNodes(site, options))).getQuads(null, null, null, null)
    expect(
      quads.filter(({ subject, object }) => [subject, object].some((term) => term.termType === 'BlankNode')),
    ).toEqual([])
  })

  it('lists every dataset in each catalogue', () => {
    const ids = [...site.datasets.keys()].map((id) => `${site.config.url}/data/${id}/`)
    const graph = graphOf(toTurtle(catalogNodes(site, options)))
    const catalog = `${site.config.url}/data/#catalog`
    expect(graph.getObjects(catalog, `${dcat}dataset`, null).map((term) => term.value)).toEqual(
      ids.map((id) => `${id}#dataset`),
    )
    expect((dataJson(site, options) as Json).dataset.map(({ identifier }: Json) => identifier)).toEqual(ids)
    expect((catalogSchema(site, options) as Json).dataset.map(({ url }: Json) => url)).toEqual(ids)
  })

  it('covers the time and the places its figures speak of', () => {
    for (const one of emitted.filter(({ dataset }) => dataset.scope)) {
      const figures = site.observations.filter(({ dataset }) => dataset === one.dataset.id)
      const starts = figures.map(({ period }) => period.start).toSorted()
      const ends = figures.map(({ period }) => period.end).toSorted()
      const graph = graphOf(textOf(one, 'dataset.ttl'))
      const page = `${site.config.url}/data/${one.dataset.id}/`
      const period = value(graph, `${page}#dataset`, `${dct}temporal`) ?? ''
      expect([value(graph, period, `${dcat}startDate`), value(graph, period, `${dcat}endDate`)]).toEqual([
        starts[0],
        ends.at(-1),
      ])
      const places = graph
        .getObjects(`${page}#dataset`, `${dct}spatial`, null)
        .map((place) => value(graph, place.value, `${dct}identifier`))
      expect(places).toEqual([...new Set(figures.map(({ region }) => region))].toSorted())
    }
  })
})

const dcat = 'http://www.w3.org/ns/dcat#'
const dct = 'http://purl.org/dc/terms/'
const spdx = 'http://spdx.org/rdf/terms#'

/** CSVW names a few types differently. */
const csvwBases: Readonly<Record<string, string>> = {
  gYear: 'year',
  gYearMonth: 'yearmonth',
  dateTime: 'datetime',
  anyURI: 'string',
}

/** A column of yes and no in words that CSVW does not know is an expression. */
function tableSchemaType({ datatype }: Json): string {
  const base = datatype.base ?? datatype
  if (datatype.format === '^(?:true|True|TRUE|1|false|False|FALSE|0)$') return 'boolean'
  return csvwBases[base] ?? base
}

function fromPackage(value: Json, modified: string): Said {
  const who = (role: string) => value.contributors.find((one: Json) => one.roles?.includes(role))?.title
  return {
    title: value.title,
    description: value.description,
    version: value.version,
    publisher: who('publisher'),
    creator: who('creator'),
    created: value.created.slice(0, 10),
    modified: value.gongbao.updatedOn ?? modified,
    licence: value.licenses?.[0]?.path,
    page: value.homepage,
  }
}

function fromCsvw(value: Json): Said {
  return {
    title: value['dc:title'],
    description: value['dc:description'],
    version: value['schema:version'],
    publisher: value['dc:publisher']['schema:name'],
    creator: value['dc:creator']['schema:name'],
    created: value['dc:created']['@value'],
    modified: value['dc:modified']['@value'],
    licence: value['dc:license']?.['@id'],
    page: value['dcat:landingPage']['@id'],
  }
}

function fromGraph(graph: Store, id: string): Said {
  const name = (property: string) =>
    value(graph, value(graph, id, property) ?? '', 'http://xmlns.com/foaf/0.1/name') ?? ''
  const text = (property: string) => value(graph, id, property) ?? ''
  return {
    title: text(`${dct}title`),
    description: text(`${dct}description`),
    version: text(`${dcat}version`),
    publisher: name(`${dct}publisher`),
    creator: name(`${dct}creator`),
    created: text(`${dct}issued`),
    modified: text(`${dct}modified`),
    licence: value(graph, id, `${dct}license`),
    page: text(`${dcat}landingPage`),
  }
}

function fromSchema(value: Json): Said {
  return {
    title: value.name,
    description: value.description,
    version: value.version,
    publisher: value.publisher.name,
    creator: value.creator.name,
    created: value.dateCreated,
    modified: value.dateModified,
    licence: value.license,
    page: value.url,
  }
}

function value(graph: Store, subject: string, property: string): string | undefined {
  return graph.getObjects(subject, property, null)[0]?.value
}
