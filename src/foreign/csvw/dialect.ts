import type { JsonObject } from '../../read/json/json-source.ts'
import type { Context, Fields } from './fields.ts'
import { createFields } from './fields.ts'

/** How a file of separated values is written (Metadata Vocabulary §5.9, Model for Tabular Data §8). */
export interface Dialect {
  readonly commentPrefix: string | null
  readonly delimiter: string
  readonly doubleQuote: boolean
  readonly encoding: string
  readonly headerRowCount: number
  readonly lineTerminators: readonly string[]
  readonly quoteChar: string | null
  readonly skipBlankRows: boolean
  readonly skipColumns: number
  readonly skipRows: number
  readonly trim: boolean | 'start' | 'end'
}

export const defaultDialect: Dialect = {
  commentPrefix: '#',
  delimiter: ',',
  doubleQuote: true,
  encoding: 'utf-8',
  headerRowCount: 1,
  lineTerminators: ['\r\n', '\n'],
  quoteChar: '"',
  skipBlankRows: false,
  skipColumns: 0,
  skipRows: 0,
  trim: true,
}

/** Reads a dialect description; what it does not say, or says wrongly, is as in `defaultDialect`. */
export function readDialect(object: JsonObject, context: Context): Dialect {
  const fields = createFields(object, 'Dialect', context)
  fields.id()
  const header = fields.boolean('header')
  const startOnly = fields.boolean('skipInitialSpace')
  const quoteChar = fields.textOrNull('quoteChar')
  const commentPrefix = fields.text('commentPrefix')
  const dialect: Dialect = {
    commentPrefix: commentPrefix === undefined ? defaultDialect.commentPrefix : commentPrefix || null,
    delimiter: fields.text('delimiter') || defaultDialect.delimiter,
    doubleQuote: fields.boolean('doubleQuote') ?? defaultDialect.doubleQuote,
    encoding: readEncoding(fields) ?? defaultDialect.encoding,
    headerRowCount: fields.count('headerRowCount') ?? (header === false ? 0 : defaultDialect.headerRowCount),
    lineTerminators: fields.texts('lineTerminators') ?? defaultDialect.lineTerminators,
    quoteChar: quoteChar === undefined ? defaultDialect.quoteChar : quoteChar || null,
    skipBlankRows: fields.boolean('skipBlankRows') ?? defaultDialect.skipBlankRows,
    skipColumns: fields.count('skipColumns') ?? defaultDialect.skipColumns,
    skipRows: fields.count('skipRows') ?? defaultDialect.skipRows,
    trim: readTrim(fields) ?? (startOnly === undefined ? defaultDialect.trim : startOnly && 'start'),
  }
  fields.close()
  return dialect
}

/** The name that the Encoding Standard gives to an encoding; nothing when it knows none of this name. */
export function encodingOf(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function readEncoding(fields: Fields): string | undefined {
  const label = fields.text('encoding', known)
  const encoding = encodingOf(label)
  const value = fields.take('encoding')
  return encoding ?? (label === undefined || !value ? undefined : fields.ignore('encoding', value, known))
}

const known = { zh: '编码名称，如 utf-8、gb18030', en: 'the name of an encoding such as utf-8 or gb18030' }

function readTrim(fields: Fields): Dialect['trim'] | undefined {
  const value = fields.take('trim')
  if (value === undefined) return undefined
  if (value.type === 'boolean') return value.value
  const text = value.type === 'string' ? value.value : ''
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'start' || text === 'end') return text
  return fields.ignore('trim', value, { zh: 'true、false、"start" 或 "end"', en: 'true, false, "start" or "end"' })
}
