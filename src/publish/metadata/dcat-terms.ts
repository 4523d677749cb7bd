import type { Dataset } from '../../model/data/dataset.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import type { Licence } from './licence.ts'
import { iri, type RdfNode, zh } from './rdf.ts'

/** Vocabularies that DCAT catalogues share (https://op.europa.eu/en/web/eu-vocabularies). */
const authority = 'http://publications.europa.eu/resource/authority'

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

/** 更新周期. */
export function frequencyNode(cycle: Dataset['gongbao']['updateCycle']): RdfNode {
  return labelled(`${authority}/frequency/${frequencies[cycle]}`, ['dct:Frequency'], cycle)
}

/** 开放属性. */
export function rightsNode(disclosure: Dataset['gongbao']['disclosure']): RdfNode {
  return labelled(`${authority}/access-right/${rights[disclosure]}`, ['dct:RightsStatement'], disclosure)
}

/** Everything is written in Chinese. */
export const chinese = labelled(`${authority}/language/ZHO`, ['dct:LinguisticSystem'], '中文')

/** How long an address may be relied on: a release stays, what `latest` holds moves on. */
export function availabilityNode(isRelease: boolean): RdfNode {
  const [code, label] = isRelease ? ['STABLE', '长期不变'] : ['AVAILABLE', '随新版更换']
  return {
    id: `${authority}/planned-availability/${code}`,
    types: ['skos:Concept'],
    facts: { 'skos:prefLabel': zh(label) },
  }
}

/** The standards whose metadata stand beside the files. */
export const standards: readonly RdfNode[] = [
  labelled('https://datapackage.org/standard/data-package/', ['dct:Standard'], 'Data Package'),
  labelled('https://www.w3.org/TR/tabular-metadata/', ['dct:Standard'], 'CSV on the Web'),
]

/** Who publishes the site; it has a name to point at, so that every catalogue means the same one. */
export function publisherNode(site: string, { publisher }: Pick<SiteConfig, 'publisher'>): RdfNode {
  return {
    id: `${site}/#publisher`,
    types: ['foaf:Agent'],
    facts: { 'foaf:name': zh(publisher), 'foaf:homepage': iri(`${site}/`) },
  }
}

/** 开放主体. */
export function providerNode(site: string, provider: string): RdfNode {
  return {
    id: `${site}/data/#provider-${encodeURIComponent(provider)}`,
    types: ['foaf:Agent'],
    facts: { 'foaf:name': zh(provider) },
  }
}

/** Undefined where the site names nobody to ask. */
export function contactNode(site: string, { contact }: Pick<SiteConfig, 'contact'>): RdfNode | undefined {
  if (!contact) return undefined
  const { name, url, email, phone } = contact
  return {
    id: `${site}/#contact`,
    types: ['vcard:Kind', 'vcard:Organization'],
    facts: {
      'vcard:fn': zh(name),
      ...(email && { 'vcard:hasEmail': iri(`mailto:${email}`) }),
      ...(phone && { 'vcard:hasTelephone': iri(`tel:${phone.replace(/[^\d+]/g, '')}`) }),
      ...(url && { 'vcard:hasURL': iri(url) }),
    },
  }
}

/** A licence without an address gets a name below the site. */
export function licenceNode(site: string, { id, title, url }: Licence): RdfNode {
  return {
    id: url ?? `${site}/data/#licence-${encodeURIComponent(id ?? title)}`,
    types: ['dct:LicenseDocument'],
    facts: { 'dct:title': zh(title), ...(id && { 'dct:identifier': { text: id } }) },
  }
}

/** 区划. */
export function placeNode(site: string, { code, name }: { readonly code: string; readonly name: string }): RdfNode {
  return {
    id: `${site}/data/#region-${encodeURIComponent(code)}`,
    types: ['dct:Location'],
    facts: { 'skos:prefLabel': zh(name), 'dct:identifier': { text: code } },
  }
}

/** A page or file that people read. */
export function documentNode(address: string, title: string): RdfNode {
  return { id: address, types: ['foaf:Document'], facts: { 'dct:title': zh(title) } }
}

function labelled(id: string, types: readonly string[], label: string): RdfNode {
  return { id, types, facts: { 'rdfs:label': zh(label) } }
}
