import { ask } from '../../fulltext/ask/ask.ts'
import { type Hit, hitOf } from '../../fulltext/ask/excerpt.ts'
import type { Found } from '../../fulltext/ask/found.ts'
import { kept } from '../../fulltext/ask/kept.ts'
import type { OpenIndex } from '../../fulltext/ask/open-index.ts'
import type { SearchAnswer } from '../../fulltext/ask/search.ts'
import type { IndexMore } from '../../fulltext/format/more.ts'
import type { Search } from './address.ts'
import type { Answer, ResultList, ShownHit } from './answer.ts'
import { chooser, countFacets } from './facet-count.ts'
import { placeOf } from './place.ts'

/**
 * What the reader sees of all that the full-text index has found. That does not depend on the reader's choice, which
 * narrows it, so that a query is never corrected because of a facet.
 */
export async function answerOf(
  index: OpenIndex,
  whole: SearchAnswer,
  { query, choice, sort }: Search,
): Promise<Answer> {
  const { more } = index
  const accepts = chooser(more, choice)
  const everything = whole.parts.length === 0 && query === ''
  const exact = everything ? [...more.documents.keys()].map(alone) : whole.exact
  const basis = exact.length > 0 ? exact : whole.related
  const narrowed = exact.filter(({ document }) => accepts(document))
  const isNarrowed = narrowed.length < exact.length && whole.used?.why !== 'pinyin'
  // Within a choice other documents may be related than the best of all.
  const within = isNarrowed ? await ask(index, whole.used?.text ?? query, { accepts }) : undefined
  const related = (within ?? whole).related.filter(({ document }) => accepts(document))
  const marks = [...whole.marks, ...(within?.marks ?? [])]
  const sorted = sort === 'date' ? byDay(narrowed, await index.days()) : narrowed
  return {
    parts: whole.parts,
    exact: listOf(index, sorted, marks),
    related: listOf(index, related, marks),
    counts: countFacets(
      more,
      basis.map(({ document }) => document),
      choice,
    ),
    added: whole.added,
    used: whole.used?.text,
  }
}

function alone(document: number): Found {
  return { document, score: 0, count: 0, positions: [0] }
}

/** The latest first; what has no day stands last, and what has the same day as it stood. */
function byDay(found: readonly Found[], days: readonly (number | undefined)[]): Found[] {
  const dayOf = ({ document }: Found) => days[document] ?? Number.NEGATIVE_INFINITY
  return found.toSorted((a, b) => (dayOf(a) === dayOf(b) ? 0 : dayOf(b) - dayOf(a)))
}

function listOf(index: OpenIndex, found: readonly Found[], marks: readonly string[]): ResultList {
  const known = new Map<Found, Promise<ShownHit>>()
  const read = async (one: Found) => shown(index.more, await hitOf(index, one, marks))
  return {
    size: found.length,
    read: (from, to) => Promise.all(found.slice(from, to).map((one) => kept(known, one, () => read(one)))),
  }
}

function shown({ facets, documents }: IndexMore, hit: Hit): ShownHit {
  const facet = facets.findIndex(({ name }) => name === '类型')
  const value = documents[hit.document]?.[facet]?.[0] ?? -1
  const { title, number, where, status, count, clause, excerpt } = hit
  const type = facets[facet]?.values[value] ?? ''
  return { url: placeOf(hit), type, title, number, where, status, count, clause, excerpt }
}
