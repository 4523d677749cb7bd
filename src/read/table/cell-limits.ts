import {
  aboveMaximum,
  belowMinimum,
  notInEnum,
  notInPattern,
  notInSchema,
  tooLong,
  tooShort,
} from '../../issues/tbl.ts'
import type { TableField } from '../../model/data/dataset.ts'
import { issue } from '../../model/issue.ts'
import { guesser } from '../../model/policy/suggest.ts'
import type { CellFault } from './cell-fault.ts'
import type { CellValue } from './cell-value.ts'
import { keyOfValue } from './cell-value.ts'
import type { SchemaCompiler } from './json-schema.ts'
import { compilePattern } from './pattern.ts'

/** What breaks a limit of the field: the text as written with what it means. */
export type LimitCheck = (text: string, value: CellValue) => CellFault | undefined

type Read = (text: string) => CellValue | undefined

/**
 * The constraints and categories of one field. Limits are read as the field is; `show` shortens texts for people.
 * `compileSchema` may be absent only where no field has a JSON Schema.
 */
export function limitChecks(
  field: TableField,
  column: string,
  read: Read,
  show: (text: string) => string,
  compileSchema: SchemaCompiler | undefined,
): LimitCheck[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, pattern, jsonSchema } = field.constraints
  const checks: LimitCheck[] = []
  const limit = (at: number | string | undefined, isBroken: (order: number) => boolean, isLow: boolean) => {
    if (at === undefined) return
    const edge = typeof at === 'number' ? at : (read(at) ?? at)
    const params = { limit: String(at), exclusive: isBroken(0) }
    checks.push((text, value) =>
      isBroken(orderOf(value, edge))
        ? (place) => issue(isLow ? belowMinimum : aboveMaximum, place, { column, found: show(text), ...params })
        : undefined,
    )
  }
  const allowed = allowedOf(field)
  if (allowed) checks.push(enumCheck(allowed, column, read, show))
  if (field.constraints.enum) checks.push(enumCheck(field.constraints.enum, column, read, show))
  if (pattern !== undefined) checks.push(patternCheck(pattern, column, show))
  limit(minimum, (order) => order < 0, true)
  limit(exclusiveMinimum, (order) => order <= 0, true)
  limit(maximum, (order) => order > 0, false)
  limit(exclusiveMaximum, (order) => order >= 0, false)
  checks.push(...lengthChecks(field, column, show))
  if (jsonSchema && (field.type === 'object' || field.type === 'array')) {
    checks.push(schemaCheck(jsonSchema, column, compileSchema))
  }
  return checks
}

function orderOf(a: CellValue, b: CellValue): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function allowedOf({ categories }: TableField): readonly (string | number)[] | undefined {
  return categories?.map((one) => (typeof one === 'object' ? one.value : one))
}

function enumCheck(
  allowed: readonly unknown[],
  column: string,
  read: Read,
  show: (text: string) => string,
): LimitCheck {
  const texts = allowed.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one)))
  const nearest = guesser()
  const known = new Set(texts.map((text) => keyOfValue(read(text) ?? text)))
  for (const one of allowed) if (typeof one !== 'string') known.add(keyOfValue(one as CellValue))
  return (text, value) => {
    if (known.has(keyOfValue(value))) return undefined
    const guess = nearest(text, texts)
    const params = { column, found: show(text), allowed: texts, ...(guess ? { nearest: guess } : {}) }
    return (at) => issue(notInEnum, at, params)
  }
}

/** A pattern that cannot be used is reported with the descriptor; here it finds nothing. */
function patternCheck(pattern: string, column: string, show: (text: string) => string): LimitCheck {
  const { test } = compilePattern(pattern)
  return (text) =>
    test && !test(text) ? (at) => issue(notInPattern, at, { column, found: show(text), pattern }) : undefined
}

function lengthChecks(field: TableField, column: string, show: (text: string) => string): LimitCheck[] {
  const { minLength, maxLength } = field.constraints
  const checks: LimitCheck[] = []
  if (minLength !== undefined) {
    checks.push((text, value) =>
      lengthOf(text, value) < minLength
        ? (at) => issue(tooShort, at, { column, found: show(text), limit: minLength })
        : undefined,
    )
  }
  if (maxLength !== undefined) {
    checks.push((text, value) =>
      lengthOf(text, value) > maxLength
        ? (at) => issue(tooLong, at, { column, found: show(text), limit: maxLength })
        : undefined,
    )
  }
  return checks
}

/** Characters of a text, items of a list, keys of an object. */
function lengthOf(text: string, value: CellValue): number {
  if (Array.isArray(value)) return value.length
  return typeof value === 'object' ? Object.keys(value).length : [...text].length
}

function schemaCheck(
  schema: Readonly<Record<string, unknown>>,
  column: string,
  compileSchema: SchemaCompiler | undefined,
): LimitCheck {
  if (!compileSchema) throw new Error(`${column} has a JSON Schema, and nothing to read it with`)
  const findFault = compileSchema(schema)
  return (_text, value) => {
    const path = findFault?.(value)
    return path === undefined ? undefined : (at) => issue(notInSchema, at, { column, path })
  }
}
