import type { TableField } from '../model/dataset.ts'
import { isRealDate } from '../model/date.ts'
import { shiftDecimal } from '../model/decimal.ts'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { formula } from '../model/issues/obs.ts'
import {
  aboveMaximum,
  belowMinimum,
  damagedCode,
  fullWidthNumber,
  notInEnum,
  notInPattern,
  outerBlanks,
  required,
  thousandsSeparator,
  tooLong,
  tooShort,
  unitInNumber,
  wrongFormat,
  wrongType,
} from '../model/issues/tbl.ts'
import { plainDigits } from '../model/plain-digits.ts'
import { nearest } from '../model/suggest.ts'

/** A fault waits for its place: where a cell stands is worked out only when something is wrong with it. */
export type CellFault = (at: Place) => Issue

/** What is wrong with one cell, given without its outer blanks; undefined where nothing is. */
export type CellCheck = (text: string) => CellFault | undefined

/** Compiles the check of one column. `label` is the name the header uses. */
export function compileCell(field: TableField, label: string, isMissing: (text: string) => boolean): CellCheck {
  const type = typeCheck(field, label)
  const rules = constraintChecks(field, label)
  const isRequired = field.constraints.required === true
  return (text) => {
    if (isMissing(text)) return isRequired ? (at) => issue(required, at, { column: label }) : undefined
    const first = text.charCodeAt(0)
    if (isFormulaStart(first) && !isPlainNumber.test(text)) return formulaFault(text)
    const fault = type(text)
    if (fault) return fault
    for (const rule of rules) {
      const broken = rule(text)
      if (broken) return broken
    }
    return undefined
  }
}

/** A warning for the blanks around a cell. */
export function blanksFault(column: string, text: string): CellFault {
  return (at) => issue(outerBlanks, at, { column, found: show(text) })
}

/** A leading tab or line break also makes a program see a formula behind it. */
export function isHiddenFormula(text: string): boolean {
  return /^[\t\r\n]/.test(text) && text.trim() !== ''
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

function typeCheck(field: TableField, label: string): CellCheck {
  const wrong =
    (suggestion?: string) =>
    (text: string): CellFault =>
    (at) =>
      issue(wrongType, at, {
        column: label,
        found: show(text),
        type: field.type,
        ...(suggestion ? { suggestion } : {}),
      })
  switch (field.type) {
    case 'number':
      return (text) =>
        !number.test(text) ? numberFault(text, label, wrong()) : excelCode.test(text) ? damaged(label, text) : undefined
    case 'integer':
      return (text) => (integer.test(text) ? undefined : numberFault(text, label, wrong()))
    case 'boolean': {
      const known = new Set([...words(field, 'trueValues', trueWords), ...words(field, 'falseValues', falseWords)])
      return (text) => (known.has(text) ? undefined : wrong()(text))
    }
    case 'date':
      return (text) => {
        const checked = isRealDate(text)
        return checked.ok ? undefined : wrong(checked.suggestion)(text)
      }
    case 'datetime':
      return (text) => (datetime.test(text) && isRealDate(text.slice(0, 10)).ok ? undefined : wrong()(text))
    case 'time':
      return (text) => (time.test(text) ? undefined : wrong()(text))
    case 'year':
      return (text) => (/^\d{4}$/.test(text) ? undefined : wrong(/^\d{4}/.exec(plainDigits(text))?.[0])(text))
    case 'yearmonth':
      return (text) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? undefined : wrong()(text))
    case 'string':
      return stringCheck(field.format, label)
    case 'any':
      return () => undefined
  }
}

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
const integer = /^[+-]?\d+$/
const excelCode = /^\d(?:\.\d+)?E\+\d{2,3}$/
const time = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/
const datetime = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/
const trueWords = ['true', 'True', 'TRUE', '1']
const falseWords = ['false', 'False', 'FALSE', '0']

function words(field: TableField, key: 'trueValues' | 'falseValues', standard: readonly string[]): readonly string[] {
  const given = field[key]
  return Array.isArray(given) ? given.map(String) : standard
}

const formats = {
  email: { test: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, name: '邮箱', example: 'xx@yw.gov.cn' },
  uri: { test: /^[a-z][a-z0-9+.-]*:\/\/[^\s]+$/i, name: '网址', example: 'https://www.yw.gov.cn/' },
  uuid: {
    test: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
    name: 'UUID',
    example: '1b4e28ba-2fa1-11d2-883f-0016d3cca427',
  },
} as const

function stringCheck(format: string | undefined, label: string): CellCheck {
  const known = format && Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined
  return (text) => {
    if (known && !known.test.test(text)) {
      const params = { column: label, found: show(text), format: known.name, example: known.example }
      return (at) => issue(wrongFormat, at, params)
    }
    return excelCode.test(text) ? damaged(label, text) : undefined
  }
}

function damaged(column: string, found: string): CellFault {
  return (at) => issue(damagedCode, at, { column, found })
}

/** Says in which way a text is no number, with the number that was probably meant. */
function numberFault(text: string, column: string, wrong: CellCheck): CellFault | undefined {
  const found = show(text)
  const plain = plainDigits(text).replaceAll('，', ',')
  const ungrouped = plain.replace(/[,\s'’](?=\d{3})/g, '')
  if (plain !== text && number.test(ungrouped)) {
    return (at) => issue(fullWidthNumber, at, { column, found, suggestion: ungrouped })
  }
  if (/^[+-]?\d{1,3}(?:[,\s'’]\d{3})+(?:\.\d+)?$/.test(plain)) {
    return (at) => issue(thousandsSeparator, at, { column, found, suggestion: ungrouped })
  }
  const scaled =
    /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(万亿|千万|百万|十万|亿|万|千|百|%|‰)?\s*\p{Script=Han}{0,6}$/u.exec(ungrouped)
  if (scaled?.[1] && text.length <= 60) {
    const power = scales[scaled[2] ?? ''] ?? 0
    const suggestion = String(shiftDecimal(scaled[1], power))
    return (at) => issue(unitInNumber, at, { column, found, suggestion })
  }
  return wrong(text)
}

const scales: Readonly<Record<string, number>> = {
  万亿: 12,
  亿: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  千: 3,
  百: 2,
  '%': -2,
  '‰': -3,
}

function constraintChecks(field: TableField, label: string): CellCheck[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength, pattern } = field.constraints
  const compare = comparison(field.type)
  const checks: CellCheck[] = []
  const below = (limit: number | string, exclusive: boolean): CellCheck => {
    const edge = exclusive ? 0 : -1
    return (text) =>
      compare(text, String(limit)) <= edge
        ? (at) => issue(belowMinimum, at, { column: label, found: show(text), limit: String(limit), exclusive })
        : undefined
  }
  const above = (limit: number | string, exclusive: boolean): CellCheck => {
    const edge = exclusive ? 0 : 1
    return (text) =>
      compare(text, String(limit)) >= edge
        ? (at) => issue(aboveMaximum, at, { column: label, found: show(text), limit: String(limit), exclusive })
        : undefined
  }
  if (field.constraints.enum) checks.push(enumCheck(field.constraints.enum.map(String), label))
  if (pattern !== undefined) checks.push(patternCheck(pattern, label))
  if (minimum !== undefined) checks.push(below(minimum, false))
  if (exclusiveMinimum !== undefined) checks.push(below(exclusiveMinimum, true))
  if (maximum !== undefined) checks.push(above(maximum, false))
  if (exclusiveMaximum !== undefined) checks.push(above(exclusiveMaximum, true))
  if (minLength !== undefined) {
    checks.push((text) =>
      text.length < 2 * minLength && [...text].length < minLength
        ? (at) => issue(tooShort, at, { column: label, found: show(text), limit: minLength })
        : undefined,
    )
  }
  if (maxLength !== undefined) {
    checks.push((text) =>
      text.length > maxLength && [...text].length > maxLength
        ? (at) => issue(tooLong, at, { column: label, found: show(text), limit: maxLength })
        : undefined,
    )
  }
  return checks
}

function enumCheck(allowed: readonly string[], label: string): CellCheck {
  const known = new Set(allowed)
  return (text) => {
    if (known.has(text)) return undefined
    const guess = nearest(text, allowed)
    const params = { column: label, found: show(text), allowed, ...(guess ? { nearest: guess } : {}) }
    return (at) => issue(notInEnum, at, params)
  }
}

/** A pattern that is no regular expression is reported with the descriptor; here it finds nothing. */
function patternCheck(pattern: string, label: string): CellCheck {
  const test = compilePattern(pattern)
  return (text) =>
    test && !test.test(text)
      ? (at) => issue(notInPattern, at, { column: label, found: show(text), pattern })
      : undefined
}

export function compilePattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u')
  } catch {
    return undefined
  }
}

/** Negative, zero or positive. Dates, times and months are written so that text order is time order. */
export function comparison(type: TableField['type']): (a: string, b: string) => number {
  if (type === 'number' || type === 'integer' || type === 'year') return (a, b) => Number(a) - Number(b)
  return (a, b) => (a < b ? -1 : a > b ? 1 : 0)
}
