/** What describes a release, by the names that `npm run release` writes. */
const described: ReadonlySet<string> = new Set([
  'datapackage.json',
  'csv-metadata.json',
  'dataset.jsonld',
  'dataset.ttl',
  'codebook.csv',
  'CITATION.txt',
  'citation.bib',
  'citation.ris',
  'README.md',
  'changes.json',
  'SHA256SUMS',
])

/**
 * Whether `npm run release` writes a file of this name for a dataset with these tables (`a.csv`): nothing else is
 * copied into a site, where a page with a script would run as one of its own.
 */
export function isReleaseName(name: string, dataset: string, tables: readonly string[]): boolean {
  if (described.has(name) || name === `${dataset}.xlsx` || name === `${dataset}.zip`) return true
  const stem = /^(.+?)(?:\.excel\.csv|\.csv|\.json|\.ndjson|(?:-\d{4})?\.parquet)$/.exec(name)?.[1]
  return stem !== undefined && tables.includes(`${stem}.csv`)
}
