import type { SchemaElement } from 'hyparquet'
import { isDouble } from '../../model/number/exact-double.ts'
import { dayNumber } from './day-number.ts'
import type { TypedColumn } from './typed-column.ts'

/** What a look at every cell of a column has told: enough to choose a type that gives each of them back. */
export interface ColumnFacts {
  /** A cell has no value of the declared kind, or none that any binary type holds. */
  odd: boolean
  /** A number that the narrow type (DOUBLE, INT64) would change. */
  wide: boolean
  whole: number // most digits before the point
  scale: number // most digits after it
  zoned: boolean
  local: boolean
}

/** How a column stands in the file. `encode` takes cells that are not missing. */
export interface ParquetType {
  readonly id: string // equal for equal types
  readonly element: SchemaElement
  encode(text: string): unknown
}

export function noFacts(): ColumnFacts {
  return { odd: false, wide: false, whole: 1, scale: 0, zoned: false, local: false }
}

/** Adds one cell, not missing, to the facts. */
export function survey({ kind, digits, truth }: TypedColumn, facts: ColumnFacts): (text: string) => void {
  switch (kind) {
    case 'number':
    case 'integer':
      return (text) => surveyNumber(digits(text), kind, facts)
    case 'year':
      return (text) => {
        if (!/^-?\d{1,6}$/.test(text)) facts.odd = true
      }
    case 'boolean':
      return (text) => {
        if (truth(text) === undefined) facts.odd = true
      }
    case 'date':
      return (text) => {
        if (dayNumber(text) === undefined) facts.odd = true
      }
    case 'datetime':
      return (text) => {
        if (microseconds(text) === undefined) facts.odd = true
        else if (zone.test(text)) facts.zoned = true
        else facts.local = true
      }
    case 'text':
      return () => {}
  }
}

function surveyNumber(digits: string | undefined, kind: 'number' | 'integer', facts: ColumnFacts): void {
  if (digits === undefined || (kind === 'integer' && !/^-?\d+$/.test(digits))) {
    facts.odd = true
    return
  }
  const point = digits.indexOf('.')
  const whole = point < 0 ? digits.length : point
  const scale = point < 0 ? 0 : digits.length - point - 1
  if (whole > facts.whole) facts.whole = whole
  if (scale > facts.scale) facts.scale = scale
  // Up to 15 digits every decimal number comes back from a double as it was written.
  if (digits.length <= 15 && !/[eE]/.test(digits)) return
  if (kind === 'integer' ? !isInt64(digits) : !isDouble(digits)) facts.wide = true
  if (/[eE]/.test(digits)) facts.scale = 99 // no fixed number of digits
}

function isInt64(digits: string): boolean {
  const value = BigInt(digits)
  return BigInt.asIntN(64, value) === value
}

/**
 * The type of a column, by its schema and by what its cells need. A number is DOUBLE: every tool reads it, releases
 * and parts have one type whatever their decimals, and up to 15 digits it gives back what was written. Where a cell
 * has more digits the column is DECIMAL(38), and where that is too short as well, text: never a changed figure.
 */
export function parquetType({ name, kind, digits, truth }: TypedColumn, facts: ColumnFacts): ParquetType {
  const column = { name, repetition_type: 'OPTIONAL' as const }
  if (facts.odd) return text(column)
  switch (kind) {
    case 'number':
    case 'integer': {
      if (facts.wide) return facts.whole + facts.scale > 38 ? text(column) : decimal(column, facts.scale, digits)
      return kind === 'integer'
        ? { id: 'INT64', element: { ...column, type: 'INT64' }, encode: (cell) => BigInt(digits(cell) ?? 0) }
        : { id: 'DOUBLE', element: { ...column, type: 'DOUBLE' }, encode: (cell) => Number(digits(cell)) }
    }
    case 'year':
      return { id: 'INT32', element: { ...column, type: 'INT32' }, encode: Number }
    case 'boolean':
      return { id: 'BOOLEAN', element: { ...column, type: 'BOOLEAN' }, encode: truth }
    case 'date':
      return { id: 'DATE', element: { ...column, type: 'INT32', converted_type: 'DATE' }, encode: dayNumber }
    case 'datetime':
      return facts.zoned && facts.local ? text(column) : timestamp(column, facts.zoned)
    case 'text':
      return text(column)
  }
}

type Column = Pick<SchemaElement, 'name' | 'repetition_type'>

function text(column: Column): ParquetType {
  return { id: 'STRING', element: { ...column, type: 'BYTE_ARRAY', converted_type: 'UTF8' }, encode: (cell) => cell }
}

function decimal(column: Column, scale: number, digits: (cell: string) => string | undefined): ParquetType {
  return {
    id: `DECIMAL(38,${scale})`,
    element: {
      ...column,
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: 16,
      converted_type: 'DECIMAL',
      precision: 38,
      scale,
    },
    encode(cell) {
      const [whole = '', fraction = ''] = (digits(cell) ?? '0').split('.')
      return BigInt(whole + fraction.padEnd(scale, '0'))
    },
  }
}

function timestamp(column: Column, isAdjustedToUTC: boolean): ParquetType {
  return {
    id: `TIMESTAMP(${isAdjustedToUTC})`,
    element: { ...column, type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit: 'MICROS' } },
    encode: microseconds,
  }
}

const zone = /(?:Z|[+-]\d{2}:\d{2})$/
const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:\d{2})?$/

/** Microseconds since 1970; without a zone, as if the clock showed UTC. */
function microseconds(text: string): bigint | undefined {
  const [, date = '', clock = '', second = '00', fraction = '', offset = 'Z'] = moment.exec(text) ?? []
  if (dayNumber(date) === undefined) return undefined
  const time = Date.parse(`${date}T${clock}:${second}${offset}`)
  return Number.isNaN(time) ? undefined : BigInt(time) * 1000n + BigInt(fraction.padEnd(6, '0') || 0)
}
