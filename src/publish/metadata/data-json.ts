import type { Dataset } from '../../model/data/dataset.ts'
import type { Site } from '../../model/site.ts'
import { latestFiles } from '../formats/manifest.ts'
import { mediaTypeOf } from '../formats/media-type.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { urls } from '../urls.ts'
import { isData } from './dcat-distribution.ts'
import { editionOf } from './edition.ts'
import { licenceOf } from './licence.ts'

/** `/data.json`: the catalogue in the form of Project Open Data 1.1, which many harvesters read. */
export function dataJson(site: Site, options: PublishOptions): object {
  return {
    '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
    '@id': addressOf('/data.json', options),
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

/** Repeating intervals of ISO 8601, as the schema wants them; 一次性 has none. */
const periodicity: Readonly<Record<Dataset['gongbao']['updateCycle'], string | undefined>> = {
  每日: 'R/P1D',
  每周: 'R/P1W',
  每月: 'R/P1M',
  每季: 'R/P3M',
  每年: 'R/P1Y',
  不定期: 'irregular',
  一次性: undefined,
}

function datasetEntry({ config }: Site, dataset: Dataset, options: PublishOptions) {
  const { gongbao, scope } = dataset
  const page = addressOf(urls.dataset(dataset.id), options)
  const { folder } = editionOf(dataset, { url: options.origin + options.base })
  const files = latestFiles(dataset.id, options.published).filter(isData)
  const cycle = periodicity[gongbao.updateCycle]
  return {
    '@type': 'dcat:Dataset',
    identifier: page,
    title: dataset.title,
    description: dataset.description,
    keyword: dataset.keywords.length > 0 ? dataset.keywords : [dataset.title],
    issued: dataset.created,
    modified: gongbao.updatedOn,
    ...(cycle && { accrualPeriodicity: cycle }),
    accessLevel: accessLevels[gongbao.disclosure],
    license: licenceOf(dataset, config)?.url,
    language: ['zh-CN'],
    landingPage: page,
    ...(scope && {
      temporal: `${scope.from}/${scope.to}`,
      spatial: scope.places.map(({ name }) => name).join('、'),
    }),
    publisher: { '@type': 'org:Organization', name: config.publisher },
    contactPoint: {
      '@type': 'vcard:Contact',
      fn: config.contact?.name ?? config.publisher,
      ...(config.contact?.email && { hasEmail: `mailto:${config.contact.email}` }),
    },
    ...(files.length > 0 && { describedBy: `${folder}datapackage.json`, describedByType: 'application/json' }),
    distribution: files.map((file) => ({
      '@type': 'dcat:Distribution',
      title: file.format,
      downloadURL: addressOf(file.path, options),
      mediaType: mediaTypeOf(file.path),
    })),
  }
}
