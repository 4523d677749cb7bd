import { z } from 'zod'
import type { Version } from './standard.ts'

const text = z.string()
const flag = z.boolean().optional()
const whole = z.int().optional()
const anyObject = z.looseObject({})

/** What a limit is written as: as text, or as a value of the type. */
const limits = <T extends z.ZodType>(value: T) => ({
  minimum: value.optional(),
  maximum: value.optional(),
  exclusiveMinimum: value.optional(),
  exclusiveMaximum: value.optional(),
})
const lengths = { minLength: whole, maxLength: whole }

interface TypeRules {
  readonly formats?: readonly string[]
  /** What an item of `enum` may be. */
  readonly item: z.ZodType
  readonly constraints?: Readonly<Record<string, z.ZodType>>
  readonly properties?: Readonly<Record<string, z.ZodType>>
  readonly since?: 2
}

const numeric = { bareNumber: flag, groupChar: text.optional() }
const json = { ...lengths, jsonSchema: anyObject.optional() }
const numberOrText = z.union([text, z.number()])
const wholeOrText = z.union([text, z.int()])
const timeRules = { item: text, constraints: limits(text) }

/** What the types of Table Schema allow, in the words of its profile. */
const types: Readonly<Record<string, TypeRules>> = {
  string: {
    formats: ['default', 'email', 'uri', 'binary', 'uuid'],
    item: text,
    constraints: { ...lengths, pattern: text.optional() },
  },
  number: {
    formats: ['default'],
    item: numberOrText,
    constraints: limits(numberOrText),
    properties: { ...numeric, decimalChar: text.optional() },
  },
  integer: { formats: ['default'], item: wholeOrText, constraints: limits(wholeOrText), properties: numeric },
  boolean: {
    formats: ['default'],
    item: z.union([z.boolean(), text]),
    properties: { trueValues: z.array(text).min(1).optional(), falseValues: z.array(text).min(1).optional() },
  },
  date: timeRules,
  time: timeRules,
  datetime: timeRules,
  year: { formats: ['default'], item: wholeOrText, constraints: limits(wholeOrText) },
  yearmonth: { formats: ['default'], ...timeRules },
  duration: { formats: ['default'], ...timeRules },
  object: { formats: ['default'], item: z.union([text, anyObject]), constraints: json },
  array: { formats: ['default'], item: z.union([text, z.array(z.unknown())]), constraints: json },
  list: {
    formats: ['default'],
    item: z.union([text, z.array(z.unknown())]),
    constraints: lengths,
    properties: {
      delimiter: z.string().min(1).optional(),
      itemType: z.enum(['string', 'integer', 'boolean', 'number', 'datetime', 'date', 'time']).optional(),
    },
    since: 2,
  },
  geopoint: {
    formats: ['default', 'array', 'object'],
    item: z.union([text, z.array(z.unknown()), anyObject]),
  },
  geojson: { formats: ['default', 'topojson'], item: z.union([text, anyObject]), constraints: lengths },
  any: { item: z.unknown() },
}

/** The rules of a type; none for a name that a stranger made up, `constructor` included. */
function typeRules(type: string): TypeRules | undefined {
  return Object.hasOwn(types, type) ? types[type] : undefined
}

/** Constraints that the standard has for other types than this one. A pattern is compared with any text. */
export function idleConstraintsOf(type: string, constraints: object): string[] {
  const own = typeRules(type)
  if (!own) return []
  const known = new Set(Object.values(types).flatMap((one) => Object.keys(one.constraints ?? {})))
  known.delete('pattern')
  return Object.keys(constraints).filter((key) => known.has(key) && !Object.hasOwn(own.constraints ?? {}, key))
}

/** The names of all constraints. */
export const constraintNames: readonly string[] = [
  'required',
  'unique',
  'enum',
  ...new Set(Object.values(types).flatMap((one) => Object.keys(one.constraints ?? {}))),
]

/** The types there are in a version. */
export function typesOf(version: Version): string[] {
  return Object.keys(types).filter((name) => (typeRules(name)?.since ?? 1) <= version)
}

const missing = z.array(z.union([text, z.looseObject({ value: text, label: text.optional() })]))

const shapes = new Map<string, ReturnType<typeof makeShape>>()

/** A field of a type, as the profile of the version wants it. */
export function fieldShape(type: string, version: Version) {
  const known = typeRules(type) ? `${type} ${version}` : `${version}`
  const shape = shapes.get(known) ?? makeShape(type, version)
  shapes.set(known, shape)
  return shape
}

function makeShape(type: string, version: Version) {
  const rules = typeRules(type) ?? { item: z.unknown() }
  const category = type === 'integer' ? z.int() : text
  const categories = z.array(z.union([category, z.looseObject({ value: category, label: text.optional() })]))
  return z.looseObject({
    name: text,
    type: z.enum(typesOf(version) as [string, ...string[]]).optional(),
    title: text.optional(),
    description: text.optional(),
    ...(version === 1 ? { example: text.optional() } : { missingValues: missing.optional() }),
    rdfType: text.optional(),
    format: (rules.formats ? z.enum(rules.formats as [string, ...string[]]) : text).optional(),
    ...rules.properties,
    ...(version === 2 && (type === 'string' || type === 'integer')
      ? { categories: categories.optional(), categoriesOrdered: flag }
      : {}),
    constraints: z
      .looseObject({
        required: flag,
        // A pattern is compared with any text, whatever the type.
        pattern: text.optional(),
        ...(type === 'boolean' ? {} : { unique: flag }),
        enum: z.array(rules.item).min(1).optional(),
        ...rules.constraints,
      })
      .optional(),
  })
}
