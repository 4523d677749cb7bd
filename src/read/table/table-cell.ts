import { inexactNumber } from '../../issues/num.ts'
import { formula } from '../../issues/obs.ts'
import {
  damagedCode,
  outerBlanks,
  required,
  serialDate,
  spreadsheetError,
  truncatedValue,
  wrongFormat,
  wrongType,
} from '../../issues/tbl.ts'
import type { TableField } from '../../model/data/dataset.ts'
import { webAddress } from '../../model/field.ts'
import { issue } from '../../model/issue.ts'
import { addDays, isRealDate } from '../../model/number/date.ts'
import { isDouble } from '../../model/number/exact-double.ts'
import { plainDigits } from '../../model/number/plain-digits.ts'
import { compareText } from '../../model/text-order.ts'
import type { CellCheck, CellFault } from './cell-fault.ts'
import { limitChecks } from './cell-limits.ts'
import { numberFault, plainReader, sizeFault } from './cell-number.ts'
import type { CellRules } from './cell-value.ts'
import { valueReader } from './cell-value.ts'
import type { SchemaCompiler } from './json-schema.ts'

/** Compiles the check of one column. `label` is the name the header uses. */
export function compileCell(
  field: TableField,
  label: string,
  isMissing: (text: string) => boolean,
  rules: CellRules,
  compileSchema: SchemaCompiler | undefined,
): CellCheck {
  const read = valueReader(field, rules)
  const limits = limitChecks(field, label, read, show, compileSchema)
  const form = field.type === 'string' ? formatCheck(field.format, label, rules) : undefined
  const isRequired = field.constraints.required === true
  const isHouse = rules === 'house'
  const counted = !isHouse && (field.type === 'number' || field.type === 'integer') ? plainReader(field) : undefined
  return (text) => {
    if (isMissing(text)) return isRequired ? (at) => issue(required, at, { column: label }) : undefined
    if (isHouse && isFormula(text)) return formulaFault(text)
    if (isHouse && text.charCodeAt(0) === 35 && sheetError.test(text)) {
      return (at) => issue(spreadsheetError, at, { column: label, found: show(text) })
    }
    const value = read(text)
    if (value === undefined) return typeFault(field, label, text)
    const misshapen = form?.(text)
    if (misshapen) return misshapen
    for (const limit of limits) {
      const broken = limit(text, value)
      if (broken) return broken
    }
    if (isHouse && (field.type === 'number' || field.type === 'string') && excelCode.test(text)) {
      return (at) => issue(damagedCode, at, { column: label, found: text })
    }
    const digits = counted?.(text)
    if (digits !== undefined && !isDouble(digits)) {
      return (at) => issue(inexactNumber, at, { column: label, found: show(text), held: String(Number(digits)) })
    }
    return isTruncated(text) ? (at) => issue(truncatedValue, at, { column: label, found: show(text) }) : undefined
  }
}

/** Lengths and numbers at which programs and databases cut: 255 characters, the largest integers of 32 and 64 bits. */
export function isTruncated(text: string): boolean {
  return text.length === 255 || (text.length >= 10 && text.length <= 20 && cutNumbers.has(text))
}

const cutNumbers: ReadonlySet<string> = new Set([
  '2147483647',
  '4294967295',
  '9223372036854775807',
  '18446744073709551615',
])

/** A warning for the blanks around a cell. */
export function blanksFault(column: string, text: string): CellFault {
  return (at) => issue(outerBlanks, at, { column, found: show(text) })
}

/** A leading tab or line break also makes a program see a formula behind it. */
export function isHiddenFormula(text: string): boolean {
  return /^[\t\r\n]/.test(text) && text.trim() !== ''
}

/** Would a spreadsheet run it? */
export function isFormula(text: string): boolean {
  return isFormulaStart(text.charCodeAt(0)) && !isPlainNumber.test(text)
}

export function formulaFault(text: string): CellFault {
  const first = text[0] ?? ''
  return (at) => issue(formula, at, { first: first === '\t' ? '制表符' : first.trim() === '' ? '换行' : first })
}

/** Cell texts in messages stay short. */
export function show(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

// A lone sign is how tables write “none”; a signed number is a number.
const isPlainNumber = /^(?:[+-]?[\d.,]+(?:[eE][+-]?\d+)?%?|-+|\+)$/

function isFormulaStart(code: number): boolean {
  return code === 61 || code === 43 || code === 45 || code === 64 || code === 0xff1d // = + - @ ＝
}

// The errors that ERROR.TYPE of Excel knows; a column too narrow shows signs # only.
const sheetError =
  /^#(?:#{2,}|(?:REF|VALUE|NUM|NULL|DIV\/0|SPILL|CALC|CONNECT|BLOCKED|FIELD|BUSY|UNKNOWN)!|N\/A|NAME\?|GETTING_DATA)$/

const excelCode = /^\d(?:\.\d+)?E\+\d{2,3}$/

function typeFault(field: TableField, label: string, text: string): CellFault {
  const found = show(text)
  const isNumber = field.type === 'number' || field.type === 'integer'
  const special = isNumber ? (sizeFault(field, label, found)(text) ?? numberFault(text, label, found)) : undefined
  if (special) return special
  if (field.type === 'date' && /^[2-6]\d{4}$/.test(text)) {
    const day = addDays('1899-12-30', Number(text))
    return (at) => issue(serialDate, at, { column: label, found, suggestion: day })
  }
  const suggestion = suggestionFor(field, text)
  const params = { column: label, found, type: field.type, ...(suggestion ? { suggestion } : {}) }
  return (at) => issue(wrongType, at, params)
}

function suggestionFor(field: TableField, text: string): string | undefined {
  if (field.type === 'year') return /^\d{4}/.exec(plainDigits(text))?.[0]
  if (field.type !== 'date' || (field.format ?? 'default') !== 'default') return undefined
  const checked = isRealDate(text)
  return checked.ok ? undefined : checked.suggestion
}

const formats = {
  email: { test: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, name: { zh: '邮箱', en: 'e-mail address' }, example: 'xx@yw.gov.cn' },
  uri: { test: /^[a-z][a-z0-9+.-]*:[^\s]+$/i, name: { zh: '网址', en: 'URI' }, example: 'https://www.yw.gov.cn/' },
  uuid: {
    test: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
    name: { zh: 'UUID', en: 'UUID' },
    example: '1b4e28ba-2fa1-11d2-883f-0016d3cca427',
  },
  binary: {
    test: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
    name: { zh: 'Base64', en: 'Base64 text' },
    example: 'MzAwMTI=',
  },
} as const

/** In our own tables an address becomes a link: only one of the web is taken (`webAddress`). */
function formatCheck(format: string | undefined, label: string, rules: CellRules): CellCheck | undefined {
  const known = format && Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined
  if (!known) return undefined
  const isLink = rules === 'house' && known === formats.uri
  return (text) => {
    if (known.test.test(text) && (!isLink || webAddress.safeParse(text).success)) return undefined
    const params = { column: label, found: show(text), format: known.name, example: known.example }
    return (at) => issue(wrongFormat, at, params)
  }
}

/** Negative, zero or positive. Dates, times and months are written so that text order is time order. */
export function comparison(type: TableField['type']): (a: string, b: string) => number {
  if (type === 'number' || type === 'integer' || type === 'year') return (a, b) => Number(a) - Number(b)
  return compareText
}
