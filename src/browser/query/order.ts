import type { QueryDataset } from '../../publish/query/query-table.ts'
import type { Column } from './column.ts'
import type { ResultColumn } from './result.ts'
import type { SortColumn, SortKey } from './sort.ts'

/** Regions go by code, which is their order of administration; other codes by the names they are shown with. */
export function sortColumns(
  keys: readonly SortKey[],
  columns: readonly ResultColumn[],
  at: (index: number) => Column | undefined,
  dataset: QueryDataset,
): SortColumn[] {
  return keys.flatMap(({ column: name, descending }): SortColumn[] => {
    const index = columns.findIndex((one) => one.name === name)
    const [described, column] = [columns[index], at(index)]
    if (!described || !column) return []
    const { register } = described
    if (register === 'regions') return [{ column, descending, order: 'codes' }]
    const names = register && dataset.names[register]
    return [{ column, descending, order: 'names', label: names && ((value) => names[value]) }]
  })
}
