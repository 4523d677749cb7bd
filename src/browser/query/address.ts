import type { Filter } from './filter.ts'
import type { AggregateName } from './group.ts'
import { type Measure, measureId, type Query } from './query.ts'
import type { SortKey } from './sort.ts'

/**
 * A query as the address holds it, made to be read and typed:
 * `?dataset=yw-economy&table=observations&region.in=330782&value.from=10&group=period&measure=value.sum&sort=period.desc`.
 * The same query gives the same text.
 */
export interface Place {
  readonly dataset: string
  /** The version that the address was made with; the data may have moved on. */
  readonly version?: string | undefined
  readonly table?: string | undefined
  readonly query: Query
  /** Set where the reader has written SQL instead. */
  readonly sql?: string | undefined
}

/** Stands between two conditions of one sort on one column, which would else be read as one. */
const nextCondition = 'and'

const aggregates: readonly AggregateName[] = ['count', 'sum', 'mean', 'min', 'max', 'median', 'distinct']

export function writePlace({ dataset, version, table, query, sql }: Place): string {
  const parameters = new URLSearchParams()
  if (dataset) parameters.append('dataset', dataset)
  if (version) parameters.append('version', version)
  if (table) parameters.append('table', table)
  for (const [at, filter] of query.filters.entries()) {
    const before = query.filters[at - 1]
    if (before?.column === filter.column && before.op === filter.op) parameters.append(nextCondition, '')
    for (const [name, value] of pairsOf(filter)) parameters.append(name, value)
  }
  for (const group of query.groups) parameters.append('group', group)
  if (query.across) parameters.append('across', query.across)
  for (const measure of query.measures) parameters.append('measure', measureId(measure))
  for (const { column, descending } of query.sort) parameters.append('sort', descending ? `${column}.desc` : column)
  if (query.page > 1) parameters.append('page', String(query.page))
  if (sql) parameters.append('sql', sql)
  const text = parameters.toString()
  return text && `?${text}`
}

/** What cannot be read is left out: an address may have been typed by hand. */
export function readPlace(address: string): Place {
  const parameters = new URLSearchParams(address)
  const page = Number(parameters.get('page') ?? 1)
  return {
    dataset: parameters.get('dataset') ?? '',
    version: parameters.get('version') ?? undefined,
    table: parameters.get('table') ?? undefined,
    sql: parameters.get('sql') ?? undefined,
    query: {
      filters: readFilters(parameters),
      groups: parameters.getAll('group'),
      across: parameters.get('across') ?? undefined,
      measures: parameters.getAll('measure').flatMap((text) => readMeasure(text) ?? []),
      sort: parameters.getAll('sort').map(readSort),
      page: Number.isInteger(page) && page > 0 ? page : 1,
    },
  }
}

function pairsOf(filter: Filter): (readonly [string, string])[] {
  const { column, op } = filter
  if (op === 'in') return filter.values.map((value) => [`${column}.in`, value] as const)
  if (op === 'has') return [[`${column}.has`, filter.text]]
  if (op !== 'range') return [[`${column}.${op}`, '']]
  const { from, to } = filter
  return [...(from ? [[`${column}.from`, from] as const] : []), ...(to ? [[`${column}.to`, to] as const] : [])]
}

function readFilters(parameters: URLSearchParams): Filter[] {
  const filters: Filter[] = []
  let isNext = false
  for (const [name, value] of parameters) {
    if (name === nextCondition) {
      isNext = true
      continue
    }
    const [, column = '', op = ''] = /^(.+)\.(in|has|from|to|missing|present)$/.exec(name) ?? []
    const last = filters.at(-1)
    const same = last?.column === column && !isNext ? last : undefined
    if (op !== '') isNext = false
    if (op === 'in') {
      if (same?.op === 'in') filters[filters.length - 1] = { ...same, values: [...same.values, value] }
      else filters.push({ column, op, values: [value] })
    } else if (op === 'from' || op === 'to') {
      if (same?.op === 'range' && same[op] === undefined) filters[filters.length - 1] = { ...same, [op]: value }
      else filters.push({ column, op: 'range', [op]: value })
    } else if (op === 'has') filters.push({ column, op, text: value })
    else if (op === 'missing' || op === 'present') filters.push({ column, op })
  }
  return filters
}

function readMeasure(text: string): Measure | undefined {
  if (text === 'count') return { name: 'count' }
  const dot = text.lastIndexOf('.')
  const name = aggregates.find((one) => one === text.slice(dot + 1))
  return name && dot > 0 ? { name, column: text.slice(0, dot) } : undefined
}

function readSort(text: string): SortKey {
  return text.endsWith('.desc') ? { column: text.slice(0, -5), descending: true } : { column: text, descending: false }
}
