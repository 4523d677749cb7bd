import type { Site } from '../../model/site.ts'
import type { Target } from '../../model/target/target.ts'
import { statusIds } from '../../progress/assessment.ts'
import { countValues } from '../data/counts.ts'
import { leadingUnits, leadOf } from './leads.ts'
import type { Standing } from './standing.ts'

/** Stands for “nobody is named” among the units that lead. */
export const noLead = 'none'

/** Stands for “no indicator counts this promise” among the topics. */
export const noTopic = 'none'

/** How far away a deadline is on the day of the site: over, within a year, later, or not written. */
export const terms = ['past', 'year', 'later', 'open'] as const
export type Term = (typeof terms)[number]

/** Values with how many promises have each. */
export interface TargetFacets {
  readonly region: readonly (readonly [string, number])[]
  readonly status: readonly (readonly [string, number])[]
  /** Organizations, the most promises first; `noLead` stands last. */
  readonly lead: readonly (readonly [string, number])[]
  /** Topics of the register of indicators, the most promises first; `noTopic` stands last. */
  readonly topic: readonly (readonly [string, number])[]
  readonly term: readonly (readonly [Term, number])[]
}

/** What a list of promises can be narrowed by. A promise with two leading units counts for both. */
export function targetFacets(
  site: Pick<Site, 'policies' | 'indicators' | 'asOf'>,
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
    lead: namelessLast(leads, noLead),
    topic: namelessLast(countValues(standings.map(({ target }) => topicOf(site, target))), noTopic),
    term: terms.flatMap((term) => {
      const count = standings.filter(({ target }) => termOf(target, site.asOf) === term).length
      return count === 0 ? [] : [[term, count] as const]
    }),
  }
}

/** The topic of the indicator that counts a promise. */
export function topicOf(site: Pick<Site, 'indicators'>, target: Pick<Target, 'indicator'>): string {
  const indicator = target.indicator === undefined ? undefined : site.indicators.get(target.indicator)
  return indicator?.topic ?? noTopic
}

/** The day of the deadline itself still belongs to the term. */
export function termOf({ deadline }: Pick<Target, 'deadline'>, asOf: string): Term {
  if (deadline === undefined) return 'open'
  if (deadline < asOf) return 'past'
  const inAYear = `${String(Number(asOf.slice(0, 4)) + 1).padStart(4, '0')}${asOf.slice(4)}`
  return deadline <= inAYear ? 'year' : 'later'
}

function namelessLast(counts: readonly [string, number][], nameless: string): [string, number][] {
  return [...counts.filter(([value]) => value !== nameless), ...counts.filter(([value]) => value === nameless)]
}
