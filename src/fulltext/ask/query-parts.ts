import { gap, unitsOf } from '../format/units.ts'

/** What must be found, each as one phrase. */
export interface QueryPart {
  readonly text: string
  /** In quotation marks: exactly so, without variants. */
  readonly quoted: boolean
}

/** Parts beyond these are one more, in which they stand in any order: none is passed over. */
const mostParts = 24

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
  const distinct = new Map(found.map(([text, quoted]) => [`${text}\n${quoted}`, { text, quoted }]))
  const parts = [...distinct.values()].filter(({ text }) => unitsOf(text).some((unit) => unit.text !== gap))
  if (parts.length <= mostParts) return parts
  const rest = parts.slice(mostParts - 1).map(({ text }) => text)
  return [...parts.slice(0, mostParts - 1), { text: rest.join('；'), quoted: false }]
}
