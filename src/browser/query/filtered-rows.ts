import type { Dataset, Table } from '../../model/data/dataset.ts'
import { writePlace } from './address.ts'
import type { Filter } from './filter.ts'
import { emptyQuery } from './query.ts'

/**
 * The part of the address of the query page that shows the rows of a table with one condition, e.g. those without a
 * locator; undefined where the table lacks the column, or the dataset has no files to ask.
 */
export function filteredRows(
  dataset: Pick<Dataset, 'id' | 'gongbao'>,
  table: Pick<Table, 'name' | 'header'>,
  filter: Filter,
): string | undefined {
  if (dataset.gongbao.disclosure !== '无条件开放' || !table.header.includes(filter.column)) return undefined
  return writePlace({ dataset: dataset.id, table: table.name, query: { ...emptyQuery, filters: [filter] } })
}
