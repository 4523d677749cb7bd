import { DataFactory, Writer } from 'n3'

/** One thing of a graph: what it is and what is said of it, by prefixed names such as `dct:title`. */
export interface RdfNode {
  readonly id: string // full IRI: nothing is a blank node, so that others can point at it
  readonly types: readonly string[]
  readonly facts: Readonly<Record<string, RdfValue | readonly RdfValue[] | undefined>>
}

/** Another thing, words in a language, or a value with a type such as `xsd:date`; without either, plain text. */
export type RdfValue =
  | { readonly iri: string }
  | { readonly text: string; readonly lang?: string; readonly type?: string }

/** The vocabularies our graphs use. */
export const vocabularies = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  adms: 'http://www.w3.org/ns/adms#',
  prov: 'http://www.w3.org/ns/prov#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcatap: 'http://data.europa.eu/r5r/',
} as const

export function iri(id: string): RdfValue {
  return { iri: id }
}

/** Signs that would end an address in Turtle are written as bytes (RFC 3987 §3.1). */
function safeIri(id: string): string {
  return id.replace(/[\p{Cc}\s<>"{}|\\^`]/gu, encodeURIComponent)
}

export function zh(text: string): RdfValue {
  return { text, lang: 'zh' }
}

export function day(text: string): RdfValue {
  return { text, type: 'xsd:date' }
}

/** The graph as JSON-LD. Its context is inside, so that nobody has to fetch one. */
export function toJsonLd(nodes: readonly RdfNode[]): object {
  return {
    '@context': vocabularies,
    '@graph': distinct(nodes).map(({ id, types, facts }) => ({
      '@id': safeIri(id),
      '@type': types.length === 1 ? types[0] : types,
      ...Object.fromEntries(
        factsOf(facts).map(([name, values]) => [
          name,
          values.length === 1 ? jsonValue(values[0]) : values.map(jsonValue),
        ]),
      ),
    })),
  }
}

/** The same graph as Turtle. */
export function toTurtle(nodes: readonly RdfNode[]): string {
  const writer = new Writer({ prefixes: vocabularies })
  for (const { id, types, facts } of distinct(nodes)) {
    const subject = DataFactory.namedNode(safeIri(id))
    for (const type of types) {
      writer.addQuad(subject, DataFactory.namedNode(expand('rdf:type')), DataFactory.namedNode(expand(type)))
    }
    for (const [name, values] of factsOf(facts)) {
      for (const value of values) writer.addQuad(subject, DataFactory.namedNode(expand(name)), term(value))
    }
  }
  let turtle = ''
  writer.end((error, text: string) => {
    if (error) throw error
    turtle = text
  })
  return turtle
}

/** A thing may be described where it is used, again and again; the graph says it once. */
function distinct(nodes: readonly RdfNode[]): RdfNode[] {
  return [...new Map(nodes.toReversed().map((node) => [node.id, node])).values()].toReversed()
}

function factsOf(facts: RdfNode['facts']): [string, readonly RdfValue[]][] {
  return Object.entries(facts).flatMap(([name, given]): [string, readonly RdfValue[]][] => {
    const values = given === undefined ? [] : isList(given) ? given : [given]
    return values.length > 0 ? [[name, values]] : []
  })
}

function isList(given: RdfValue | readonly RdfValue[]): given is readonly RdfValue[] {
  return Array.isArray(given)
}

function jsonValue(value: RdfValue | undefined): object | undefined {
  if (value === undefined) return undefined
  if ('iri' in value) return { '@id': safeIri(value.iri) }
  const { text, lang, type } = value
  return { '@value': text, ...(lang && { '@language': lang }), ...(type && { '@type': type }) }
}

function term(value: RdfValue) {
  if ('iri' in value) return DataFactory.namedNode(safeIri(value.iri))
  if (value.lang) return DataFactory.literal(value.text, value.lang)
  return DataFactory.literal(value.text, DataFactory.namedNode(expand(value.type ?? 'xsd:string')))
}

function expand(name: string): string {
  const colon = name.indexOf(':')
  const vocabulary = Object.entries(vocabularies).find(([prefix]) => prefix === name.slice(0, colon))
  if (!vocabulary) throw new Error(`unknown vocabulary: ${name}`)
  return vocabulary[1] + name.slice(colon + 1)
}
