import type { QueryDataset, QueryTable } from '../../publish/query/query-table.ts'
import type { Column } from './column.ts'
import type { Grouping } from './group.ts'
import type { Measure } from './query.ts'

/** What a reader must know of a figure: `wrong` = it has no meaning, `care` = it has one, with limits. */
export interface Caution {
  readonly level: 'wrong' | 'care'
  readonly text: string
}

/** One aggregation to be judged: `grouping` is the finest one shown, cells of a pivot included. */
export interface Judged {
  readonly dataset: QueryDataset
  readonly table: QueryTable
  readonly measures: readonly Measure[]
  readonly rows: Uint32Array
  readonly columns: ReadonlyMap<string, Column>
  readonly grouping: Grouping
  /** Columns that make the groups, the one that goes across included. */
  readonly groupedBy: readonly string[]
}

/** Up to three values of a text column that share a group of rows; undefined where every group has one. */
export function mixedGroups({ rows, columns, grouping }: Judged, name: string): string[] | undefined {
  const column = columns.get(name)
  if (column?.kind !== 'text') return undefined
  const seen = new Map<number, Set<number>>()
  for (const [index, row] of rows.entries()) {
    const group = grouping.of[index] ?? 0
    const codes = seen.get(group) ?? new Set()
    seen.set(group, codes.add(column.codes[row] ?? 0))
  }
  const mixed = [...seen.values()].find((codes) => codes.size > 1)
  return mixed && [...mixed].slice(0, 3).map((code) => column.values[code] || '没有写')
}
