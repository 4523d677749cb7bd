import type { IndexHead } from '../fulltext/head.ts'
import type { Choice, Counts } from './answer.ts'

/** Tells whether a document is within a choice: of every facet chosen in, it has one of the values. */
export function chooser(head: IndexHead, choice: Choice): (document: number) => boolean {
  const wanted = head.facets.flatMap(({ name, values }, facet) => {
    const chosen = choice[name] ?? []
    return chosen.length === 0 ? [] : [{ facet, numbers: new Set(chosen.map((value) => values.indexOf(value))) }]
  })
  return (document) =>
    wanted.every(({ facet, numbers }) =>
      (head.documents[document]?.facets[facet] ?? []).some((value) => numbers.has(value)),
    )
}

/** Counts per facet as if nothing were chosen in that facet, so that a reader sees what another value would give. */
export function countFacets(head: IndexHead, documents: readonly number[], choice: Choice): Counts {
  return Object.fromEntries(
    head.facets.map(({ name, values }, facet) => {
      const { [name]: _, ...others } = choice
      const accepts = chooser(head, others)
      const counts: Record<string, number> = {}
      for (const document of documents) {
        if (!accepts(document)) continue
        for (const number of head.documents[document]?.facets[facet] ?? []) {
          const value = values[number] ?? ''
          counts[value] = (counts[value] ?? 0) + 1
        }
      }
      return [name, counts]
    }),
  )
}
