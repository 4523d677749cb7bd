import { conflictsOf } from '../../model/data/conflicts.ts'
import type { Dataset } from '../../model/data/dataset.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'

/** What a reader wants to know of a dataset before taking it. */
export interface DatasetFacts {
  readonly rows: number
  readonly bytes: number
  readonly indicators: number
  readonly regions: number
  readonly sources: number
  readonly conflicts: number
  /** First and last day any figure speaks of; absent for tables without figures. */
  readonly span?: { readonly from: string; readonly to: string }
}

export function datasetFacts(site: Pick<Site, 'observations' | 'indicators'>, dataset: Dataset): DatasetFacts {
  const figures = site.observations.filter((one) => one.dataset === dataset.id)
  return {
    rows: dataset.tables.reduce((sum, table) => sum + table.summary.rows, 0),
    bytes: dataset.tables.reduce((sum, table) => sum + table.summary.bytes, 0),
    indicators: count(figures, (one) => one.indicator),
    regions: count(figures, (one) => one.region),
    sources: count(figures, (one) => one.source),
    conflicts: conflictsOf(figures, site.indicators).length,
    span: spanOf(figures),
  }
}

/** `2005—2025年`, `2020年`: the years a span touches. */
export function yearsOf(span: { readonly from: string; readonly to: string }): string {
  const [from, to] = [span.from.slice(0, 4), span.to.slice(0, 4)]
  return from === to ? `${from}年` : `${from}—${to}年`
}

function count(figures: readonly Observation[], key: (one: Observation) => string): number {
  return new Set(figures.map(key)).size
}

function spanOf(figures: readonly Observation[]): DatasetFacts['span'] {
  const starts = figures.map((one) => one.period.start).sort()
  const ends = figures.map((one) => one.period.end).sort()
  const [from, to] = [starts[0], ends.at(-1)]
  return from && to ? { from, to } : undefined
}
