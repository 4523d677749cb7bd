import { noPostings, type Postings } from '../format/posting.ts'
import type { Fold } from '../format/units.ts'
import { sizeOf } from '../format/units.ts'
import { union } from './hits.ts'
import type { OpenIndex } from './open-index.ts'
import { phraseHits } from './phrase.ts'
import type { QueryPart } from './query-parts.ts'
import { printedYears, synonymVariants, type Variant, writtenVariants } from './variants.ts'

/** Where one part of a query stands. */
export interface PartHits {
  /** What counts as found. */
  readonly list: Postings
  /** The part as it was typed, numbers written either way. */
  readonly typed: Postings
  /** Other words of its group, read only where the part is an everyday word or stands nowhere. */
  readonly others: Postings
  readonly units: number
  readonly added: readonly string[]
  readonly marks: readonly string[]
}

/** An everyday word in fewer documents is taken to mean the official one as well. */
const fewTyped = 20
/** … where other words of its group are in so many times more. */
const muchMore = 2

/**
 * Finds a part as typed. Synonyms count as found only where it stands nowhere, or is an everyday word that few
 * documents use and more call by another name; so a set of results that is large is exactly what was typed.
 */
export async function partHits(index: OpenIndex, part: QueryPart, fold?: Fold): Promise<PartHits> {
  const hits = (variants: readonly Variant[]) =>
    Promise.all(variants.map((variant) => phraseHits(index, variant.text, fold)))
  const written = part.quoted ? [{ text: part.text }] : writtenVariants(part.text)
  const writtenLists = await hits(written)
  const typed = union(writtenLists)
  const synonyms = part.quoted ? [] : synonymVariants(part.text, index.more.synonyms)
  const isNowhere = typed.docs.length === 0
  const years = isNowhere && !part.quoted ? printedYears(part.text) : undefined
  const more = [
    ...synonyms.filter((variant) => isNowhere || variant.everyday),
    ...(years === undefined ? [] : [{ text: years }]),
  ]
  const moreLists = await hits(more)
  const others = union(moreLists)
  const joins = isNowhere || (typed.docs.length < fewTyped && muchMore * typed.docs.length < others.docs.length)
  const found = [...written, ...more].filter((_, at) => ([...writtenLists, ...moreLists][at]?.docs.length ?? 0) > 0)
  return {
    list: joins ? union([typed, others]) : typed,
    typed,
    others: isNowhere ? noPostings : others,
    units: sizeOf(part.text, fold),
    added: found.flatMap((variant: Variant) => variant.added ?? []),
    marks: found.map((variant) => variant.text),
  }
}
