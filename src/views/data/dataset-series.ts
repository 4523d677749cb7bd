import { comparePeriods } from '../../model/number/period.ts'
import type { Indicator } from '../../model/register/indicator.ts'
import type { Observation } from '../../model/register/observation.ts'

/** One indicator inside one dataset. */
export interface DatasetSeries {
  readonly indicator: Indicator
  /** Places with figures, the one with most whole years first. */
  readonly places: readonly { readonly region: string; readonly observations: readonly Observation[] }[]
  readonly figures: number
  /** Whole years, and periods of any sort, of the first place. */
  readonly years: number
  readonly periods: number
  /** The figure whose period ends last, in the first place. */
  readonly latest: Observation
}

/** The indicators of a dataset, the most complete first: most whole years in one place, then most periods, then most figures. */
export function datasetSeries(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
): DatasetSeries[] {
  return [...Map.groupBy(observations, (one) => one.indicator)]
    .flatMap(([id, own]) => {
      const indicator = indicators.get(id)
      const places = [...Map.groupBy(own, (one) => one.region)]
        .map(([region, all]) => ({
          region,
          observations: all,
          periods: periodsOf(all),
          years: periodsOf(all.filter(isYear)),
        }))
        .sort((a, b) => b.years - a.years || b.periods - a.periods)
      const first = places[0]
      const latest = first?.observations.toSorted((a, b) => comparePeriods(a.period, b.period)).at(-1)
      if (!indicator || !first || !latest) return []
      return [{ indicator, places, figures: own.length, years: first.years, periods: first.periods, latest }]
    })
    .sort((a, b) => b.years - a.years || b.periods - a.periods || b.figures - a.figures)
}

function periodsOf(observations: readonly Observation[]): number {
  return new Set(observations.map((one) => one.period.text)).size
}

function isYear({ period }: Observation): boolean {
  return period.kind === 'year'
}
