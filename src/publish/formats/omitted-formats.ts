import type { Dataset, Table } from '../../model/data/dataset.ts'
import { formatNumber } from '../../model/number/format.ts'
import { downloadFormats } from './catalogue.ts'

const { '{table}.json': json, '{workbook}.xlsx': workbook, '{archive}.zip': zip } = downloadFormats

/** A format that is not written, and why. */
export interface OmittedFormat {
  readonly format: typeof json.label | typeof workbook.label | typeof zip.label
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
      const limit = `“${title ?? name}”有 ${formatNumber(summary.rows, '行')}，超过 ${formatNumber(json.most.rows, '行')}`
      return { format: json.label, table: name, words: `${limit}，不提供 JSON；请用 NDJSON，可以逐行读。` }
    }),
    ...(hasWorkbook({ tables })
      ? []
      : [
          {
            format: workbook.label,
            words: `共 ${formatNumber(total, '行')}，超过 ${formatNumber(workbook.most.rows, '行')}，不提供 XLSX；请用 Parquet（DuckDB、pandas），或先在查询页筛选再下载。`,
          },
        ]),
    ...(hasZip({ tables }) ? [] : [{ format: zip.label, words: '各表合计超过 4 GiB，不提供整包；请逐个下载。' }]),
  ]
}

export function hasJson({ summary }: Pick<Table, 'summary'>): boolean {
  return summary.rows <= json.most.rows
}

export function hasWorkbook({ tables }: Pick<Dataset, 'tables'>): boolean {
  return tables.reduce((sum, { summary }) => sum + summary.rows, 0) <= workbook.most.rows
}

export function hasZip({ tables }: Pick<Dataset, 'tables'>): boolean {
  return tables.reduce((sum, { summary }) => sum + summary.bytes, 0) < zip.most.bytes
}
