import { createHash } from 'node:crypto'
import { serialize } from 'node:v8'

/** Stands for a value: the same content has the same print, in this process and in later ones. */
export function printOf(value: unknown): string {
  return createHash('sha256').update(serialize(value)).digest('base64url')
}

/** The same of many values, one at a time. */
export function printOfAll(...lists: readonly Iterable<unknown>[]): string {
  const hash = createHash('sha256')
  for (const list of lists) for (const value of list) hash.update(serialize(value))
  return hash.digest('base64url')
}
