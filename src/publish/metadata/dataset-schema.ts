import type { Dataset } from '../../model/data/dataset.ts'
import { formatNumber } from '../../model/number/format.ts'
import type { Site } from '../../model/site.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import { latestFiles } from '../formats/manifest.ts'
import { mediaTypeOf } from '../formats/media-type.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { urls } from '../urls.ts'
import { isData } from './dcat-distribution.ts'
import { providerNode, publisherNode } from './dcat-terms.ts'
import { datasetIri, editionOf } from './edition.ts'
import { licenceOf } from './licence.ts'

/**
 * A dataset as schema.org/Dataset, for search engines; stands in the page of the dataset. What Google requires and
 * recommends (https://developers.google.com/search/docs/appearance/structured-data/dataset) is there where it is known.
 */
export function datasetSchema({ config }: Pick<Site, 'config'>, dataset: Dataset, options: PublishOptions): object {
  const { gongbao, scope } = dataset
  const edition = editionOf(dataset, { url: options.origin + options.base })
  const licence = licenceOf(dataset, config)
  const rows = dataset.tables.reduce((sum, table) => sum + table.summary.rows, 0)
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': datasetIri(edition),
    name: dataset.title,
    description: dataset.description,
    url: edition.page,
    identifier: datasetIri(edition),
    version: dataset.version,
    dateCreated: dataset.created,
    datePublished: dataset.created,
    dateModified: gongbao.updatedOn,
    inLanguage: 'zh-CN',
    ...(dataset.keywords.length > 0 && { keywords: dataset.keywords }),
    isAccessibleForFree: gongbao.disclosure === '无条件开放',
    creator: organization(providerNode(edition.site, gongbao.provider).id, gongbao.provider),
    publisher: organization(publisherNode(edition.site, config).id, config.publisher),
    ...(licence && { license: licence.url ?? { '@type': 'CreativeWork', name: licence.title } }),
    ...(scope && {
      temporalCoverage: `${scope.from}/${scope.to}`,
      spatialCoverage: scope.places.map(({ code, name }) => ({ '@type': 'Place', name, identifier: code })),
    }),
    ...(dataset.tables.length > 0 && {
      size: formatNumber(rows, '行'),
      variableMeasured: dataset.tables.flatMap((table) =>
        table.header.map((name) =>
          variable(
            name,
            table.schema.fields.find((field) => field.name === name),
          ),
        ),
      ),
    }),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': catalogId(edition.site),
      name: catalogName(config),
      url: addressOf(urls.data(), options),
    },
    distribution: latestFiles(dataset.id, options.published)
      .filter(isData)
      .map((file) => ({
        '@type': 'DataDownload',
        name: file.format,
        contentUrl: addressOf(file.path, options),
        encodingFormat: mediaTypeOf(file.path),
        contentSize: `${file.bytes} B`,
        sha256: file.sha256,
      })),
  }
}

/** The catalogue as schema.org/DataCatalog; stands in the list of datasets. */
export function catalogSchema(
  { config, datasets }: Pick<Site, 'config' | 'datasets'>,
  options: PublishOptions,
): object {
  const address = options.origin + options.base
  const licence = config.licence
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    '@id': catalogId(address),
    name: catalogName(config),
    description: config.description,
    url: addressOf(urls.data(), options),
    inLanguage: 'zh-CN',
    publisher: organization(publisherNode(address, config).id, config.publisher),
    ...(licence && { license: licence.url ?? { '@type': 'CreativeWork', name: licence.title } }),
    dataset: [...datasets.values()].map((dataset) => {
      const edition = editionOf(dataset, { url: address })
      return {
        '@type': 'Dataset',
        '@id': datasetIri(edition),
        name: dataset.title,
        description: dataset.description,
        url: edition.page,
      }
    }),
  }
}

/** The name of the catalogue in every form it takes. */
export function catalogName({ place, name }: Pick<SiteConfig, 'place' | 'name'>): string {
  return `${place}${name}数据目录`
}

function catalogId(address: string): string {
  return `${address}${urls.data()}#catalog`
}

function variable(name: string, field: Dataset['tables'][number]['schema']['fields'][number] | undefined) {
  const unit = field?.['gongbao:unit']
  return {
    '@type': 'PropertyValue',
    name,
    ...((field?.title || field?.description) && { description: field.title ?? field.description }),
    ...(unit && { unitText: unit }),
  }
}

function organization(id: string, name: SiteConfig['publisher']) {
  return { '@type': 'Organization', '@id': id, name }
}
