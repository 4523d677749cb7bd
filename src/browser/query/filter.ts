import { readNumber, readTime } from './bound.ts'
import type { Column } from './column.ts'

/** One condition on one column. Several are joined by “and”. */
export type Filter =
  | { readonly column: string; readonly op: 'in'; readonly values: readonly string[] }
  | { readonly column: string; readonly op: 'has'; readonly text: string }
  /** Both ends count; either may be open. Numbers by size, texts (dates, periods) by their order; 2023 holds 2023-09. */
  | { readonly column: string; readonly op: 'range'; readonly from?: string; readonly to?: string }
  | { readonly column: string; readonly op: 'missing' }
  | { readonly column: string; readonly op: 'present' }

/** The name that a code is shown by; undefined where a value is shown as it is. */
export type Label = (column: string, value: string) => string | undefined

/** Rows that meet every condition, in the order of the file. */
export function filterRows(
  rows: number,
  columns: ReadonlyMap<string, Column>,
  filters: readonly Filter[],
  label: Label = () => undefined,
): Uint32Array {
  const tests = filters.map((filter) => {
    const column = columns.get(filter.column)
    if (!column) throw new Error(`no column ${filter.column}`)
    return rowTest(filter, column, label)
  })
  const kept = new Uint32Array(rows)
  let count = 0
  for (let row = 0; row < rows; row += 1) if (tests.every((test) => test(row))) kept[count++] = row
  return kept.subarray(0, count)
}

function rowTest(filter: Filter, column: Column, label: Label): (row: number) => boolean {
  if (column.kind === 'number') {
    const test = numberTest(filter)
    return (row) => test(column.numbers[row] ?? Number.NaN)
  }
  // Each value of the dictionary is judged once.
  const test = textTest(filter, label)
  const fits = Uint8Array.from(column.values, (value) => (test(value) ? 1 : 0))
  return (row) => fits[column.codes[row] ?? 0] === 1
}

function numberTest(filter: Filter): (value: number) => boolean {
  switch (filter.op) {
    case 'missing':
      return Number.isNaN
    case 'present':
      return (value) => !Number.isNaN(value)
    case 'in': {
      const wanted = new Set(filter.values.map(Number))
      return (value) => wanted.has(value) && !Number.isNaN(value)
    }
    case 'has':
      return (value) => !Number.isNaN(value) && String(value).includes(filter.text)
    case 'range': {
      const from = bound(filter.from, Number.NEGATIVE_INFINITY)
      const to = bound(filter.to, Number.POSITIVE_INFINITY)
      return (value) => value >= from && value <= to
    }
  }
}

function bound(text: string | undefined, open: number): number {
  return text === undefined || text.trim() === '' ? open : (readNumber(text) ?? Number.NaN)
}

function textTest(filter: Filter, label: Label): (value: string) => boolean {
  switch (filter.op) {
    case 'missing':
      return (value) => value === ''
    case 'present':
      return (value) => value !== ''
    case 'in': {
      const wanted = new Set(filter.values)
      return (value) => value !== '' && wanted.has(value)
    }
    case 'has': {
      const wanted = fold(filter.text)
      return (value) => fold(value).includes(wanted) || fold(label(filter.column, value) ?? '').includes(wanted)
    }
    case 'range': {
      const [from, to] = [bare(filter.from), bare(filter.to)]
      return (value) => value !== '' && value >= from && (to === '' || value <= to || value.startsWith(to))
    }
  }
}

/** Times as their columns write them; other texts as they are. */
function bare(text = ''): string {
  return readTime(text) ?? text.trim()
}

/** Full-width letters and digits, and capitals, are the same to somebody who searches. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
