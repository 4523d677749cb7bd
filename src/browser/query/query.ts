import type { Filter } from './filter.ts'
import type { AggregateName } from './group.ts'
import type { SortKey } from './sort.ts'

/** One figure asked of each group; `count` alone counts rows and needs no column. */
export interface Measure {
  readonly name: AggregateName
  readonly column?: string | undefined
}

/** Everything a reader has chosen for one table. The address of the page holds it. */
export interface Query {
  readonly filters: readonly Filter[]
  /** Rows of the table where empty; else one row for each group. */
  readonly groups: readonly string[]
  /** The column whose values become columns, beside the groups. */
  readonly across?: string | undefined
  readonly measures: readonly Measure[]
  /** By names of the columns of the result. */
  readonly sort: readonly SortKey[]
  readonly page: number // from 1
}

export const emptyQuery: Query = { filters: [], groups: [], measures: [], sort: [], page: 1 }

/** `value.sum`, `count`: the name of a measure in the address and in downloads. */
export function measureId({ name, column }: Measure): string {
  return column === undefined ? name : `${column}.${name}`
}

export function isGrouped(query: Query): boolean {
  return query.groups.length > 0 || query.across !== undefined || query.measures.length > 0
}

/** The measures that are shown: where none is chosen, the rows are counted. */
export function shownMeasures({ measures }: Query): readonly Measure[] {
  return measures.length > 0 ? measures : [{ name: 'count' }]
}

/** Without the conditions that say nothing yet: they narrow nothing and are not written into the address. */
export function withoutOpen(query: Query): Query {
  return { ...query, filters: query.filters.filter((filter) => !isOpen(filter)) }
}

function isOpen(filter: Filter): boolean {
  if (filter.op === 'in') return filter.values.length === 0
  if (filter.op === 'has') return filter.text === ''
  return filter.op === 'range' && !filter.from && !filter.to
}
