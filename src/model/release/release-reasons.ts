import type { ReleaseChanges, ReleaseReason } from './release.ts'
import { keyOfRow } from './table-diff.ts'

/** Published values that a release took back: a cell, a row, a column, or a whole table. */
export interface Revision {
  readonly table: string
  /** Values of the key, or all cells of a row without a key. Absent where a column or table is meant. */
  readonly row?: readonly string[] | undefined
  readonly column?: string | undefined
  readonly old?: string | undefined
  /** Absent where the value is gone. */
  readonly new?: string | undefined
}

/**
 * Everything published before that now reads otherwise or is gone. A cell that was empty and has been filled is
 * news, not a revision; so is a new row.
 */
export function revisionsIn({ tables }: Pick<ReleaseChanges, 'tables'>): Revision[] {
  return tables.flatMap(({ table, status, diff }): Revision[] => {
    if (status === 'removed') return [{ table }]
    if (!diff) return []
    return [
      ...diff.columns.removed.map((column) => ({ table, column })),
      ...diff.changed.flatMap(({ key, cells }) =>
        cells.flatMap(({ column, old, new: now }) => (old ? [{ table, row: key, column, old, new: now }] : [])),
      ),
      ...diff.removed.map((row) => ({ table, row: keyOfRow(diff, row, 'before') })),
    ]
  })
}

/**
 * The reason given for a revision. `for` is `*`, or words with `/` between them, each the name of the table or column
 * or a value of the row’s key: `value`, `shop-new/2026-05`, `observations/shop-new`. The reason with most words counts.
 */
export function reasonFor(revision: Revision, reasons: readonly ReleaseReason[]): ReleaseReason | undefined {
  const { table, column, row = [] } = revision
  const words = new Set([table, ...(column === undefined ? [] : [column]), ...row.flatMap(wordsOf)])
  let best: ReleaseReason | undefined
  for (const reason of reasons) {
    const fits = reason.for === '*' || wordsOf(reason.for).every((word) => words.has(word))
    if (fits && (!best || weight(reason) > weight(best))) best = reason
  }
  return best
}

/** The selector that names exactly this revision, for the editor to copy. */
export function selectorOf({ table, column, row = [] }: Revision): string {
  const words = [...row.filter((value) => value !== ''), ...(column === undefined ? [] : [column])]
  return words.length > 0 ? words.join('/') : table
}

function weight({ for: selector }: ReleaseReason): number {
  return selector === '*' ? 0 : wordsOf(selector).length
}

function wordsOf(text: string): string[] {
  return text
    .split('/')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
