import { facets } from '../../publish/search/facet.ts'
import { facetKeys, type Search } from './address.ts'

/** What is chosen in the form that `facet-form.ts` draws. */
export function readFacets(form: HTMLFormElement): Omit<Search, 'query'> {
  const chosen = facets.map((facet) => {
    const boxes = form.querySelectorAll<HTMLInputElement>(`input[name="${facetKeys[facet]}"]:checked`)
    return [facet, Array.from(boxes, (box) => box.value)] as const
  })
  const byDate = form.querySelector('input[name="sort"][value="date"]:checked') !== null
  return {
    choice: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
    sort: byDate ? 'date' : 'fit',
  }
}
