import type { Builtin } from './builtin.ts'
import type { Duration } from './duration.ts'
import { compareDurations, parseDuration } from './duration.ts'
import type { Moment } from './moment.ts'
import { compareMoments, momentKey, parseMoment } from './moment.ts'
import type { Numeric } from './numeric.ts'
import { compareNumeric, isInRange, isWhole, numericKey, parseNumeric } from './numeric.ts'

/** What a cell means. `text` is a value of any datatype that only its characters tell apart. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly truth: boolean }
  | { readonly kind: 'number'; readonly number: Numeric }
  | { readonly kind: 'date'; readonly moment: Moment }
  | { readonly kind: 'duration'; readonly duration: Duration }

/** Reads a text in the form that XML Schema gives to a datatype; nothing when it is not one of its values. */
export function readValue(text: string, datatype: Builtin): Value | undefined {
  switch (datatype.family) {
    case 'number':
      return lexicalNumber(datatype).test(text) ? numberValue(parseNumeric(text), datatype) : undefined
    case 'boolean':
      return /^(?:true|false|1|0)$/.test(text) ? { kind: 'boolean', truth: text === 'true' || text === '1' } : undefined
    case 'date': {
      const moment = parseMoment(text, datatype.name)
      return moment && { kind: 'date', moment }
    }
    case 'duration': {
      const duration = parseDuration(text, datatype.name)
      return duration && { kind: 'duration', duration }
    }
    default:
      return (lexical[datatype.name]?.test(text) ?? true) ? { kind: 'text', text } : undefined
  }
}

/** A number as value of a datatype; nothing when the datatype has no such value. */
export function numberValue(number: Numeric | undefined, datatype: Builtin): Value | undefined {
  if (number === undefined) return undefined
  // A double that is written with digits is a finite one.
  if (typeof number !== 'string' && !Number.isFinite(Number(numericKey(number)))) {
    if (datatype.name === 'double' || datatype.name === 'float') return undefined
  }
  if (datatype.isWhole && !(isWhole(number) && isInRange(number, datatype.name))) return undefined
  return { kind: 'number', number }
}

/** Below zero, zero or above; nothing where two values have no order. */
export function compareValues(a: Value, b: Value): number | undefined {
  if (a.kind === 'number' && b.kind === 'number') return compareNumeric(a.number, b.number)
  if (a.kind === 'date' && b.kind === 'date') return compareMoments(a.moment, b.moment)
  if (a.kind === 'duration' && b.kind === 'duration') return compareDurations(a.duration, b.duration)
  return undefined
}

/** The same text for equal values, another for others of the same kind. */
export function valueKey(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'boolean':
      return String(value.truth)
    case 'number':
      return numericKey(value.number)
    case 'date':
      return momentKey(value.moment)
    case 'duration':
      return `${value.duration.months} ${value.duration.seconds}`
  }
}

/** Length as XML Schema counts it: characters of a text, bytes of a binary. */
export function lengthOf(text: string, datatype: Builtin): number {
  if (datatype.name === 'hexBinary') return text.length / 2
  if (datatype.name === 'base64Binary') return Math.floor((text.replaceAll(/[ =]/g, '').length * 3) / 4)
  return [...text].length
}

function lexicalNumber(datatype: Builtin): RegExp {
  if (datatype.isWhole) return /^[+-]?\d+$/
  if (datatype.name === 'decimal') return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/
  return /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/
}

const nameStart = '\\p{L}_'
const nameRest = '\\p{L}\\p{M}\\p{N}_.\\-·'

const lexical: Readonly<Record<string, RegExp>> = {
  normalizedString: /^[^\t\n\r]*$/,
  token: /^(?:[^\s]+(?: [^\s]+)*)?$/,
  language: /^[A-Za-z]{1,8}(?:-[A-Za-z\d]{1,8})*$/,
  Name: new RegExp(`^[${nameStart}:][${nameRest}:]*$`, 'u'),
  NCName: new RegExp(`^[${nameStart}][${nameRest}]*$`, 'u'),
  NMTOKEN: new RegExp(`^[${nameRest}:]+$`, 'u'),
  QName: new RegExp(`^(?:[${nameStart}][${nameRest}]*:)?[${nameStart}][${nameRest}]*$`, 'u'),
  anyURI: /^[^\s<>"{}|\\^`]*$/,
  hexBinary: /^(?:[\dA-Fa-f]{2})*$/,
  base64Binary: /^(?:(?:[A-Za-z\d+/] ?){4})*(?:(?:[A-Za-z\d+/] ?){2}= ?=|(?:[A-Za-z\d+/] ?){3}=)?$/,
}
