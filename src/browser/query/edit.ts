import type { Filter } from './filter.ts'
import { type Measure, type Query, shownMeasures } from './query.ts'
import { nextSort } from './sort.ts'

/**
 * What one control does to a query. A control never keeps a query: it is given the one that stands when it is used, so
 * that no choice made meanwhile is lost.
 */
export type Edit = (query: Query) => Query

export function addFilter(filter: Filter): Edit {
  return (query) => narrowed(query, [...query.filters, filter])
}

export function setFilter(at: number, filter: Filter): Edit {
  return (query) =>
    narrowed(
      query,
      query.filters.map((one, index) => (index === at ? filter : one)),
    )
}

export function removeFilter(at: number): Edit {
  return (query) =>
    narrowed(
      query,
      query.filters.filter((_, index) => index !== at),
    )
}

/** An empty name takes the group away. */
export function setGroup(at: number, column: string): Edit {
  return (query) => {
    const groups = [...query.groups.slice(0, at), column, ...query.groups.slice(at + 1)].filter((one) => one !== '')
    return regrouped(query, { groups })
  }
}

export function setAcross(column: string | undefined): Edit {
  return (query) =>
    regrouped(query, { across: column, measures: column === undefined ? query.measures : query.measures.slice(0, 1) })
}

export function setMeasure(at: number, measure: Measure): Edit {
  return (query) =>
    regrouped(query, { measures: shownMeasures(query).map((one, index) => (index === at ? measure : one)) })
}

export function addMeasure(measure: (shown: readonly Measure[]) => Measure): Edit {
  return (query) => regrouped(query, { measures: [...shownMeasures(query), measure(shownMeasures(query))] })
}

export function dropMeasure(query: Query): Query {
  return regrouped(query, { measures: shownMeasures(query).slice(0, -1) })
}

export function sortBy(column: string): Edit {
  return (query) => ({ ...query, sort: nextSort(query.sort, column), page: 1 })
}

export function toPage(page: number): Edit {
  return (query) => ({ ...query, page })
}

function narrowed(query: Query, filters: readonly Filter[]): Query {
  return { ...query, filters, page: 1 }
}

/** Other columns stand in the result: an order by the old ones is none. */
function regrouped(query: Query, part: Partial<Query>): Query {
  return { ...query, ...part, sort: [], page: 1 }
}
