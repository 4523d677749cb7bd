import { ask, type Found } from '../fulltext/ask.ts'
import { type Hit, hitOf } from '../fulltext/excerpt.ts'
import type { IndexMore } from '../fulltext/more.ts'
import type { OpenIndex } from '../fulltext/open-index.ts'
import type { SearchAnswer } from '../fulltext/search.ts'
import type { Search } from './address.ts'
import type { Answer, ResultList, ShownHit } from './answer.ts'
import { chooser, countFacets } from './facet-count.ts'
import { placeOf } from './place.ts'

/**
 * Asks the full-text index. What is found does not depend on the reader's choice: it narrows what was found, so that
 * a query is never corrected because of a facet.
 */
export async function answerOf(index: OpenIndex, { query, choice, sort }: Search): Promise<Answer> {
  const [more, whole] = await Promise.all([index.more(), wholeAnswer(index, query)])
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

/** Code for other spellings is read only where nothing holds the query as typed. */
async function wholeAnswer(index: OpenIndex, query: string): Promise<SearchAnswer> {
  const plain = await ask(index, query)
  if (plain.exact.length > 0 || plain.parts.length === 0) return plain
  const { search } = await import('../fulltext/search.ts')
  return search(index, query)
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
  return {
    size: found.length,
    read: async (from, to) => {
      const more = await index.more()
      const hits = await Promise.all(found.slice(from, to).map((one) => hitOf(index, one, marks)))
      return hits.map((hit) => shown(more, hit))
    },
  }
}

function shown({ facets, documents }: IndexMore, hit: Hit): ShownHit {
  const facet = facets.findIndex(({ name }) => name === '类型')
  const value = documents[hit.document]?.[facet]?.[0] ?? -1
  const { title, number, where, status, count, clause, excerpt } = hit
  const type = facets[facet]?.values[value] ?? ''
  return { url: placeOf(hit), type, title, number, where, status, count, clause, excerpt }
}
