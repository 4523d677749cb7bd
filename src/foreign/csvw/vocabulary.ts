/** Prefixes that names of common properties may use: the RDFa initial context and those of CSVW itself. */
const prefixes: ReadonlySet<string> = new Set(
  (
    'as cc csvw ctag dc dc11 dcat dcterms dctypes dqv duv foaf gr grddl ical ldp ma oa og org owl prov qb rdf rdfa ' +
    'rdfs rev rif rr schema sd sioc skos skosxl v vcard void wdr wdrs wrds xhv xml xsd'
  ).split(' '),
)

/** Kinds of description objects, and what else the vocabulary knows as a class. */
const classes: ReadonlySet<string> = new Set(
  (
    'Cell Column Datatype Dialect Direction ForeignKey NumericFormat Row Schema Table TableGroup TableReference ' +
    'Template Transformation'
  ).split(' '),
)

/** `prefix:name` with a known prefix, e.g. `dc:title`. */
export function isPrefixedName(text: string): boolean {
  const colon = text.indexOf(':')
  return colon > 0 && prefixes.has(text.slice(0, colon)) && !text.startsWith('//', colon + 1)
}

/** A URL with a scheme, e.g. `https://example.org/name`. */
export function isAbsoluteUrl(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && !text.startsWith('_:')
}

/** What names a common property. An unknown prefix looks like a scheme; it must then be a full address. */
export function isCommonName(text: string): boolean {
  return isPrefixedName(text) || (isAbsoluteUrl(text) && /^(?:[a-z][a-z\d+.-]*:\/\/|urn:|tag:|mailto:)/i.test(text))
}

export function isClassName(text: string): boolean {
  return classes.has(text)
}
