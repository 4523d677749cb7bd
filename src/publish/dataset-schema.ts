import type { Dataset } from '../model/dataset.ts'
import { datasetFacts } from '../model/dataset-facts.ts'
import type { Site } from '../model/site.ts'
import { mediaTypeOf } from './media-type.ts'
import { addressOf, type PublishOptions } from './options.ts'
import { urls } from './urls.ts'

/** A dataset as schema.org/Dataset, for search engines; stands in the page of the dataset. */
export function datasetSchema(site: Site, dataset: Dataset, options: PublishOptions): object {
  const { config } = site
  const { gongbao } = dataset
  const page = addressOf(urls.dataset(dataset.id), options)
  const span = datasetFacts(site, dataset).span
  const places = new Set(site.observations.filter((one) => one.dataset === dataset.id).map((one) => one.region))
  const files = options.published.get(dataset.id) ?? []
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': page,
    name: dataset.title,
    description: dataset.description,
    url: page,
    version: dataset.version,
    dateCreated: dataset.created,
    dateModified: gongbao.updatedOn,
    inLanguage: 'zh-CN',
    keywords: dataset.keywords,
    isAccessibleForFree: gongbao.disclosure === '无条件开放',
    creator: { '@type': 'Organization', name: gongbao.provider },
    publisher: { '@type': 'Organization', name: config.publisher },
    license: dataset.licenses[0]?.path ?? config.licence?.url ?? config.licence?.title,
    temporalCoverage: span && `${span.from}/${span.to}`,
    spatialCoverage: [...places].map((code) => ({ '@type': 'Place', name: site.regions.get(code)?.name ?? code })),
    variableMeasured: dataset.tables[0]?.schema.fields.map((field) => ({
      '@type': 'PropertyValue',
      name: field.name,
      description: field.title ?? field.description,
    })),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      name: `${config.name}数据目录`,
      url: addressOf(urls.data(), options),
    },
    distribution: files.map((file) => ({
      '@type': 'DataDownload',
      name: file.format,
      contentUrl: addressOf(file.path, options),
      encodingFormat: mediaTypeOf(file.path),
      contentSize: `${file.bytes} B`,
      sha256: file.sha256,
    })),
  }
}
