import type { Cell, Column } from './column.ts'

/** Rows put into groups: `of[i]` is the group of `rows[i]`, `first[g]` a row of group g. Groups by first appearance. */
export interface Grouping {
  readonly count: number
  readonly of: Uint32Array
  readonly first: Uint32Array
}

/** Rows whose values agree in all the columns form a group; missing is a value of its own. No column: one group, of no rows too. */
export function groupRows(rows: Uint32Array, columns: readonly Column[]): Grouping {
  let of = new Uint32Array(rows.length)
  if (columns.length === 0) return { count: 1, of, first: rows.slice(0, 1) }
  for (const column of columns) of = refine(rows, of, column)
  const first: number[] = []
  for (const [index, row] of rows.entries()) if (of[index] === first.length) first.push(row)
  return { count: first.length, of, first: Uint32Array.from(first) }
}

export type AggregateName = 'count' | 'sum' | 'mean' | 'min' | 'max' | 'median' | 'distinct'

/** One figure for each group. */
export interface Aggregate {
  readonly cells: readonly Cell[]
  /** Rows of the group without a value; they are left out, and never counted as zero. */
  readonly missing: Uint32Array
}

/** How many rows each group has. */
export function countRows({ count, of }: Grouping): number[] {
  const counts = new Array<number>(count).fill(0)
  for (const group of of) counts[group] = (counts[group] ?? 0) + 1
  return counts
}

/** A group without any value has no sum, mean or extreme: undefined. `min` and `max` also order texts (dates). */
export function aggregate(name: AggregateName, rows: Uint32Array, grouping: Grouping, column: Column): Aggregate {
  const missing = new Uint32Array(grouping.count)
  const values = valuesByGroup(rows, grouping, column, missing)
  return { cells: values.map((group) => reduce(name, group, column)), missing }
}

/** Group numbers stay dense and in the order of first appearance. */
function refine(rows: Uint32Array, of: Uint32Array, column: Column) {
  const codes = column.kind === 'text' ? column.codes : undefined
  const known = new Map<number, Map<number, number>>()
  const refined = new Uint32Array(rows.length)
  let count = 0
  for (const [index, row] of rows.entries()) {
    const group = of[index] ?? 0
    const key = codes ? (codes[row] ?? 0) : ((column as { numbers: Float64Array }).numbers[row] ?? Number.NaN)
    let inner = known.get(group)
    if (!inner) {
      inner = new Map()
      known.set(group, inner)
    }
    let number = inner.get(key)
    if (number === undefined) {
      number = count++
      inner.set(key, number)
    }
    refined[index] = number
  }
  return refined
}

/** The values of each group: numbers, or codes of the dictionary. */
function valuesByGroup(rows: Uint32Array, { count, of }: Grouping, column: Column, missing: Uint32Array) {
  const values = Array.from({ length: count }, () => [] as number[])
  for (const [index, row] of rows.entries()) {
    const group = of[index] ?? 0
    const value = column.kind === 'text' ? column.codes[row] || Number.NaN : (column.numbers[row] ?? Number.NaN)
    if (Number.isNaN(value)) missing[group] = (missing[group] ?? 0) + 1
    else values[group]?.push(value)
  }
  return values
}

function reduce(name: AggregateName, values: readonly number[], column: Column): Cell {
  if (name === 'count') return values.length
  if (name === 'distinct') return new Set(values).size
  if (values.length === 0) return undefined
  if (column.kind === 'text') return extremeText(name, values, column.values)
  switch (name) {
    case 'sum':
      return clean(sum(values))
    case 'mean':
      return clean(sum(values) / values.length)
    case 'min':
      return values.reduce((a, b) => Math.min(a, b))
    case 'max':
      return values.reduce((a, b) => Math.max(a, b))
    case 'median':
      return median(values)
  }
}

/** Texts have a first and a last one, and nothing to add up. */
function extremeText(name: AggregateName, codes: readonly number[], texts: readonly string[]): Cell {
  const all = [...new Set(codes)].map((code) => texts[code] ?? '').sort()
  return name === 'min' ? all[0] : name === 'max' ? all.at(-1) : undefined
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : clean(((sorted[middle - 1] ?? upper) + upper) / 2)
}

/** Compensated by Neumaier, so that the order of the rows does not show in the last digits. */
function sum(values: readonly number[]): number {
  let total = 0
  let lost = 0
  for (const value of values) {
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

/** Fifteen digits are what a double keeps; more would be noise. */
function clean(value: number): number {
  return Number(value.toPrecision(15))
}
