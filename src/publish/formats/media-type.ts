const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonld: 'application/ld+json',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  ttl: 'text/turtle',
  md: 'text/markdown',
  txt: 'text/plain',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  zip: 'application/zip',
  xml: 'application/xml',
  ics: 'text/calendar',
  svg: 'image/svg+xml',
  png: 'image/png',
}

/** The media type of a published file, by its ending; those with `x-` are in use without being registered. */
export function mediaTypeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name === 'SHA256SUMS') return 'text/plain'
  return types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}
