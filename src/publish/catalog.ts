import type { Dataset } from '../model/dataset.ts'
import type { Site } from '../model/site.ts'
import type { PublishedFile } from './manifest.ts'
import { mediaTypeOf } from './media-type.ts'
import { addressOf, type PublishOptions } from './options.ts'
import { urls } from './urls.ts'

/** The catalogue of all datasets as DCAT 3 in JSON-LD (https://www.w3.org/TR/vocab-dcat-3/); its context is inside. */
export function catalog(site: Site, options: PublishOptions): object {
  const { config } = site
  return {
    '@context': context,
    '@id': addressOf(urls.data(), options),
    '@type': 'dcat:Catalog',
    title: zh(`${config.place}${config.name}数据目录`),
    description: zh(config.description),
    publisher: agent(config.publisher),
    homepage: addressOf(urls.home(), options),
    language: 'http://publications.europa.eu/resource/authority/language/ZHO',
    modified: date(latest(site)),
    license: config.licence?.url ?? config.licence?.title,
    dataset: [...site.datasets.values()].map((dataset) => datasetNode(site, dataset, options)),
  }
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: 'dct:title',
  description: 'dct:description',
  publisher: 'dct:publisher',
  issued: 'dct:issued',
  modified: 'dct:modified',
  license: 'dct:license',
  format: 'dct:format',
  name: 'foaf:name',
  homepage: { '@id': 'foaf:homepage', '@type': '@id' },
  language: { '@id': 'dct:language', '@type': '@id' },
  accessRights: { '@id': 'dct:accessRights', '@type': '@id' },
  frequency: { '@id': 'dct:accrualPeriodicity', '@type': '@id' },
  keyword: { '@id': 'dcat:keyword', '@language': 'zh' },
  version: 'dcat:version',
  dataset: 'dcat:dataset',
  distribution: 'dcat:distribution',
  landingPage: { '@id': 'dcat:landingPage', '@type': '@id' },
  downloadURL: { '@id': 'dcat:downloadURL', '@type': '@id' },
  accessURL: { '@id': 'dcat:accessURL', '@type': '@id' },
  mediaType: { '@id': 'dcat:mediaType', '@type': '@id' },
  byteSize: { '@id': 'dcat:byteSize', '@type': 'xsd:nonNegativeInteger' },
  checksum: 'spdx:checksum',
  algorithm: { '@id': 'spdx:algorithm', '@type': '@id' },
  checksumValue: { '@id': 'spdx:checksumValue', '@type': 'xsd:hexBinary' },
} as const

/** 更新周期 in the vocabulary that DCAT catalogues share. */
const frequencies: Readonly<Record<Dataset['gongbao']['updateCycle'], string>> = {
  每日: 'DAILY',
  每周: 'WEEKLY',
  每月: 'MONTHLY',
  每季: 'QUARTERLY',
  每年: 'ANNUAL',
  不定期: 'IRREG',
  一次性: 'NEVER',
}
const rights: Readonly<Record<Dataset['gongbao']['disclosure'], string>> = {
  无条件开放: 'PUBLIC',
  受限开放: 'RESTRICTED',
  禁止开放: 'NON_PUBLIC',
}
const authority = 'http://publications.europa.eu/resource/authority'

function datasetNode(site: Site, dataset: Dataset, options: PublishOptions) {
  const { gongbao } = dataset
  const page = addressOf(urls.dataset(dataset.id), options)
  const licence = dataset.licenses[0]?.path ?? site.config.licence?.url ?? site.config.licence?.title
  return {
    '@id': `${page}#dataset`,
    '@type': 'dcat:Dataset',
    title: zh(dataset.title),
    description: zh(dataset.description),
    publisher: agent(gongbao.provider),
    issued: date(dataset.created),
    modified: date(gongbao.updatedOn),
    version: dataset.version,
    keyword: dataset.keywords,
    frequency: `${authority}/frequency/${frequencies[gongbao.updateCycle]}`,
    accessRights: `${authority}/access-right/${rights[gongbao.disclosure]}`,
    license: licence,
    landingPage: page,
    distribution: (options.published.get(dataset.id) ?? []).map((file) => distribution(file, page, licence, options)),
  }
}

function distribution(file: PublishedFile, page: string, licence: string | undefined, options: PublishOptions) {
  const address = addressOf(file.path, options)
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    title: zh(file.format),
    accessURL: page,
    downloadURL: address,
    mediaType: `https://www.iana.org/assignments/media-types/${mediaTypeOf(file.path)}`,
    byteSize: String(file.bytes),
    license: licence,
    checksum: {
      '@type': 'spdx:Checksum',
      algorithm: 'spdx:checksumAlgorithm_sha256',
      checksumValue: file.sha256,
    },
  }
}

function zh(text: string) {
  return { '@value': text, '@language': 'zh' }
}

function date(day: string) {
  return { '@value': day, '@type': 'xsd:date' }
}

function agent(name: string) {
  return { '@type': 'foaf:Agent', name: zh(name) }
}

/** The day any dataset last changed; a site without datasets is as old as its as-of day. */
function latest(site: Site): string {
  return (
    [...site.datasets.values()]
      .map((one) => one.gongbao.updatedOn)
      .sort()
      .at(-1) ?? site.asOf
  )
}
