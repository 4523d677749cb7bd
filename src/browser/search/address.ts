import { type Facet, facets } from '../../publish/search/facet.ts'
import type { Choice } from './answer.ts'

/** What results are sorted by: how well they fit, or their day, the latest first. */
export type Sort = 'fit' | 'date'

/**
 * What is being looked for, as the address of the search page holds it:
 * `?q=首贷户&type=目标&region=义乌市&sort=date`.
 */
export interface Search {
  readonly query: string
  readonly choice: Choice
  readonly sort: Sort
}

/** Names in the address; values are what the reader sees. */
export const facetKeys: Readonly<Record<Facet, string>> = {
  类型: 'type',
  地区: 'region',
  年份: 'year',
  状态: 'status',
  单位: 'unit',
}

export function readAddress(address: string): Search {
  const parameters = new URLSearchParams(address)
  const chosen = facets.map((facet) => [facet, parameters.getAll(facetKeys[facet])] as const)
  return {
    query: (parameters.get('q') ?? '').trim(),
    choice: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
    sort: parameters.get('sort') === 'date' ? 'date' : 'fit',
  }
}

/** The part of the address after the path; empty for an empty search. */
export function writeAddress({ query, choice, sort }: Search): string {
  const parameters = new URLSearchParams(query ? { q: query } : {})
  for (const facet of facets) for (const value of choice[facet] ?? []) parameters.append(facetKeys[facet], value)
  if (sort === 'date' && parameters.size > 0) parameters.append('sort', sort)
  const text = parameters.toString()
  return text && `?${text}`
}
