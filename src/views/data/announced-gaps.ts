import type { Dataset } from '../../model/data/dataset.ts'

/** One row of the dataset `coverage-gaps`: a source gives a number of things and does not name them all. */
export interface AnnouncedGap {
  readonly what: string
  readonly announced: string
  /** Empty where the source cannot be checked one by one. */
  readonly recorded: string
  readonly source: string
  readonly printed: string
  readonly note: string
}

const columns = ['what', 'announced', 'recorded', 'source', 'printed', 'note'] as const

/** The rows that the page can show; none where the dataset has other columns. */
export function announcedGaps(dataset: Dataset | undefined): AnnouncedGap[] {
  const table = dataset?.tables[0]
  if (!table || !columns.every((column) => table.header.includes(column))) return []
  const at = (row: readonly string[], column: (typeof columns)[number]) => row[table.header.indexOf(column)] ?? ''
  return table.summary.preview.map((row) => ({
    what: at(row, 'what'),
    announced: at(row, 'announced'),
    recorded: at(row, 'recorded'),
    source: at(row, 'source'),
    printed: at(row, 'printed'),
    note: at(row, 'note'),
  }))
}
