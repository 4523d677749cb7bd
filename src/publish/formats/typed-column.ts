import type { Table, TableField } from '../../model/data/dataset.ts'
import { missingTexts } from '../../model/data/missing-texts.ts'

/** What the formats that know types make of a column. */
export type ColumnKind = 'text' | 'number' | 'integer' | 'year' | 'boolean' | 'date' | 'datetime'

/** A column as the typed formats read it. Every cell that is no missing value has a text; not every text has a value. */
export interface TypedColumn {
  readonly name: string
  readonly title: string | undefined
  readonly unit: string | undefined
  readonly description: string | undefined
  readonly kind: ColumnKind
  isMissing(text: string): boolean
  /** The digits of a finite number as JSON writes them, none added and none taken away. */
  digits(text: string): string | undefined
  truth(text: string): boolean | undefined
}

/** The columns of a table in the order of its header. An empty cell is missing whatever the schema names besides. */
export function typedColumns(table: Pick<Table, 'header' | 'schema'>): TypedColumn[] {
  return table.header.map((name) => {
    const field = table.schema.fields.find((one) => one.name === name)
    const missing = new Set(['', ...missingTexts(table.schema, field)])
    const longest = Math.max(...[...missing].map((text) => text.length))
    const truths = truthOf(field)
    return {
      name,
      title: field?.title,
      unit: field?.['gongbao:unit'],
      description: field?.description,
      kind: kindOf(field),
      isMissing: (text) => text.length <= longest && missing.has(text),
      digits: digitsOf(field),
      truth: (text) => truths.get(text),
    }
  })
}

/** Dates in a form of their own stay text: only the standard one is certain to mean the same day everywhere. */
function kindOf(field: TableField | undefined): ColumnKind {
  switch (field?.type) {
    case 'number':
    case 'integer':
    case 'year':
    case 'boolean':
      return field.type
    case 'date':
    case 'datetime':
      return field.format === undefined || field.format === 'default' ? field.type : 'text'
    default:
      return 'text'
  }
}

function truthOf(field: TableField | undefined): Map<string, boolean> {
  const { trueValues = ['true', 'True', 'TRUE', '1'], falseValues = ['false', 'False', 'FALSE', '0'] } = field ?? {}
  return new Map([
    ...falseValues.map((word) => [word, false] as const),
    ...trueValues.map((word) => [word, true] as const),
  ])
}

/** Numbers as the field says they are written (https://datapackage.org/standard/table-schema/#number). */
function digitsOf(field: TableField | undefined): (text: string) => string | undefined {
  const { type, decimalChar = '.', groupChar = '', bareNumber = true } = field ?? {}
  const point = type === 'number' ? decimalChar : '.'
  if (point === '.' && groupChar === '' && bareNumber) return jsonDigits
  const isPart = (sign: string) => /[\d+-]/.test(sign) || sign === point
  return (text) => {
    const start = bareNumber ? 0 : [...text].findIndex(isPart)
    const bare = bareNumber ? text : [...text].slice(start).join('').replace(/\D+$/, '')
    return jsonDigits((groupChar ? bare.replaceAll(groupChar, '') : bare).replace(point, '.'))
  }
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const looseNumber = /^([+-]?)(\d*)(?:\.(\d*))?([eE][+-]?\d+)?$/

/** `+05.` is 5 and `.5` is 0.5: the same number in the only form that JSON and spreadsheets share. */
function jsonDigits(text: string): string | undefined {
  if (jsonNumber.test(text)) return text
  const [, sign = '', whole = '', fraction = '', exponent = ''] = looseNumber.exec(text) ?? []
  if (!/^[+-]?\.?\d/.test(text) || !looseNumber.test(text)) return undefined
  return `${sign === '-' ? '-' : ''}${whole.replace(/^0+/, '') || '0'}${fraction && `.${fraction}`}${exponent}`
}
