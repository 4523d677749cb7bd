import { z } from 'zod'

/** A JSON Schema as a check: where in a value it is broken, `/` for the value itself; undefined where it is kept. */
export type SchemaCheck = (value: unknown) => string | undefined
export type SchemaCompiler = (schema: Readonly<Record<string, unknown>>) => SchemaCheck | undefined

/**
 * Undefined where the schema cannot be read. It stands alone because it brings a library with it that tables without
 * JSON have no use for: `readTable` loads it only where a column asks for it.
 */
export function compileJsonSchema(schema: Readonly<Record<string, unknown>>): SchemaCheck | undefined {
  try {
    const compiled = z.fromJSONSchema(withRequired(schema) as Readonly<Record<string, unknown>>)
    return (value) => {
      const fault = compiled.safeParse(value).error?.issues[0]
      return fault && (fault.path.length > 0 ? fault.path.join('.') : '/')
    }
  } catch {
    return undefined
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
