import { close, createIndex } from 'pagefind'
import { type Facet, facets } from './facet.ts'
import { indexText } from './index-words.ts'
import { recordTypes, type SearchRecord } from './records.ts'

/** The Pagefind index of the records: file contents by path inside `/pagefind/`. The same records give the same bytes. */
export async function buildIndex(records: readonly SearchRecord[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const { index, errors } = await createIndex()
  if (!index) throw new Error(`Pagefind does not start: ${errors.join('; ')}`)
  try {
    for (const [order, record] of records.entries()) {
      const added = await index.addCustomRecord(toPagefind(record, order))
      if (added.errors.length > 0) throw new Error(`Pagefind refuses ${record.url}: ${added.errors.join('; ')}`)
    }
    const { files, errors: failed } = await index.getFiles()
    if (failed.length > 0) throw new Error(`Pagefind cannot write its index: ${failed.join('; ')}`)
    const needed = files.filter(({ path }) => !interfaceFiles.test(path))
    return new Map(needed.map(({ path, content }) => [path, content]))
  } finally {
    await close()
  }
}

/** Pagefind brings interfaces of its own; ours is `client.ts`. */
const interfaceFiles = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./

function toPagefind(record: SearchRecord, order: number) {
  const { url, type, title, number = '', where, summary, words, status = '' } = record
  return {
    url,
    language: 'zh-cn',
    content: indexText([title, number], [summary, ...words]),
    meta: { title, number, where, summary, type, status, url },
    filters: filtersOf(record),
    // Among equally good answers: by kind, then as the site lists them.
    sort: { order: String(recordTypes.indexOf(type) * 1_000_000 + order).padStart(8, '0') },
  }
}

function filtersOf({ type, filters }: SearchRecord): Record<Facet, string[]> {
  const all = { ...filters, 类型: [type] }
  return Object.fromEntries(facets.map((facet) => [facet, [...(all[facet] ?? [])]])) as Record<Facet, string[]>
}
