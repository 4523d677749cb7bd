import { badColumn, beyondLimit } from '../../issues/csvw.ts'
import type { Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { JsonObject } from '../../read/json/json-source.ts'
import type { Context, Fields, LanguageMap } from './fields.ts'
import { createFields } from './fields.ts'
import type { Inherited } from './inherited.ts'
import { readInherited } from './inherited.ts'
import { isVariableName } from './uri-template.ts'

/** A column as its description has it. */
export interface Column {
  readonly at: Place
  /** As written; what a column without it is called, `columnName` says. */
  readonly name: string | undefined
  readonly titles: LanguageMap
  readonly isVirtual: boolean
  readonly own: Inherited
}

/** As many columns as the widest spreadsheet. */
const maxColumns = 16_384

/** Reads the columns of a schema and reports double names and virtual columns before others. */
export function readColumns(objects: readonly JsonObject[], context: Context): Column[] {
  if (objects.length > maxColumns) {
    const params = { what: { zh: '列数', en: 'columns' }, limit: String(maxColumns) }
    context.report(issue(beyondLimit, objects[maxColumns]?.at ?? context.top.at, params))
  }
  const columns = objects.slice(0, maxColumns).map((object) => readColumn(object, context))
  const lastReal = columns.findLastIndex((one) => !one.isVirtual)
  const seen = new Set<string>()
  for (const [index, { name, at, isVirtual }] of columns.entries()) {
    if (name !== undefined && seen.has(name)) {
      const reason = { zh: `列名“${name}”用了两次`, en: `The name “${name}” is used twice` }
      context.report(issue(badColumn, at, { reason }))
    }
    if (name !== undefined) seen.add(name)
    if (isVirtual && index < lastReal) {
      const reason = { zh: '虚拟列后面还有真实列', en: 'A virtual column stands before others' }
      context.report(issue(badColumn, at, { reason }))
    }
  }
  return columns
}

/** The name of a column in templates and messages: its own, its first title, or its number. */
export function columnName(column: Column, number: number, language: string): string {
  const titles = column.titles.get(language) ?? column.titles.get('und') ?? [...column.titles.values()][0]
  return column.name ?? (titles?.[0] === undefined ? `_col.${number}` : encodeURIComponent(titles[0]))
}

function readColumn(object: JsonObject, context: Context): Column {
  const fields = createFields(object, 'Column', context)
  fields.id()
  fields.boolean('suppressOutput')
  const column = {
    at: object.at,
    name: readName(fields),
    titles: fields.languageMap('titles') ?? new Map(),
    isVirtual: fields.boolean('virtual') ?? false,
    own: readInherited(fields, context),
  }
  fields.close()
  return column
}

function readName(fields: Fields): string | undefined {
  const expected = {
    zh: '字母、数字、下划线，不以下划线开头',
    en: 'letters, digits and underscores, not an underscore first',
  }
  const name = fields.text('name', expected)
  if (name === undefined || (isVariableName(name) && !name.startsWith('_'))) return name
  const value = fields.take('name')
  return value && fields.ignore('name', value, expected)
}
