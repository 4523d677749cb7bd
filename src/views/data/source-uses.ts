import type { Measure } from '../../model/benefit/measure.ts'
import type { CalendarEvent } from '../../model/data/event.ts'
import type { Project } from '../../model/data/project.ts'
import type { ServiceItem } from '../../model/data/service-item.ts'
import type { Interpretation } from '../../model/policy/article.ts'
import type { Policy } from '../../model/policy/policy.ts'
import type { Term } from '../../model/policy/term.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'

/** Everything that rests on one source. */
export interface SourceUses {
  readonly policies: Policy[]
  readonly measures: Measure[]
  readonly interpretations: Interpretation[]
  readonly observations: Observation[]
  readonly services: ServiceItem[]
  readonly projects: Project[]
  readonly events: CalendarEvent[]
  readonly terms: Term[]
}

/** What rests on each source; a source that nothing rests on has an entry of empty lists. */
export function sourceIndex(site: Site): ReadonlyMap<string, SourceUses> {
  const index = new Map<string, SourceUses>([...site.sources.keys()].map((id) => [id, none()]))
  for (const policy of site.policies.values()) index.get(policy.source)?.policies.push(policy)
  for (const measure of site.measures.values()) index.get(measure.source)?.measures.push(measure)
  for (const text of site.interpretations.values()) {
    for (const id of text.sources) index.get(id)?.interpretations.push(text)
  }
  for (const one of site.observations) index.get(one.source)?.observations.push(one)
  for (const one of site.services) index.get(one.source)?.services.push(one)
  for (const one of site.projects) index.get(one.source)?.projects.push(one)
  for (const one of site.events) if (one.source) index.get(one.source)?.events.push(one)
  for (const term of site.terms.values()) if (term.source) index.get(term.source)?.terms.push(term)
  return index
}

/** How many things rest on a source. */
export function useCount(uses: SourceUses): number {
  return Object.values(uses).reduce((sum, list: readonly unknown[]) => sum + list.length, 0)
}

function none(): SourceUses {
  return {
    policies: [],
    measures: [],
    interpretations: [],
    observations: [],
    services: [],
    projects: [],
    events: [],
    terms: [],
  }
}
