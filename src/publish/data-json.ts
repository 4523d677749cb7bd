import type { Dataset } from '../model/dataset.ts'
import type { Site } from '../model/site.ts'
import { mediaTypeOf } from './media-type.ts'
import { addressOf, type PublishOptions } from './options.ts'
import { urls } from './urls.ts'

/** `/data.json`: the catalogue in the form of Project Open Data 1.1, which many harvesters read. */
export function dataJson(site: Site, options: PublishOptions): object {
  return {
    '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
    '@type': 'dcat:Catalog',
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    describedBy: 'https://project-open-data.cio.gov/v1.1/schema/catalog.json',
    dataset: [...site.datasets.values()].map((dataset) => datasetEntry(site, dataset, options)),
  }
}

const accessLevels: Readonly<Record<Dataset['gongbao']['disclosure'], string>> = {
  无条件开放: 'public',
  受限开放: 'restricted public',
  禁止开放: 'non-public',
}

function datasetEntry({ config }: Site, dataset: Dataset, options: PublishOptions) {
  const { gongbao } = dataset
  return {
    '@type': 'dcat:Dataset',
    identifier: addressOf(urls.dataset(dataset.id), options),
    title: dataset.title,
    description: dataset.description,
    keyword: dataset.keywords.length > 0 ? dataset.keywords : [dataset.title],
    issued: dataset.created,
    modified: gongbao.updatedOn,
    accessLevel: accessLevels[gongbao.disclosure],
    license: dataset.licenses[0]?.path ?? config.licence?.url,
    language: ['zh-CN'],
    landingPage: addressOf(urls.dataset(dataset.id), options),
    publisher: { '@type': 'org:Organization', name: gongbao.provider },
    contactPoint: {
      '@type': 'vcard:Contact',
      fn: config.contact?.name ?? config.publisher,
      ...(config.contact?.email && { hasEmail: `mailto:${config.contact.email}` }),
    },
    distribution: (options.published.get(dataset.id) ?? []).map((file) => ({
      '@type': 'dcat:Distribution',
      title: file.format,
      downloadURL: addressOf(file.path, options),
      mediaType: mediaTypeOf(file.path),
    })),
  }
}
