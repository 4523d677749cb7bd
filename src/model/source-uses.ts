import type { Interpretation } from './article.ts'
import type { CalendarEvent } from './event.ts'
import type { Measure } from './measure.ts'
import type { Observation } from './observation.ts'
import type { Policy } from './policy.ts'
import type { Project } from './project.ts'
import type { ServiceItem } from './service-item.ts'
import type { Site } from './site.ts'
import type { Term } from './term.ts'

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
