import type { Dataset, Table } from '../../model/data/dataset.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import { withoutEnd } from '../../model/without-end.ts'
import type { Edition } from '../metadata/edition.ts'
import type { Measured, Output } from './output.ts'
import type { Rows } from './table-sink.ts'
import { typedColumns } from './typed-column.ts'
import { openWorkbook } from './workbook.ts'
import { coverRows, dictionaryRows, notesRows, sheetNames } from './workbook-forms.ts'
import type { SheetLayout } from './xlsx-sheet.ts'

/** The workbook of a dataset while its tables are read: one table after the other, in their order. */
export interface DatasetWorkbook {
  table(table: Table): Promise<{ rows(rows: Rows): Promise<void>; end(): Promise<void> }>
  close(): Promise<Measured>
}

/** `<id>.xlsx`: 封面, a sheet a table, 数据字典, 说明与修订. */
export async function openDatasetWorkbook(
  output: Output,
  dataset: Dataset,
  config: SiteConfig,
  edition: Edition,
): Promise<DatasetWorkbook> {
  const { title, created, gongbao, tables } = dataset
  const names = tableSheetNames(tables)
  const layouts: SheetLayout[] = [
    { name: sheetNames.cover, widths: [22, 90] },
    ...tables.map((table) => tableLayout(table, names.get(table.name) ?? table.name)),
    {
      name: sheetNames.dictionary,
      widths: [16, 6, 16, 16, 10, 8, 40, 36, 16, 10, 10, 14, 14],
      headerRows: 2,
      lastRow: 2 + tables.reduce((sum, { header }) => sum + header.length, 0),
    },
    { name: sheetNames.notes, widths: [22, 90] },
  ]
  const properties = { title, creator: config.publisher, created, modified: gongbao.updatedOn }
  const workbook = await openWorkbook(output, layouts, properties)
  await workbook.form(coverRows(dataset, config, edition, names))
  return {
    table: workbook.table,
    async close() {
      await workbook.form(dictionaryRows(dataset))
      await workbook.form(notesRows(dataset))
      return workbook.close()
    },
  }
}

/** What Excel allows as the name of a sheet: up to 31 characters without `[]:*?/\`, each only once; it keeps `History` for itself. */
function tableSheetNames(tables: readonly Table[]): Map<string, string> {
  const taken = new Set<string>(['history', ...Object.values(sheetNames)])
  const names = new Map<string, string>()
  for (const table of tables) {
    const plain =
      withoutEnd((table.title ?? table.name).replace(/[[\]:*?/\\]/g, ' ').replace(/^'+/, ''), "'").trim() || table.name
    let name = cut(plain, 31)
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${cut(plain, 27)} ${count}`
    taken.add(name.toLowerCase())
    names.set(table.name, name)
  }
  return names
}

function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}

/** Columns as wide as their title and the first rows ask, within what fits a screen. */
function tableLayout(table: Table, name: string): SheetLayout {
  const widths = typedColumns(table).map(({ name: column, title, unit, kind }, index) => {
    const texts = table.summary.preview.map((row) => row[index] ?? '')
    const heads = [unit ? `${title ?? column}（${unit}）` : (title ?? column), column]
    const widest = Math.max(...[...heads, ...texts].map(widthOf))
    return Math.min(kind === 'text' ? 48 : 24, Math.max(8, widest + 3))
  })
  return { name, widths, headerRows: 2, lastRow: 2 + table.summary.rows }
}

function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (/[\u1100-\uffdc]/.test(sign) ? 2 : 1), 0)
}
