import type { Dataset } from '../../model/data/dataset.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import type { PublishedFile } from '../formats/manifest.ts'
import { distributionNodes, isData } from './dcat-distribution.ts'
import * as terms from './dcat-terms.ts'
import { datasetIri, type Edition, editionOf } from './edition.ts'
import { licenceOf } from './licence.ts'
import { day, iri, type RdfNode, zh } from './rdf.ts'

/**
 * One edition of a dataset as DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/): the dataset first, then all it points
 * at, each with its class, as DCAT-AP 3 asks; of the edition that moves on, its releases as well. Without a licence
 * there is none in the graph.
 */
export function datasetNodes(
  dataset: Dataset,
  files: readonly PublishedFile[],
  config: SiteConfig,
  edition: Edition,
): RdfNode[] {
  const { gongbao, scope } = dataset
  const { site, page } = edition
  const id = datasetIri(edition)
  const chosen = licenceOf(dataset, config)
  const licence = chosen && terms.licenceNode(site, chosen)
  const publisher = terms.publisherNode(site, config)
  const creator = terms.providerNode(site, gongbao.provider)
  const contact = terms.contactNode(site, config)
  const places = (scope?.places ?? []).map((place) => terms.placeNode(site, place))
  const frequency = terms.frequencyNode(gongbao.updateCycle)
  const access = terms.rightsNode(gongbao.disclosure)
  const landing = terms.documentNode(page, dataset.title)
  const data = files.filter(isData)
  const about =
    data.length === 0 ? [] : descriptions.map(([name, title]) => terms.documentNode(edition.folder + name, title))
  const period = scope && periodNode(`${page}#period`, scope)
  const notes = gongbao.notes.length > 0 ? notesNode(`${page}#notes`, gongbao.notes) : undefined
  const isOpen = gongbao.disclosure === '无条件开放'
  const node: RdfNode = {
    id,
    types: ['dcat:Dataset'],
    facts: {
      'dct:identifier': { text: id },
      'dct:title': zh(dataset.title),
      'dct:description': zh(dataset.description),
      'dct:publisher': iri(publisher.id),
      'dct:creator': iri(creator.id),
      'dcat:contactPoint': contact && iri(contact.id),
      'dct:issued': day(issuedOn(dataset, edition)),
      'dct:modified': day(gongbao.updatedOn),
      'dcat:version': { text: dataset.version },
      'adms:versionNotes': noteOf(dataset, dataset.version),
      ...versionLinks(dataset, edition),
      'dcat:keyword': dataset.keywords.map(zh),
      'dct:language': iri(terms.chinese.id),
      'dct:accrualPeriodicity': iri(frequency.id),
      'dct:accessRights': iri(access.id),
      'dct:license': licence && iri(licence.id),
      'dcat:landingPage': iri(page),
      'dct:spatial': places.map((one) => iri(one.id)),
      'dct:temporal': period && iri(period.id),
      'dct:conformsTo': isOpen ? terms.standards.map((one) => iri(one.id)) : undefined,
      'dct:provenance': notes && iri(notes.id),
      'foaf:page': about.map((one) => iri(one.id)),
      'dcat:distribution': data.map((file) => iri(site + file.path)),
    },
  }
  return [
    node,
    ...data.flatMap((file) => distributionNodes(file, dataset, edition, licence)),
    ...about,
    ...places,
    ...[period, notes, landing, licence, publisher, creator, contact, frequency, access, terms.chinese].flatMap(
      (one) => one ?? [],
    ),
    ...(isOpen ? terms.standards : []),
    ...(edition.version === undefined ? releaseNodes(dataset, config) : []),
  ]
}

/** What stands beside the rows to explain them. */
const descriptions = [
  ['README.md', '说明'],
  ['codebook.csv', '数据字典'],
  ['datapackage.json', 'Data Package'],
  ['csv-metadata.json', 'CSV on the Web'],
] as const

/** The releases of a dataset beside the edition that moves on: enough of each to find it. */
function releaseNodes(dataset: Dataset, config: SiteConfig): RdfNode[] {
  const publisher = terms.publisherNode(editionOf(dataset, config).site, config)
  return dataset.releases.flatMap(({ version, on, note }): RdfNode[] => {
    const edition = editionOf(dataset, config, version)
    return [
      {
        id: datasetIri(edition),
        types: ['dcat:Dataset'],
        facts: {
          'dct:title': zh(`${dataset.title} ${version}`),
          'dct:description': zh(dataset.description),
          'dct:publisher': iri(publisher.id),
          'dct:issued': day(on),
          'dcat:version': { text: version },
          'adms:versionNotes': zh(note),
          ...versionLinks(dataset, edition),
          'dcat:landingPage': iri(edition.page),
        },
      },
      terms.documentNode(edition.page, `${dataset.title} ${version}`),
    ]
  })
}

/** A release points at the dataset it is a version of and at the one before; the moving edition at all releases. */
function versionLinks(dataset: Dataset, { site, version }: Edition): RdfNode['facts'] {
  const at = (one: string | undefined) => iri(datasetIri(editionOf(dataset, { url: site }, one)))
  const versions = dataset.releases.map((one) => one.version) // the newest first
  if (version === undefined) {
    const [newest] = versions
    return {
      'dcat:hasVersion': versions.map(at),
      'dcat:hasCurrentVersion': newest === undefined ? undefined : at(newest),
    }
  }
  const place = versions.indexOf(version)
  const previous = versions[place + 1] // of a release that is only being made, the newest there is
  return {
    'dcat:isVersionOf': at(undefined),
    'dcat:previousVersion': previous === undefined ? undefined : at(previous),
  }
}

/** A release is issued on its day; one that is only being made, on the day of its data. */
function issuedOn({ created, gongbao, releases }: Dataset, { version }: Edition): string {
  if (version === undefined) return created
  return releases.find((one) => one.version === version)?.on ?? gongbao.updatedOn
}

function noteOf({ gongbao }: Dataset, version: string) {
  return gongbao.changes.filter((one) => one.version === version).map(({ note }) => zh(note))
}

function periodNode(id: string, { from, to }: { readonly from: string; readonly to: string }): RdfNode {
  return { id, types: ['dct:PeriodOfTime'], facts: { 'dcat:startDate': day(from), 'dcat:endDate': day(to) } }
}

/** 口径说明. */
function notesNode(id: string, notes: readonly string[]): RdfNode {
  return { id, types: ['dct:ProvenanceStatement'], facts: { 'rdfs:comment': notes.map(zh) } }
}
