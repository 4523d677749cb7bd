import { foldOf } from '../format/fold.ts'
import { type Answer, ask } from './ask.ts'
import type { AskOptions, Found } from './found.ts'
import type { OpenIndex } from './open-index.ts'
import { phraseHits } from './phrase.ts'
import { queryParts } from './query-parts.ts'
import { corrections, isPinyin, wordsForPinyin } from './spelling.ts'

/** An answer, and what was searched where it was not what was typed: it is always said. */
export interface SearchAnswer extends Answer {
  /** Searched in place of the query, because nothing holds it as typed. */
  readonly used?: { readonly text: string; readonly why: 'traditional' | 'pinyin' | 'spelling' } | undefined
}

/**
 * Asks an index. Where nothing holds the query as typed, it is taken as traditional characters, as pinyin, or as a
 * slip of one character, in this order; the first that finds something answers.
 */
export async function search(index: OpenIndex, query: string, options: AskOptions = {}): Promise<SearchAnswer> {
  const plain = await ask(index, query, options)
  if (plain.exact.length > 0 || plain.parts.length === 0 || /["“”]/.test(query)) return plain
  const simple = await simplified(index, query, options)
  if (simple) return simple
  if (isPinyin(query)) {
    const words = await wordsForPinyin(index, query)
    const answers = await Promise.all(words.map((word) => ask(index, word, options)))
    const found = words.filter((_, at) => (answers[at]?.exact.length ?? 0) > 0)
    if (found.length > 0) return { ...merged(answers), used: { text: found.join('、'), why: 'pinyin' } }
  }
  const text = plain.missing || plain.parts.some(isOdd) ? await corrected(index, query, options) : undefined
  if (text !== undefined) {
    const answer = await ask(index, text, options)
    if (answer.exact.length > 0 && [...text].length <= pairText) return beside(plain, answer, text)
    if (answer.exact.length > 0) return { ...answer, used: { text, why: 'spelling' } }
  }
  return plain
}

/** Of two characters one is half of the word: another word is offered, never put in its place. */
const pairText = 2

function beside(plain: Answer, other: Answer, text: string): SearchAnswer {
  const known = new Set(plain.related.map(({ document }) => document))
  return {
    ...plain,
    related: [...plain.related, ...other.exact.filter(({ document }) => !known.has(document))],
    added: [...new Set([...plain.added, text])],
    marks: [...new Set([...plain.marks, ...other.marks])],
  }
}

/** Is a text so short that a lone character of the segmenter tells of a slip? In longer ones two in a row do. */
const shortText = 4
const longestOdd = 8

/** Characters that the segmenter makes no word of: something is mistyped, or rare. */
function isOdd(text: string): boolean {
  if (text.length < 2 || text.length > longestOdd || !/^\p{Script=Han}+$/u.test(text)) return false
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)]
  const isLone = segments.map(({ segment }) => segment.length === 1)
  return isLone.some((one, at) => one && (text.length <= shortText || isLone[at + 1] === true))
}

async function simplified(index: OpenIndex, query: string, options: AskOptions): Promise<SearchAnswer | undefined> {
  if (!/\p{Script=Han}/u.test(query)) return undefined
  const pairs = await index.fold()
  const fold = foldOf(pairs)
  const text = [...query.normalize('NFKC')].map(fold).join('')
  if (text === query.normalize('NFKC')) return undefined
  const answer = await ask(index, text, options)
  return answer.exact.length > 0 ? { ...answer, used: { text, why: 'traditional' } } : undefined
}

/** The query with each part that nothing holds in the first other spelling that something holds. */
async function corrected(index: OpenIndex, query: string, options: AskOptions): Promise<string | undefined> {
  let changed = false
  const parts: string[] = []
  for (const { text } of queryParts(query)) {
    const hits = await phraseHits(index, text, options.fold)
    if (hits.docs.length > 0 || !/\p{Script=Han}/u.test(text) || index.more.synonyms.flat().includes(text)) {
      parts.push(text)
      continue
    }
    const words = await heldWords(index, text, options)
    const others = (await corrections(index, text)).filter((one) => words.every((word) => one.includes(word)))
    const other = await firstHeld(index, others, options)
    changed ||= other !== undefined
    parts.push(other ?? text)
  }
  return changed ? parts.join(' ') : undefined
}

/** Words within a text that stand in the library, or in its groups of words: whoever typed them meant them. */
async function heldWords(index: OpenIndex, text: string, options: AskOptions): Promise<string[]> {
  const terms = index.more.synonyms.flat().filter((term) => term.length > 1 && text.includes(term))
  const segments = Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), ({ segment }) => segment)
  const words = segments.filter((segment) => segment.length > 1 && segment !== text)
  const hits = await Promise.all(words.map((word) => phraseHits(index, word, options.fold)))
  return [...new Set([...terms, ...words.filter((_, at) => (hits[at]?.docs.length ?? 0) > 0)])]
}

async function firstHeld(index: OpenIndex, texts: readonly string[], options: AskOptions): Promise<string | undefined> {
  for (const text of texts) {
    const hits = await phraseHits(index, text, options.fold)
    if (hits.docs.length > 0) return text
  }
  return undefined
}

/** Answers to several words that sound alike, as one; a document stands where it is best. */
function merged(answers: readonly Answer[]): Answer {
  const best = new Map<number, Found>()
  for (const found of answers.flatMap((answer) => answer.exact)) {
    const known = best.get(found.document)
    if (!known || found.score > known.score) best.set(found.document, found)
  }
  return {
    parts: [...new Set(answers.flatMap((answer) => answer.parts))],
    exact: [...best.values()].sort((a, b) => b.score - a.score || a.document - b.document),
    related: [],
    added: [...new Set(answers.flatMap((answer) => answer.added))],
    marks: [...new Set(answers.flatMap((answer) => answer.marks))],
    missing: false,
  }
}
