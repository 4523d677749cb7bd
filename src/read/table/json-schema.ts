import { z } from 'zod'
import { compilePattern, patternsIn } from './pattern.ts'

/** A JSON Schema as a check: where in a value it is broken, `/` for the value itself; undefined where it is kept. */
export type SchemaCheck = (value: unknown) => string | undefined
export type SchemaCompiler = (schema: Readonly<Record<string, unknown>>) => SchemaCheck | undefined

/**
 * Undefined where the schema cannot be read. It stands alone because it brings a library with it that tables without
 * JSON have no use for: `readTable` loads it only where a column asks for it.
 */
export function compileJsonSchema(schema: Readonly<Record<string, unknown>>): SchemaCheck | undefined {
  try {
    const own = new Set(patternsIn(schema))
    const compiled = withLinear(own, () => z.fromJSONSchema(withRequired(schema) as Readonly<Record<string, unknown>>))
    return (value) => {
      const fault = compiled.safeParse(value).error?.issues[0]
      return fault && (fault.path.length > 0 ? fault.path.join('.') : '/')
    }
  } catch {
    return undefined
  }
}

/**
 * The library makes a RegExp of each expression and has no way to give it another engine: while it builds, the
 * expressions of the schema become ones that test in linear time. Throws where one is not supported.
 */
function withLinear<T>(own: ReadonlySet<string>, build: () => T): T {
  const native = globalThis.RegExp
  const linear = (pattern: string) => {
    const { test } = compilePattern(pattern, false)
    if (!test) throw new Error('an expression that is not supported')
    return Object.assign(new native(pattern), { test })
  }
  globalThis.RegExp = new Proxy(native, {
    construct: (target, args: [string, string?]) =>
      typeof args[0] === 'string' && args[1] === undefined && own.has(args[0]) ? linear(args[0]) : new target(...args),
  })
  try {
    return build()
  } finally {
    globalThis.RegExp = native
  }
}

/** The library asks for a key only where it is one of the properties. */
function withRequired(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withRequired)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withRequired(value)]))
  if (!Array.isArray(inner['required'])) return inner
  const wanted = Object.fromEntries(inner['required'].map((key) => [String(key), {}]))
  return { ...inner, properties: { ...wanted, ...(inner['properties'] as object | undefined) } }
}
