import type { ColumnSummary, TableField } from '../../model/data/dataset.ts'
import { comparison } from './table-cell.ts'
import { ownText } from './table-keys.ts'

/** Different values are counted up to here; beyond, the column is not a list of categories. */
const maxDistinct = 1000

const ordered: ReadonlySet<TableField['type']> = new Set(['number', 'integer', 'date', 'datetime', 'year', 'yearmonth'])

/** Counts what one column holds, value by value. */
export function columnStatistics(field: TableField) {
  const compare = ordered.has(field.type) ? comparison(field.type) : undefined
  let filled = 0
  let distinct: Set<string> | undefined = new Set()
  let minimum: string | undefined
  let maximum: string | undefined

  function add(value: string): void {
    filled++
    see(value)
  }

  /** Takes a value in without counting its cell; once is enough for equal ones. */
  function see(value: string): void {
    if (distinct && !distinct.has(value)) {
      if (distinct.size < maxDistinct) distinct.add(ownText(value))
      else distinct = undefined
    }
    if (!compare) return
    if (minimum === undefined || compare(value, minimum) < 0) minimum = ownText(value)
    if (maximum === undefined || compare(value, maximum) > 0) maximum = ownText(value)
  }

  /** Counts cells whose values have been seen. */
  function count(cells: number): void {
    filled += cells
  }

  /** Are there too many different values to go on counting them? */
  function isVaried(): boolean {
    return distinct === undefined
  }

  function summary(): ColumnSummary {
    return {
      name: field.name,
      filled,
      ...(distinct ? { distinct: distinct.size } : {}),
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
    }
  }

  return { add, see, count, isVaried, summary }
}
export type ColumnStatistics = ReturnType<typeof columnStatistics>
