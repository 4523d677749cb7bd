import { unitsOf } from '../../fulltext/format/units.ts'

/** The parts of a query: what is set apart by spaces must all be found, each as one phrase. */
export function partsOf(query: string): string[] {
  return query
    .split(/\s+/)
    .filter((part) => unitsOf(part).length > 0)
    .slice(0, 8)
}

/** A match in a text, as offsets into it. */
export interface Match {
  readonly start: number
  readonly end: number // exclusive
}

/** Where the parts stand in a text, by the same units that the index is made of; overlaps are joined. */
export function findMatches(text: string, parts: readonly string[]): Match[] {
  const units = unitsOf(text)
  const found = parts.flatMap((part) => {
    const wanted = unitsOf(part).map((unit) => unit.text)
    return units.flatMap((first, at) => {
      const last = units[at + wanted.length - 1]
      const fits = last !== undefined && wanted.every((unit, index) => units[at + index]?.text === unit)
      return fits ? [{ start: first.start, end: last.end }] : []
    })
  })
  return join(found.sort((a, b) => a.start - b.start || b.end - a.end))
}

/** About `length` characters of a text around its first match; the whole text where it is short. */
export function excerptAround(text: string, matches: readonly Match[], length = 90): { text: string; start: number } {
  const first = matches[0]
  if (text.length <= length || !first || first.end <= length) return { text: text.slice(0, length), start: 0 }
  const start = Math.max(0, Math.min(first.start - Math.floor(length / 3), text.length - length))
  return { text: text.slice(start, start + length), start }
}

function join(sorted: readonly Match[]): Match[] {
  const joined: Match[] = []
  for (const one of sorted) {
    const last = joined.at(-1)
    if (last && one.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, one.end) }
    else joined.push(one)
  }
  return joined
}
