import { compilePattern } from '../../read/table/pattern.ts'
import type { Builtin } from './builtin.ts'
import { parseDatePattern } from './date-pattern.ts'
import { momentOf } from './moment.ts'
import type { NumberMarks } from './number-pattern.ts'
import { literal, numberForm } from './number-pattern.ts'
import { parseNumeric } from './numeric.ts'
import type { Value } from './value.ts'
import { numberValue, readValue } from './value.ts'

/** Reads the text of a cell; nothing when it is not a value of the datatype in this format. */
export type ReadText = (text: string) => Value | undefined

/** `Y|N`: the words for true and false. */
export function booleanFormat(format: string): ReadText | undefined {
  const words = format.split('|')
  const [yes, no] = words
  if (words.length !== 2 || yes === '' || no === '' || yes === no) return undefined
  return (text) => (text === yes || text === no ? { kind: 'boolean', truth: text === yes } : undefined)
}

/** A date pattern that says what the datatype needs: a date, a time or both. */
export function dateFormat(format: string, datatype: Builtin): ReadText | undefined {
  const pattern = parseDatePattern(format)
  const needs = { date: [true, false], time: [false, true], dateTime: [true, true], dateTimeStamp: [true, true] }
  const [date, time] = needs[datatype.name as keyof typeof needs] ?? []
  if (!pattern || pattern.hasDate !== date || pattern.hasTime !== time) return undefined
  return (text) => {
    const parts = pattern.parse(text)
    const moment = parts && momentOf(parts, datatype.name)
    return moment && { kind: 'date', moment }
  }
}

/** A number pattern, or only the marks of decimals and groups. Nothing when the pattern is not understood. */
export function numberFormat(pattern: string | undefined, marks: NumberMarks, datatype: Builtin): ReadText | undefined {
  // A digit as a mark would make every number ambiguous.
  if (/\d/.test(`${marks.decimal}${marks.group ?? ''}`) || marks.decimal === marks.group) return undefined
  const form = pattern === undefined ? looseForm(marks, datatype) : numberForm(pattern, marks)
  if (!form) return undefined
  const group = marks.group ?? (pattern === undefined ? undefined : marks.decimal === ',' ? '.' : ',')
  return (text) => {
    if (!form.test(text)) return undefined
    const digits = group === undefined ? text : text.replaceAll(group, '')
    const plain = digits.replace(marks.decimal, '.').replace(/^([%‰])([+-]?)(.*)$/, '$2$3$1')
    return numberValue(parseNumeric(plain), datatype)
  }
}

/** A regular expression over the whole text, in the syntax of ECMAScript. */
export function textFormat(format: string, datatype: Builtin): ReadText | undefined {
  const form = compilePattern(format)
  return form.fault ? undefined : (text) => (form.test(text) ? readValue(text, datatype) : undefined)
}

/** What is a number when only the marks are known (Model for Tabular Data §6.4.2). */
function looseForm({ decimal, group }: NumberMarks, datatype: Builtin): RegExp {
  const point = literal(decimal)
  const digits = group === undefined ? '\\d+' : `\\d+(?:${literal(group)}\\d+)*`
  const fraction = datatype.isWhole ? '' : `(?:${point}\\d+)?`
  const hasExponent = datatype.name === 'double' || datatype.name === 'float'
  const special = hasExponent ? '|NaN|-?INF' : ''
  return new RegExp(`^(?:[+-]?${digits}${fraction}(?:[%‰]${hasExponent ? '|E[+-]?\\d+' : ''})?${special})$`)
}
