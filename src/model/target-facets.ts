import { countValues } from './counts.ts'
import { leadingUnits, leadOf } from './leads.ts'
import { statusIds } from './progress/assessment.ts'
import type { Site } from './site.ts'
import type { Standing } from './standing.ts'

/** Stands for “nobody is named” among the units that lead. */
export const noLead = 'none'

/** Values with how many promises have each. */
export interface TargetFacets {
  readonly region: readonly (readonly [string, number])[]
  readonly status: readonly (readonly [string, number])[]
  /** Organizations, the most promises first; `noLead` stands last. */
  readonly lead: readonly (readonly [string, number])[]
}

/** What a list of promises can be narrowed by. A promise with two leading units counts for both. */
export function targetFacets(
  site: Pick<Site, 'policies' | 'indicators'>,
  standings: readonly Standing[],
): TargetFacets {
  const leads = countValues(
    standings.flatMap(({ target }) => {
      const units = leadingUnits(leadOf(site, target))
      return units.length > 0 ? units : [noLead]
    }),
  )
  const statuses = new Map(countValues(standings.map(({ assessment }) => assessment.status)))
  return {
    region: countValues(standings.map(({ target }) => target.region)),
    status: statusIds.flatMap((status) => {
      const count = statuses.get(status)
      return count === undefined ? [] : [[status, count] as const]
    }),
    lead: [...leads.filter(([unit]) => unit !== noLead), ...leads.filter(([unit]) => unit === noLead)],
  }
}
