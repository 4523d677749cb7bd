import type { IndexMore } from '../format/more.ts'
import { type Hit, hitOf, type Piece } from './excerpt.ts'
import type { AskOptions } from './found.ts'
import type { OpenIndex } from './open-index.ts'
import { search } from './search.ts'

/** An answer for programs: the form of `npm run search -- --format json`. */
export interface QueryResult {
  readonly query: string
  /** Searched in its place, where nothing holds it as typed. */
  readonly used?: string | undefined
  /** Words that were added to it. */
  readonly added: readonly string[]
  /** Documents that hold all of it. */
  readonly total: number
  readonly exact: readonly ResultEntry[]
  readonly related: readonly ResultEntry[]
  /** Read from the index for start-up, the query and the first ten results; the client itself is not counted. */
  readonly bytes: number
  readonly requests: number
  /** Of these: for start-up, and for the query. */
  readonly startBytes: number
  readonly queryBytes: number
}

export interface ResultEntry {
  readonly url: string
  readonly title: string
  readonly type: string
  readonly count: number
  readonly clause: string
  readonly excerpt: string
}

const firstPage = 10

/** Asks an index and reads every result; what is read beyond the first ten is not counted. */
export async function queryResult(index: OpenIndex, query: string, options: AskOptions = {}): Promise<QueryResult> {
  const { traffic } = index.source
  const startBytes = traffic.bytes
  const answer = await search(index, query, options)
  const queryBytes = traffic.bytes - startBytes
  const { more } = index
  const entries: ResultEntry[] = []
  const all = [...answer.exact, ...answer.related]
  const read = async (from: number, to: number) => {
    const hits = await Promise.all(all.slice(from, to).map((found) => hitOf(index, found, answer.marks, options.fold)))
    entries.push(...hits.map((hit) => toEntry(more, hit)))
  }
  await read(0, firstPage)
  const { bytes, requests } = traffic
  for (let from = firstPage; from < all.length; from += 50) await read(from, from + 50)
  return {
    query,
    ...(answer.used ? { used: answer.used.text } : {}),
    added: answer.added,
    total: answer.exact.length,
    exact: entries.slice(0, answer.exact.length),
    related: entries.slice(answer.exact.length),
    bytes,
    requests,
    startBytes,
    queryBytes,
  }
}

function toEntry({ facets, documents }: IndexMore, hit: Hit): ResultEntry {
  const facet = facets.findIndex(({ name }) => name === '类型')
  const value = documents[hit.document]?.[facet]?.[0]
  const type = value === undefined ? '' : (facets[facet]?.values[value] ?? '')
  const anchor = hit.anchor === undefined ? '' : `#${hit.anchor}`
  return {
    url: hit.url.includes('#') ? hit.url : hit.url + anchor,
    title: textOf(hit.title),
    type,
    count: hit.count,
    clause: hit.clause ?? '',
    excerpt: textOf(hit.excerpt),
  }
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('')
}
