import { type Conflict, conflictsOf } from '../../model/data/conflicts.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'
import type { Target } from '../../model/target/target.ts'
import { compareText } from '../../model/text-order.ts'
import { allTargets } from '../progress/elsewhere.ts'

/** Everything that is known under one indicator. */
export interface IndicatorFacts {
  /** By place, then time; revised figures follow the ones they replace. */
  readonly observations: readonly Observation[]
  /** Places with figures, the one with most figures first. */
  readonly regions: readonly { readonly region: string; readonly observations: readonly Observation[] }[]
  readonly conflicts: readonly Conflict[]
  readonly targets: readonly Target[]
  readonly datasets: readonly string[]
  readonly span?: { readonly from: string; readonly to: string }
}

export function indicatorFacts(
  site: Pick<Site, 'observations' | 'policies' | 'indicators'>,
  indicator: string,
): IndicatorFacts {
  const figures = site.observations.filter((one) => one.indicator === indicator).sort(byTime)
  const regions = [...Map.groupBy(figures, (one) => one.region)]
    .map(([region, observations]) => ({ region, observations }))
    .sort((a, b) => b.observations.length - a.observations.length || compareText(a.region, b.region))
  const from = figures.map((one) => one.period.start).sort()[0]
  const to = figures
    .map((one) => one.period.end)
    .sort()
    .at(-1)
  return {
    observations: regions.flatMap((one) => one.observations),
    regions,
    conflicts: conflictsOf(figures, site.indicators),
    targets: allTargets(site).filter((target) => target.indicator === indicator),
    datasets: [...new Set(figures.map((one) => one.dataset))],
    span: from && to ? { from, to } : undefined,
  }
}

function byTime(a: Observation, b: Observation): number {
  return (
    compareText(a.period.end, b.period.end) || compareText(a.period.start, b.period.start) || compareText(a.id, b.id)
  )
}
