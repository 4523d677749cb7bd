import type { Policy } from '../../model/policy/policy.ts'
import type { Site } from '../../model/site.ts'
import { compareText } from '../../model/text-order.ts'
import { countValues } from '../data/counts.ts'

/** One row of the library with the values its facets look at. */
export interface LibraryRow {
  readonly policy: Policy
  readonly kind: string
  readonly region: string
  /** Year of 成文日期; `none` where it is not known. */
  readonly year: string
  readonly validity: string
  readonly text: Policy['text']
}

/** All policies, latest first; one without a date of its own stands at the date of its source. */
export function libraryRows(
  site: Pick<Site, 'policies' | 'sources'>,
  validityOf: (policy: Policy) => string,
): LibraryRow[] {
  const day = (policy: Policy) => policy.adoptedOn ?? site.sources.get(policy.source)?.date ?? ''
  return [...site.policies.values()]
    .map((policy) => ({
      policy,
      kind: policy.kind,
      region: policy.region,
      year: policy.adoptedOn?.slice(0, 4) ?? 'none',
      validity: validityOf(policy),
      text: policy.text,
    }))
    .sort((a, b) => compareText(day(b.policy), day(a.policy)) || compareText(a.policy.id, b.policy.id))
}

/** Values of one facet with how many rows have each, the most frequent first. */
export function countBy(rows: readonly LibraryRow[], facet: keyof Omit<LibraryRow, 'policy'>): [string, number][] {
  return countValues(rows.map((row) => row[facet]))
}
