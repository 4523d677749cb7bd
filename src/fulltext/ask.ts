import { union } from './hits.ts'
import type { OpenIndex } from './open-index.ts'
import { phraseHits } from './phrase.ts'
import type { Postings } from './posting.ts'
import { type QueryPart, queryParts } from './query-parts.ts'
import { averageLength, idf, weights } from './rank.ts'
import { relatedTier } from './related.ts'
import { type Fold, gap, unitsOf } from './units.ts'
import { variantsOf } from './variants.ts'

/** One document found, and where. */
export interface Found {
  readonly document: number
  readonly score: number
  /** How often the parts stand in it. */
  readonly count: number
  /** Positions to show, the first first. */
  readonly positions: readonly number[]
}

export interface Answer {
  readonly parts: readonly string[]
  /** Documents that hold every part, best first; complete. */
  readonly exact: readonly Found[]
  /** Documents that hold most of what the query is about; never among `exact`. */
  readonly related: readonly Found[]
  /** Words that were added to the query. */
  readonly added: readonly string[]
  /** Texts to mark in excerpts. */
  readonly marks: readonly string[]
  /** A word of the query stands nowhere. */
  readonly missing: boolean
}

export interface AskOptions {
  readonly fold?: Fold
  /** Documents that may be found; all of them without it. */
  readonly accepts?: (document: number) => boolean
}

/** With so many exact results nobody needs related ones. */
const enough = 10

/** Asks an index: exact phrases first, then what is related (search.md §5.6). */
export async function ask(index: OpenIndex, query: string, options: AskOptions = {}): Promise<Answer> {
  const parts = queryParts(query)
  const { exact, added, marks } = await exactTier(index, parts, options)
  const wantsMore = exact.length < enough && parts.length > 0 && !parts.some((part) => part.quoted)
  const related =
    wantsMore && !isTitle(index, exact, parts, options)
      ? await relatedTier(index, parts, options, new Set(exact.map((found) => found.document)), enough)
      : { found: [], words: [], missing: false }
  return {
    parts: parts.map((part) => part.text),
    exact,
    related: related.found,
    added,
    marks: [...marks, ...related.words],
    missing: related.missing,
  }
}

/** A query that is most of a title has found what it names. */
function isTitle(
  { head }: OpenIndex,
  [first]: readonly Found[],
  parts: readonly QueryPart[],
  { fold }: AskOptions,
): boolean {
  const titleUnits = first ? (head.documents[first.document]?.titleUnits ?? 0) : 0
  const asked = parts.reduce((sum, part) => sum + sizeOf(part.text, fold), 0)
  return first?.positions.some((position) => position < titleUnits) === true && asked >= 0.6 * titleUnits
}

interface PartHits {
  readonly list: Postings
  readonly units: number
}

async function exactTier(index: OpenIndex, parts: readonly QueryPart[], options: AskOptions) {
  const { head } = index
  const added: string[] = []
  const marks: string[] = []
  const average = averageLength(head)
  const solve = async (part: QueryPart): Promise<PartHits> => {
    const variants = part.quoted ? [{ text: part.text }] : variantsOf(part.text, index.head.synonyms)
    const lists = await Promise.all(variants.map((variant) => phraseHits(index, variant.text, options.fold)))
    for (const [at, variant] of variants.entries()) {
      if ((lists[at]?.docs.length ?? 0) === 0) continue
      marks.push(variant.text)
      if ('added' in variant && variant.added !== undefined) added.push(variant.added)
    }
    return { list: union(lists), units: sizeOf(part.text, options.fold) }
  }
  const whole: QueryPart = { text: parts.map((part) => part.text).join(''), quoted: false }
  const [hits, together] = await Promise.all([
    Promise.all(parts.map(solve)),
    parts.length > 1 ? solve(whole) : Promise.resolve(undefined),
  ])
  const scores = new Map<number, { score: number; count: number; positions: number[]; parts: number }>()
  for (const { list, units } of hits) {
    const rarity = idf(head, list.docs.length)
    const weight = weights(head, average, list, units)
    for (const [at, doc] of list.docs.entries()) {
      const own = scores.get(doc) ?? { score: 100, count: 0, positions: [], parts: 0 }
      own.score += rarity * (weight.get(doc) ?? 0)
      own.count += list.counts?.[at] ?? (list.starts[at + 1] ?? 0) - (list.starts[at] ?? 0)
      own.positions.push(...firstPositions(list, at))
      own.parts++
      scores.set(doc, own)
    }
  }
  if (together) {
    const weight = weights(head, average, together.list, together.units)
    for (const [at, doc] of together.list.docs.entries()) {
      const own = scores.get(doc) ?? { score: 100, count: 0, positions: [], parts: 0 }
      own.score += 20 + (weight.get(doc) ?? 0)
      own.positions.unshift(...firstPositions(together.list, at))
      // The parts joined are all of the parts.
      own.parts = parts.length
      own.count = Math.max(own.count, 1)
      scores.set(doc, own)
    }
  }
  const accepts = options.accepts ?? (() => true)
  const exact = [...scores]
    .filter(([doc, own]) => own.parts === parts.length && parts.length > 0 && accepts(doc))
    .map(([document, { score, count, positions }]) => ({ document, score, count, positions }))
    .sort(best)
  return { exact, added: [...new Set(added)], marks }
}

/** Enough places for an excerpt: one in the title, some behind it. */
export function firstPositions(list: Postings, at: number): number[] {
  return [...list.positions.subarray(list.starts[at], Math.min((list.starts[at] ?? 0) + 12, list.starts[at + 1] ?? 0))]
}

export function sizeOf(text: string, fold: Fold | undefined): number {
  return unitsOf(text, fold).filter((unit) => unit.text !== gap).length
}

export function best(a: Found, b: Found): number {
  return b.score - a.score || a.document - b.document
}
