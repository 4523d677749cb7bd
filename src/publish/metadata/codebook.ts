import type { Dataset, Table, TableField } from '../../model/data/dataset.ts'
import { guardCells, toCsv } from '../formats/csv-text.ts'

/** The columns of the code book, in order. */
export const codebookHeader = [
  'table',
  'position',
  'name',
  'title',
  'type',
  'unit',
  'description',
  'constraints',
  'missing',
  'filled',
  'distinct',
  'minimum',
  'maximum',
] as const

/** One line a column of every table: what it means, what it may hold, and what it does hold. */
export function codebookRows({ tables }: Pick<Dataset, 'tables'>): (string | number | undefined)[][] {
  return tables.flatMap((table) =>
    table.header.map((name, index) => {
      const field = table.schema.fields.find((one) => one.name === name)
      const held = table.summary.columns.find((one) => one.name === name)
      return [
        table.name,
        index + 1,
        name,
        field?.title,
        field?.type,
        field?.['gongbao:unit'],
        field?.description,
        field && constraintWords(field, table).join('; '),
        missingWords(table, field).join('; '),
        held?.filled,
        held?.distinct,
        held?.minimum,
        held?.maximum,
      ]
    }),
  )
}

/** `codebook.csv`. */
export function codebookCsv(dataset: Pick<Dataset, 'tables'>): string {
  return toCsv([[...codebookHeader], ...codebookRows(dataset).map(guardCells)])
}

/** What a cell must fulfil, in the words of Table Schema: `required`, `minimum=0`, `enum=甲|乙`. */
function constraintWords({ name, constraints }: TableField, { name: table, schema }: Table): string[] {
  const key = schema.primaryKey ?? []
  const foreign = schema.foreignKeys.filter(({ fields }) => fields.includes(name))
  return [
    ...(key.includes(name) ? [key.length === 1 ? 'primaryKey' : `primaryKey=${key.join('+')}`] : []),
    ...Object.entries(constraints).flatMap(([rule, value]) => {
      if (value === undefined || value === false) return []
      if (value === true) return [rule]
      return [`${rule}=${Array.isArray(value) ? value.map(written).join('|') : written(value)}`]
    }),
    ...foreign.map(({ fields, reference }) => {
      const place = [reference.package, reference.resource || table].filter((part) => part).join('/')
      return `foreignKey=${place}.${reference.fields[fields.indexOf(name)]}`
    }),
  ]
}

function written(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** `（空）`, `-`, `x=未统计`: what stands where there is no value. */
function missingWords({ schema }: Table, field: TableField | undefined): string[] {
  return (field?.missingValues ?? schema.missingValues).map((one) => {
    const { value, label } = typeof one === 'string' ? { value: one, label: undefined } : one
    const text = value === '' ? '（空）' : value
    return label ? `${text}=${label}` : text
  })
}
