import type { Dataset, Table } from '../../model/data/dataset.ts'
import { formatNumber } from '../../model/number/format.ts'

/** Above this many rows a table has no JSON, which must be read whole: NDJSON is read row by row. */
const jsonRows = 100_000

/** Above this many rows in all a dataset has no workbook: Excel takes minutes to open it. */
const workbookRows = 200_000

/** What the classic zip format can count to. */
const zipBytes = 2 ** 32 - 1

/** A format that is not written, and why. */
export interface OmittedFormat {
  readonly format: 'JSON' | 'XLSX' | 'ZIP'
  /** The table it is not written of; absent where it would hold the whole dataset. */
  readonly table?: string
  readonly words: string // the reason, and what to use instead
}

/** The formats that a dataset is too large for. */
export function omittedFormats({ tables }: Pick<Dataset, 'tables'>): OmittedFormat[] {
  const total = tables.reduce((sum, { summary }) => sum + summary.rows, 0)
  const large = tables.filter((table) => !hasJson(table))
  return [
    ...large.map(({ name, title, summary }): OmittedFormat => {
      const limit = `“${title ?? name}”有 ${formatNumber(summary.rows, '行')}，超过 ${formatNumber(jsonRows, '行')}`
      return { format: 'JSON', table: name, words: `${limit}，不提供 JSON；请用 NDJSON，可以逐行读。` }
    }),
    ...(hasWorkbook({ tables })
      ? []
      : [
          {
            format: 'XLSX' as const,
            words: `共 ${formatNumber(total, '行')}，超过 ${formatNumber(workbookRows, '行')}，不提供 XLSX；请用 Parquet（DuckDB、pandas），或先在查询页筛选再下载。`,
          },
        ]),
    ...(hasZip({ tables }) ? [] : [{ format: 'ZIP' as const, words: '各表合计超过 4 GiB，不提供整包；请逐个下载。' }]),
  ]
}

export function hasJson({ summary }: Pick<Table, 'summary'>): boolean {
  return summary.rows <= jsonRows
}

export function hasWorkbook({ tables }: Pick<Dataset, 'tables'>): boolean {
  return tables.reduce((sum, { summary }) => sum + summary.rows, 0) <= workbookRows
}

export function hasZip({ tables }: Pick<Dataset, 'tables'>): boolean {
  return tables.reduce((sum, { summary }) => sum + summary.bytes, 0) < zipBytes
}
