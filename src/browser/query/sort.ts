import { compareText } from '../../model/text-order.ts'
import type { Column } from './column.ts'

export interface SortKey {
  readonly column: string
  readonly descending: boolean
}

/** What a press on a head asks for: ascending, then descending, then as in the file. */
export function nextSort(sort: readonly SortKey[], column: string): SortKey[] {
  const own = sort.find((key) => key.column === column)
  if (!own) return [{ column, descending: false }]
  return own.descending ? [] : [{ column, descending: true }]
}

/** How texts are ordered: names by pinyin with numbers by size, codes by code point. */
export type TextOrder = 'names' | 'codes'

/** One column to sort by, as it is shown. */
export interface SortColumn {
  readonly column: Column
  readonly descending: boolean
  readonly order: TextOrder
  readonly label?: ((value: string) => string | undefined) | undefined
}

const names = new Intl.Collator('zh-CN-u-co-pinyin-kn-true')

/** The same rows in order; stable, and what is missing comes last in both directions. */
export function sortRows(rows: Uint32Array, keys: readonly SortColumn[]): Uint32Array {
  const ranks = keys.map(({ column, descending, order, label }) => ({
    rank: rankOf(column, order, label),
    sign: descending ? -1 : 1,
  }))
  const position = new Map<number, number>()
  if (!isAscending(rows)) for (const [index, row] of rows.entries()) position.set(row, index)
  const place = (row: number) => position.get(row) ?? row
  return rows.slice().sort((a, b) => {
    for (const { rank, sign } of ranks) {
      const [left, right] = [rank(a), rank(b)]
      if (left === right) continue
      if (Number.isNaN(left)) {
        if (Number.isNaN(right)) continue
        return 1
      }
      if (Number.isNaN(right)) return -1
      return left < right ? -sign : sign
    }
    return place(a) - place(b)
  })
}

/** A number for each row by which it is ordered; NaN where the value is missing. */
function rankOf(column: Column, order: TextOrder, label: SortColumn['label']): (row: number) => number {
  if (column.kind === 'number') return (row) => column.numbers[row] ?? Number.NaN
  const shown = column.values.map((value) => label?.(value) ?? value)
  const sorted = shown.map((_, code) => code).filter((code) => code > 0)
  sorted.sort((a, b) => compareInOrder(shown[a] ?? '', shown[b] ?? '', order))
  const ranks = new Float64Array(column.values.length).fill(Number.NaN)
  for (const [rank, code] of sorted.entries()) ranks[code] = rank
  return (row) => ranks[column.codes[row] ?? 0] ?? Number.NaN
}

/** Texts that a collator takes for the same still have an order, so that every browser gives the same page. */
function compareInOrder(a: string, b: string, order: TextOrder): number {
  const byName = order === 'names' ? names.compare(a, b) : 0
  return byName || compareText(a, b)
}

function isAscending(rows: Uint32Array): boolean {
  for (let index = 1; index < rows.length; index += 1) {
    if ((rows[index - 1] ?? 0) > (rows[index] ?? 0)) return false
  }
  return true
}
