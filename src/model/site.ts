import type { Measure } from './benefit/measure.ts'
import type { Dataset } from './data/dataset.ts'
import type { CalendarEvent } from './data/event.ts'
import type { Project } from './data/project.ts'
import type { ProjectMilestone } from './data/project-milestone.ts'
import type { Scorecard } from './data/scorecard.ts'
import type { ServiceItem } from './data/service-item.ts'
import type { Interpretation, Page } from './policy/article.ts'
import type { Policy } from './policy/policy.ts'
import type { Term } from './policy/term.ts'
import type { Indicator } from './register/indicator.ts'
import type { Observation } from './register/observation.ts'
import type { Organization } from './register/organization.ts'
import type { Region } from './register/region.ts'
import type { Source } from './register/source.ts'
import type { SiteConfig } from './site-config.ts'

/** The same site at the address where this build will stand; feeds, citations and metadata print it. */
export function atAddress(site: Site, url: string): Site {
  return { ...site, config: { ...site.config, url } }
}

/** Everything that was read, by id. Maps keep the order of the files (sorted by path) or rows. */
export interface Site {
  readonly config: SiteConfig
  /** The day everything is computed for, ISO. */
  readonly asOf: string
  readonly regions: ReadonlyMap<string, Region>
  readonly organizations: ReadonlyMap<string, Organization>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly sources: ReadonlyMap<string, Source>
  readonly policies: ReadonlyMap<string, Policy>
  readonly measures: ReadonlyMap<string, Measure>
  readonly interpretations: ReadonlyMap<string, Interpretation>
  readonly pages: ReadonlyMap<string, Page>
  readonly terms: ReadonlyMap<string, Term>
  /** Groups of words that mean the same, beside those of the terms; search adds them to a query. */
  readonly synonyms: readonly (readonly string[])[]
  readonly datasets: ReadonlyMap<string, Dataset>
  readonly observations: readonly Observation[]
  readonly services: readonly ServiceItem[]
  readonly projects: readonly Project[]
  /** Plans of projects. */
  readonly milestones: readonly ProjectMilestone[]
  /** What was published on how projects and places did. */
  readonly scorecards: readonly Scorecard[]
  /** Rows of tables with profile `events`; deadlines of policies and measures are derived in `calendar.ts`. */
  readonly events: readonly CalendarEvent[]
}
