import { isRealDate } from '../../model/number/date.ts'

/** What values of one place in JSON have been, so far. */
export interface JsonShape {
  readonly types: Set<'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object'>
  /** Of arrays: all items together. */
  items?: JsonShape
  /** Of objects: each property, and in how many of the objects it was. */
  readonly properties: Map<string, { readonly shape: JsonShape; count: number }>
  objects: number
  /** Whether every string was a day, `2026-11-20`. */
  isDay: boolean
}

export function emptyShape(): JsonShape {
  return { types: new Set(), properties: new Map(), objects: 0, isDay: true }
}

/** Takes one value in; the shape then fits it as well as all before. */
export function see(shape: JsonShape, value: unknown): void {
  if (value === null) shape.types.add('null')
  else if (typeof value === 'boolean') shape.types.add('boolean')
  else if (typeof value === 'number') shape.types.add(Number.isInteger(value) ? 'integer' : 'number')
  else if (typeof value === 'string') {
    shape.types.add('string')
    shape.isDay &&= isDay(value)
  } else if (Array.isArray(value)) {
    shape.types.add('array')
    for (const one of value) {
      shape.items ??= emptyShape()
      see(shape.items, one)
    }
  } else {
    shape.types.add('object')
    shape.objects += 1
    for (const [name, one] of Object.entries(value as object)) seeProperty(shape, name, one)
  }
}

/** Guarded by a look at its length: what is no day makes the reader of days guess one. */
function isDay(text: string): boolean {
  return text.length === 10 && isRealDate(text).ok
}

function seeProperty({ properties }: JsonShape, name: string, value: unknown): void {
  const known = properties.get(name)
  if (known) {
    known.count += 1
    see(known.shape, value)
    return
  }
  const shape = emptyShape()
  see(shape, value)
  properties.set(name, { shape, count: 1 })
}

/** Objects with more properties than this are taken for lists by key, e.g. by the code of a place. */
const mostProperties = 60

/**
 * The shape as JSON Schema 2020-12. What was in every object is required; others may come: a schema says what programs
 * can rely on.
 */
export function toSchema(shape: JsonShape): object {
  const types = [...shape.types].filter((type) => type !== 'integer' || !shape.types.has('number')).toSorted()
  if (types.length === 0) return {}
  return {
    type: types.length === 1 ? types[0] : types,
    ...(shape.types.has('string') && shape.isDay && types.every((type) => type === 'string' || type === 'null')
      ? { format: 'date' }
      : {}),
    ...(shape.types.has('array') && { items: shape.items ? toSchema(shape.items) : {} }),
    ...(shape.types.has('object') && objectSchema(shape)),
  }
}

function objectSchema({ properties, objects }: JsonShape): object {
  const all = [...properties]
  if (all.length > mostProperties) {
    const merged = all.map(([, { shape }]) => toSchema(shape))
    const distinct = [...new Map(merged.map((one) => [JSON.stringify(one), one])).values()]
    return { additionalProperties: distinct.length === 1 ? distinct[0] : { anyOf: distinct } }
  }
  const required = all.filter(([, { count }]) => count === objects).map(([name]) => name)
  return {
    properties: Object.fromEntries(all.map(([name, { shape }]) => [name, toSchema(shape)])),
    ...(required.length > 0 && { required }),
  }
}
