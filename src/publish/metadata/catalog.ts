import type { Site } from '../../model/site.ts'
import { latestFiles } from '../formats/manifest.ts'
import type { PublishOptions } from '../options.ts'
import { urls } from '../urls.ts'
import { catalogName } from './dataset-schema.ts'
import { datasetNodes } from './dcat-dataset.ts'
import * as terms from './dcat-terms.ts'
import { datasetIri, editionOf } from './edition.ts'
import { day, iri, type RdfNode, zh } from './rdf.ts'

/**
 * All datasets as a DCAT 3 catalogue (https://www.w3.org/TR/vocab-dcat-3/), one graph for every serialisation: the
 * edition of each dataset that moves on, with links to its releases.
 */
export function catalogNodes(site: Site, { origin, base, published }: PublishOptions): RdfNode[] {
  const address = origin + base
  const config = { ...site.config, url: address }
  const { licence: chosen, region } = config
  const datasets = [...site.datasets.values()]
  const publisher = terms.publisherNode(address, config)
  const licence = chosen && terms.licenceNode(address, chosen)
  const place = terms.placeNode(address, { code: region, name: site.regions.get(region)?.name ?? config.place })
  const home: RdfNode = {
    id: address + urls.home(),
    types: ['foaf:Document', 'rdfs:Resource'],
    facts: { 'dct:title': zh(config.name) },
  }
  const description: RdfNode = {
    id: address + urls.openapi(),
    types: ['rdfs:Resource'],
    facts: { 'dct:title': { text: 'OpenAPI' }, 'dct:conformsTo': iri(openApi.id) },
  }
  const page = terms.documentNode(address + urls.api(), '数据接口')
  const service = `${page.id}#service`
  const all = datasets.map((dataset) => iri(datasetIri(editionOf(dataset, config))))
  const catalog: RdfNode = {
    id: `${address}${urls.data()}#catalog`,
    types: ['dcat:Catalog'],
    facts: {
      'dct:title': zh(catalogName(config)),
      'dct:description': zh(config.description),
      'dct:publisher': iri(publisher.id),
      'foaf:homepage': iri(home.id),
      'dct:language': iri(terms.chinese.id),
      'dct:issued': day(firstOf(datasets.map((one) => one.created)) ?? site.asOf),
      'dct:modified': day(lastOf(datasets.map((one) => one.gongbao.updatedOn)) ?? site.asOf),
      'dct:license': licence && iri(licence.id),
      'dct:spatial': iri(place.id),
      'dcat:service': iri(service),
      'dcat:dataset': all,
    },
  }
  const api: RdfNode = {
    id: service,
    types: ['dcat:DataService'],
    facts: {
      'dct:title': zh(`${config.place}${config.name}数据接口`),
      'dct:publisher': iri(publisher.id),
      'dcat:endpointURL': iri(home.id),
      'dcat:endpointDescription': iri(description.id),
      'dcat:landingPage': iri(page.id),
      'dct:conformsTo': iri(openApi.id),
      'dct:license': licence && iri(licence.id),
      'dcat:servesDataset': all,
    },
  }
  return [
    catalog,
    ...datasets.flatMap((dataset) =>
      datasetNodes(dataset, latestFiles(dataset.id, published), config, editionOf(dataset, config)),
    ),
    ...[api, description, openApi, page, publisher, licence, place, home, terms.chinese].flatMap((one) => one ?? []),
  ]
}

const openApi: RdfNode = {
  id: 'https://spec.openapis.org/oas/v3.1.0',
  types: ['dct:Standard'],
  facts: { 'dct:title': { text: 'OpenAPI 3.1' } },
}

function firstOf(days: readonly string[]): string | undefined {
  return days.toSorted()[0]
}

function lastOf(days: readonly string[]): string | undefined {
  return days.toSorted().at(-1)
}
