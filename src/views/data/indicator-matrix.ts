import { comparePeriods, type Period } from '../../model/number/period.ts'
import type { Observation } from '../../model/register/observation.ts'
import { compareText } from '../../model/text-order.ts'

/** The figures of one indicator as a table: places down, periods across. */
export interface IndicatorMatrix {
  /** The newest first: a narrow screen shows the beginning. */
  readonly periods: readonly Period[]
  /** Cells stand in the order of `periods`; sources that say something else are further figures in the same cell. */
  readonly places: readonly { readonly region: string; readonly cells: readonly (readonly Observation[])[] }[]
  readonly morePlaces: number
  readonly morePeriods: number
}

/** Larger tables are cut: the page must not grow with the data. */
const mostPlaces = 40
const mostPeriods = 16

/**
 * Places with most figures first; of very many periods those that most places have. What was replaced or withdrawn is left out. Undefined for figures of
 * a single place, which the list of figures shows as well.
 */
export function indicatorMatrix(observations: readonly Observation[]): IndicatorMatrix | undefined {
  const replaced = new Set(observations.map((one) => one.supersedes).filter((id) => id !== undefined))
  const valid = observations.filter((one) => !replaced.has(one.id) && one.status !== '作废')
  const all = [...Map.groupBy(valid, (one) => one.period.text).values()].flatMap((own) => {
    const period = own[0]?.period
    return period ? [{ period, places: new Set(own.map((one) => one.region)).size }] : []
  })
  const periods = all
    .sort((a, b) => b.places - a.places || comparePeriods(b.period, a.period))
    .slice(0, mostPeriods)
    .map(({ period }) => period)
    .sort((a, b) => comparePeriods(b, a))
  const places = [...Map.groupBy(valid, (one) => one.region)].sort(
    (a, b) => b[1].length - a[1].length || compareText(a[0], b[0]),
  )
  if (places.length < 2) return undefined
  return {
    periods,
    places: places.slice(0, mostPlaces).map(([region, own]) => {
      const byPeriod = Map.groupBy(own, (one) => one.period.text)
      return { region, cells: periods.map((period) => byPeriod.get(period.text) ?? []) }
    }),
    morePlaces: Math.max(0, places.length - mostPlaces),
    morePeriods: all.length - periods.length,
  }
}
