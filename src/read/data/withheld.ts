import type { Table } from '../../model/data/dataset.ts'

/** The table as it is published: columns that serve the checks only are gone. */
export function withoutWithheld(table: Table): Table {
  const { schema, header, summary } = table
  const names = new Set(schema.fields.flatMap((field) => (field['gongbao:withheld'] ? [field.name] : [])))
  if (names.size === 0) return table
  const isShown = (name: string) => !names.has(name)
  return {
    ...table,
    header: header.filter(isShown),
    schema: { ...schema, fields: schema.fields.filter((field) => isShown(field.name)) },
    summary: {
      ...summary,
      columns: summary.columns.filter((column) => isShown(column.name)),
      preview: summary.preview.map((row) => row.filter((_, index) => isShown(header[index] ?? ''))),
    },
    withheld: header.flatMap((name, index) => (isShown(name) ? [] : [index])),
  }
}
