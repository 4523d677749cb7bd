import { badIdentity, datatypeConflict, ignoredFormat } from '../../issues/csvw.ts'
import { issue } from '../../model/issue.ts'
import type { Json } from '../../read/json/json-source.ts'
import type { Builtin } from './builtin.ts'
import { builtinOf, isBuiltinId, stringType } from './builtin.ts'
import type { Context, Fields } from './fields.ts'
import { createFields, shown } from './fields.ts'
import type { ReadText } from './format.ts'
import { booleanFormat, dateFormat, numberFormat, textFormat } from './format.ts'
import type { Limits } from './limits.ts'
import { noLimits, readLimits } from './limits.ts'
import { readValue } from './value.ts'

/** The datatype of a column: how its cells are read and what they may be. */
export interface Datatype {
  readonly base: Builtin
  /** As written in the metadata; none when the forms of XML Schema hold. */
  readonly format: string | undefined
  readonly read: ReadText
  readonly limits: Limits
}

export const defaultDatatype: Datatype = plain(stringType)

const expected = {
  zh: '内置数据类型的名称，如 integer、date',
  en: 'the name of a built-in datatype such as integer or date',
}

/** Reads the `datatype` property of a description. */
export function readDatatype(fields: Fields, context: Context): Datatype | undefined {
  const value = fields.take('datatype')
  if (value === undefined) return undefined
  if (value.type === 'object') return derived(createFields(value, 'Datatype', context), context)
  const base = value.type === 'string' ? builtinOf(value.value) : undefined
  return base ? plain(base) : fields.ignore('datatype', value, expected)
}

function plain(base: Builtin): Datatype {
  return { base, format: undefined, read: (text) => readValue(text, base), limits: noLimits }
}

function derived(fields: Fields, context: Context): Datatype {
  const id = fields.id()
  if (id !== undefined && isBuiltinId(id)) {
    const other = {
      zh: '自己的网址，不能是内置数据类型的网址',
      en: 'a URL of its own, not that of a built-in datatype',
    }
    context.report(issue(badIdentity, fields.at('@id'), { property: '@id', value: `“${id}”`, expected: other }))
  }
  const base = readBase(fields)
  const written = fields.take('format')
  const read = written && readFormat(written, base, context)
  if (written && !read) {
    context.report(issue(ignoredFormat, written.at, { format: shown(written), base: base.name }))
  }
  const limits = readLimits(fields, base, (at, reason) => context.report(issue(datatypeConflict, at, { reason })))
  fields.close()
  const format = read && formatText(written)
  return { base, format, read: read ?? ((text) => readValue(text, base)), limits }
}

/** The format as a message quotes it. */
function formatText(written: Json): string | undefined {
  const said = written.type === 'object' ? written.members.get('pattern')?.value : written
  return said?.type === 'string' ? said.value : undefined
}

function readBase(fields: Fields): Builtin {
  const value = fields.take('base')
  if (value === undefined) return stringType
  const base = value.type === 'string' ? builtinOf(value.value) : undefined
  return base ?? fields.ignore('base', value, expected) ?? stringType
}

function readFormat(written: Json, base: Builtin, context: Context): ReadText | undefined {
  if (base.family === 'number' && written.type === 'object') {
    const fields = createFields(written, 'NumericFormat', context)
    const decimal = fields.text('decimalChar') || '.'
    const group = fields.text('groupChar') || undefined
    const pattern = fields.text('pattern')
    fields.close()
    return numberFormat(pattern, { decimal, group }, base)
  }
  if (written.type !== 'string') return undefined
  if (base.family === 'number') return numberFormat(written.value, { decimal: '.', group: undefined }, base)
  if (base.family === 'boolean') return booleanFormat(written.value)
  if (base.family === 'date') return dateFormat(written.value, base)
  return textFormat(written.value, base)
}
