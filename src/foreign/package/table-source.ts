import type { Place } from '../../model/issue.ts'

/** One cell as it comes: a text, or a value of JSON. */
export type Cell = unknown

/** Takes what a table holds, in the order of the file. `at` gives the place of a cell by its column, from 0. */
export interface TableSink {
  /** The names of the columns; `isKeyed` where rows are objects, whose order does not count. */
  labels(labels: readonly string[], at: (index: number) => Place, isKeyed: boolean): void
  row(cells: readonly Cell[], line: number, at: (index: number) => Place): void
  blank(at: Place): void
}
