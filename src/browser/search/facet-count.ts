import type { IndexMore } from '../../fulltext/format/more.ts'
import type { Choice, Counts } from './answer.ts'

/** Tells whether a document is within a choice: of every facet chosen in, it has one of the values. */
export function chooser({ facets, documents }: IndexMore, choice: Choice): (document: number) => boolean {
  const wanted = facets.flatMap(({ name, values }, facet) => {
    const chosen = choice[name] ?? []
    return chosen.length === 0 ? [] : [{ facet, numbers: new Set(chosen.map((value) => values.indexOf(value))) }]
  })
  return (document) =>
    wanted.every(({ facet, numbers }) => (documents[document]?.[facet] ?? []).some((value) => numbers.has(value)))
}

/** Counts per facet as if nothing were chosen in that facet, so that a reader sees what another value would give. */
export function countFacets(more: IndexMore, found: readonly number[], choice: Choice): Counts {
  return Object.fromEntries(
    more.facets.map(({ name, values }, facet) => {
      const { [name]: _, ...others } = choice
      const accepts = chooser(more, others)
      const counts: Record<string, number> = {}
      for (const document of found) {
        if (!accepts(document)) continue
        for (const number of more.documents[document]?.[facet] ?? []) {
          const value = values[number] ?? ''
          counts[value] = (counts[value] ?? 0) + 1
        }
      }
      return [name, counts]
    }),
  )
}
