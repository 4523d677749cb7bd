import type { Policy } from '../model/policy/policy.ts'
import type { Observation } from '../model/register/observation.ts'
import type { Site } from '../model/site.ts'

type Published = Pick<Site, 'policies' | 'observations' | 'sources'>

/**
 * The site as it could be known on a day (open-data §1 row 34): figures whose source was out by then, and promises
 * of documents that were. A later document keeps its text, for the library says that it is not yet in force, but
 * promises nothing yet. Adding what was published later never changes what was known earlier.
 */
export function knownBy<T extends Published>(site: T, day: string): T {
  const known = publication(site)
  return {
    ...site,
    observations: site.observations.filter((row) => known.figure(row) <= day),
    policies: new Map(
      [...site.policies].map(([id, policy]) => [id, known.policy(policy) <= day ? policy : { ...policy, targets: [] }]),
    ),
  }
}

/** Whether a path leads to the progress of a document that promises nothing yet on the site's day. */
export function leadsToLaterPromise({ policies }: Pick<Site, 'policies'>, path: string): boolean {
  const policy = /^\/progress\/([^/#]+)\//.exec(path)?.[1]
  return policy !== undefined && policies.get(policy)?.targets.length === 0
}

/** Since when figures and documents are known, ISO days. */
export interface Publication {
  readonly figure: (row: Observation) => string
  readonly policy: (policy: Policy) => string
}

/**
 * A figure is known from the date of its source; of an undated source, from the end of the period it speaks of (a
 * forecast from its beginning). A document is known from the day it was published, else adopted, else from the date
 * of its source; of an undated source, from the first actual figure of that source, else from the start of its plan. What
 * has none of these counts as always known.
 */
export function publication(site: Published): Publication {
  const figure = (row: Observation) => site.sources.get(row.source)?.date ?? spokenOf(row)
  let first: ReadonlyMap<string, string> | undefined
  const firstOf = (source: string) => {
    first ??= firstFigures(site.observations, figure)
    return first.get(source)
  }
  return {
    figure,
    policy: ({ publishedOn, adoptedOn, source, planPeriod }) =>
      publishedOn ?? adoptedOn ?? site.sources.get(source)?.date ?? firstOf(source) ?? planPeriod?.from ?? '',
  }
}

/** The day of the earliest actual figure of each source. */
function firstFigures(observations: readonly Observation[], dayOf: (row: Observation) => string): Map<string, string> {
  const first = new Map<string, string>()
  for (const row of observations) {
    if (isForecast(row)) continue
    const [day, earlier] = [dayOf(row), first.get(row.source)]
    if (earlier === undefined || day < earlier) first.set(row.source, day)
  }
  return first
}

function spokenOf(row: Observation): string {
  return isForecast(row) ? row.period.start : row.period.end
}

function isForecast({ status }: Observation): boolean {
  return status === '预计' || status === '计划'
}
