import { z } from 'zod'

/** What lies under optional, default and lazy wrappers. */
export function unwrap(schema: z.ZodType): z.ZodType {
  let inner: z.ZodType = schema
  for (;;) {
    if (
      inner instanceof z.ZodOptional ||
      inner instanceof z.ZodDefault ||
      inner instanceof z.ZodPrefault ||
      inner instanceof z.ZodNullable
    )
      inner = inner.unwrap() as z.ZodType
    else if (inner instanceof z.ZodLazy) inner = inner.unwrap() as z.ZodType
    else return inner
  }
}

/** The fields of an object schema: English key → schema; undefined for anything else. */
export function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> | undefined {
  const inner = unwrap(schema)
  return inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : undefined
}

/** The Chinese name a field was given with `named()`. */
export function titleOf(schema: z.ZodType | undefined): string | undefined {
  let inner = schema
  while (inner) {
    const title = inner.meta()?.title
    if (title) return title
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault)
      inner = inner.unwrap() as z.ZodType
    else return undefined
  }
  return undefined
}

/** The schema at a path, through objects, arrays and the first fitting branch of unions. */
export function schemaAt(schema: z.ZodType, path: readonly (string | number)[]): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema
  for (const step of path) {
    const inner: z.ZodType | undefined = current && unwrap(current)
    if (inner instanceof z.ZodArray) current = inner.element as z.ZodType
    else if (inner instanceof z.ZodUnion) {
      const branch: z.ZodType | undefined = (inner.options as z.ZodType[]).find((one) => shapeOf(one)?.[String(step)])
      current = branch && shapeOf(branch)?.[String(step)]
    } else current = inner && shapeOf(inner)?.[String(step)]
  }
  return current
}
