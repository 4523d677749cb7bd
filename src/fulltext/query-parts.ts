import { gap, unitsOf } from './units.ts'

/** What must be found, each as one phrase. */
export interface QueryPart {
  readonly text: string
  /** In quotation marks: exactly so, without variants. */
  readonly quoted: boolean
}

const mostParts = 8

/** Parts of a query: set apart by spaces and light punctuation; what is quoted stays whole (search.md §5.6). */
export function queryParts(query: string): QueryPart[] {
  const trimmed = query.trim()
  // A word spaced out: 小 微 企 业.
  if (/^\S(?:\s+\S)+$/u.test(trimmed) && /\p{Script=Han}/u.test(trimmed))
    return toParts([[trimmed.replace(/\s+/g, ''), false]])
  const found: [string, boolean][] = []
  for (const [, quoted, plain] of trimmed.matchAll(/["“”«]([^"“”»]+)["“”»]|([^\s，、；,;"“”]+)/g)) {
    if (quoted !== undefined) found.push([quoted, true])
    else if (plain !== undefined) found.push([plain, false])
  }
  return toParts(found)
}

function toParts(found: readonly [string, boolean][]): QueryPart[] {
  return found
    .map(([text, quoted]) => ({ text, quoted }))
    .filter(({ text }) => unitsOf(text).some((unit) => unit.text !== gap))
    .slice(0, mostParts)
}
