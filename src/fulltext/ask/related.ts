import { noPostings, type Postings } from '../format/posting.ts'
import { sizeOf } from '../format/units.ts'
import { type AskOptions, best, type Found, firstPositions } from './found.ts'
import { union } from './hits.ts'
import type { OpenIndex } from './open-index.ts'
import { partHits } from './part-hits.ts'
import { phraseHits } from './phrase.ts'
import type { QueryPart } from './query-parts.ts'
import { averageLength, idf, weights } from './rank.ts'
import { relatedWords } from './related-words.ts'

/** A document is closely related when its words carry this share of the rarity of all words found anywhere. */
const leastCovered = 0.6
const most = 30
/** A piece of a word is taken for most of it where so many documents hold it. */
const leastLeft = 3
/** A piece that fewer documents hold may stand there by chance. */
const leastOfPiece = 8

interface Word {
  readonly text: string
  readonly list: Postings
  readonly added: readonly string[]
  /** What is left of a word that stands nowhere, so that may be mistyped. */
  readonly isRest?: boolean
}

/**
 * Documents about the same: those that hold the rarest words of the query, and words that stand together in it
 * together. Where close ones are fewer than `enough`, the next best fill up. `missing`: a word of
 * the query stands nowhere, so it may be mistyped.
 */
export async function relatedTier(
  index: OpenIndex,
  parts: readonly QueryPart[],
  options: AskOptions,
  exclude: ReadonlySet<number>,
  enough: number,
): Promise<{ found: Found[]; words: string[]; added: string[]; missing: boolean }> {
  const { head } = index
  const average = averageLength(head)
  const runs = relatedWords(parts.map((part) => part.text))
  const words = (await Promise.all(runs.map((run) => wordsOfRun(index, run, options)))).flat()
  const held = new Set(words.filter(({ list }) => list.docs.length > 0).map(({ text }) => text))
  const missing = words.some(({ isRest, list }) => isRest || list.docs.length === 0)
  const scores = new Map<number, { covered: number; weight: number; count: number; positions: number[] }>()
  let total = 0
  for (const { text, list } of words) {
    if (list.docs.length === 0) continue
    const rarity = idf(head, list.docs.length)
    total += rarity
    const weight = weights(head, average, list, sizeOf(text, options.fold))
    for (const [at, doc] of list.docs.entries()) {
      const own = scores.get(doc) ?? { covered: 0, weight: 0, count: 0, positions: [] }
      own.covered += rarity
      own.weight += rarity * (weight.get(doc) ?? 0)
      own.count += (list.starts[at + 1] ?? 0) - (list.starts[at] ?? 0)
      own.positions.push(...firstPositions(list, at))
      scores.set(doc, own)
    }
  }
  const accepts = options.accepts ?? (() => true)
  const candidates = [...scores].filter(([doc]) => !exclude.has(doc) && accepts(doc))
  const close = candidates.filter(([, { covered }]) => covered >= leastCovered * total).length
  const found = candidates
    .map(([document, { covered, weight, count, positions }]) => ({
      document,
      score: 400 * (covered / total) + weight,
      count,
      positions,
    }))
    .sort(best)
    .slice(0, Math.min(most, Math.max(close, enough - exclude.size)))
  return { found, words: [...held], added: words.flatMap((word) => word.added), missing }
}

/** Words that stand together in the query: each by itself, and neighbours joined where the library has them so. */
async function wordsOfRun(index: OpenIndex, run: readonly string[], options: AskOptions): Promise<Word[]> {
  const single = (await Promise.all(run.map((word) => foundPieces(index, word, options)))).flat()
  const joined = await Promise.all(
    run.slice(0, -1).map(async (word, at) => {
      const text = word + (run[at + 1] ?? '')
      return { text, list: await phraseHits(index, text, options.fold), added: [] }
    }),
  )
  return [...single, ...joined.filter(({ list }) => list.docs.length > 0)]
}

/** A word as a phrase, its synonyms too; where it is nowhere, the two pieces of it that are somewhere. */
async function foundPieces(index: OpenIndex, word: string, options: AskOptions): Promise<Word[]> {
  const hits = async (text: string): Promise<Word> => {
    const { list, others, added } = await partHits(index, { text, quoted: false }, options.fold)
    return { text, list: union([list, others]), added }
  }
  const whole = await hits(word)
  const characters = [...word]
  if (whole.list.docs.length > 0 || characters.length < 3 || characters.length > 8) return [whole]
  // What one wrong character at the beginning or the end leaves: most of the word.
  if (characters.length > 3) {
    const shorter = [characters.slice(1), characters.slice(0, -1)].map((one) => one.join(''))
    const [most] = (await Promise.all(shorter.map(hits))).sort((a, b) => b.list.docs.length - a.list.docs.length)
    if (most && most.list.docs.length >= leastLeft) return [{ ...most, isRest: true }]
  }
  const cuts = Array.from({ length: characters.length - 1 }, (_, at) => at + 1)
  // The middle first: pieces of two characters say most.
  cuts.sort((a, b) => Math.abs(a - characters.length / 2) - Math.abs(b - characters.length / 2) || a - b)
  let longest: Word = { text: word, list: noPostings, added: [] }
  for (const cut of cuts) {
    const pieces = [characters.slice(0, cut).join(''), characters.slice(cut).join('')].filter((one) => one.length > 1)
    const found = (await Promise.all(pieces.map(hits))).filter(({ list }) => list.docs.length > 0)
    const isWord = found.every(({ list }) => list.docs.length >= leastOfPiece)
    if (found.length === 2) return isWord ? found : found.map((piece) => ({ ...piece, isRest: true }))
    const [piece] = found
    if (piece && (longest.list.docs.length === 0 || piece.text.length > longest.text.length)) longest = piece
  }
  return [{ ...longest, isRest: true }]
}
