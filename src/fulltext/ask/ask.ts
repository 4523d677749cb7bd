import { countAt, noPostings, type Postings } from '../format/posting.ts'
import { sizeOf } from '../format/units.ts'
import { type AskOptions, best, type Found, firstPositions } from './found.ts'
import { namedFirst } from './named-first.ts'
import type { OpenIndex } from './open-index.ts'
import { partHits } from './part-hits.ts'
import { type QueryPart, queryParts } from './query-parts.ts'
import { averageLength, idf, weights } from './rank.ts'

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

/** With so many exact results nobody needs related ones. */
const enough = 10
/** A phrase of up to so many units that stands somewhere in some documents is what was meant. */
const shortPhrase = 6
const enoughOfShort = 3

/** Asks an index: exact phrases first, then what is related (search.md §5.6). */
export async function ask(index: OpenIndex, query: string, options: AskOptions = {}): Promise<Answer> {
  const parts = queryParts(query)
  const { exact, beside, added, marks } = await exactTier(index, parts, options)
  const held = new Set([...exact, ...beside].map((found) => found.document))
  const isShort = parts.length === 1 && sizeOf(parts[0]?.text ?? '', options.fold) <= shortPhrase
  const isEnough = held.size >= (isShort ? enoughOfShort : enough)
  const wantsMore = !isEnough && parts.length > 0 && !parts.some((part) => part.quoted)
  const [ranked, related] = await Promise.all([
    namedFirst(index, exact, parts.map((part) => part.text).join(' '), options.fold),
    wantsMore && !isTitle(index, exact, parts, options)
      ? import('./related.ts').then(({ relatedTier }) => relatedTier(index, parts, options, held, enough))
      : { found: [], words: [], added: [], missing: false },
  ])
  return {
    parts: parts.map((part) => part.text),
    exact: ranked,
    related: [...beside, ...related.found],
    added: [...new Set([...added, ...related.added])],
    marks: [...new Set([...marks, ...related.words])],
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

async function exactTier(index: OpenIndex, parts: readonly QueryPart[], options: AskOptions) {
  const { head } = index
  const average = averageLength(head)
  // A space takes no place, but keeps 2021 38 two numbers.
  const whole: QueryPart = { text: parts.map((part) => part.text).join(' '), quoted: false }
  const [hits, together] = await Promise.all([
    Promise.all(parts.map((part) => partHits(index, part, options.fold))),
    parts.length > 1 ? partHits(index, whole, options.fold) : undefined,
  ])
  const scores = new Map<number, { score: number; count: number; positions: number[]; parts: number }>()
  for (const { list, typed, others, units } of hits) {
    const rarity = idf(head, list.docs.length)
    const weight = weights(head, average, list, units)
    const more = weights(head, average, others, units)
    const written = new Set(typed.docs)
    for (const [at, doc] of list.docs.entries()) {
      const own = scores.get(doc) ?? { score: 100, count: 0, positions: [], parts: 0 }
      own.score += rarity * ((weight.get(doc) ?? 0) + bothWords * (written.has(doc) ? (more.get(doc) ?? 0) : 0))
      own.count += countAt(list, at)
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
  const solved = [...hits, ...(together ? [together] : [])]
  return {
    exact,
    beside: parts.length === 1 ? besideOf(index, hits[0]?.others ?? noPostings, scores, accepts) : [],
    added: solved.flatMap((one) => one.added),
    marks: solved.flatMap((one) => one.marks),
  }
}

/** How much another word of the group says about a document that holds the word typed. */
const bothWords = 0.5
/** Documents that hold only another word of the group, at most. */
const mostBeside = 30

function besideOf(
  { head }: OpenIndex,
  others: Postings,
  held: { has(document: number): boolean },
  accepts: (document: number) => boolean,
): Found[] {
  const rarity = idf(head, others.docs.length)
  const weight = weights(head, averageLength(head), others, 1)
  return [...others.docs.entries()]
    .filter(([, doc]) => !held.has(doc) && accepts(doc))
    .map(([at, doc]) => ({
      document: doc,
      score: rarity * (weight.get(doc) ?? 0),
      count: countAt(others, at),
      positions: firstPositions(others, at),
    }))
    .sort(best)
    .slice(0, mostBeside)
}
