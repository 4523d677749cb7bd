import type { Observation } from '../../model/register/observation.ts'
import { compareText } from '../../model/text-order.ts'

/** How many figures a dataset has for each place and year. */
export interface Coverage {
  /** Years with figures and those between them, in order; a figure counts in the year its period ends in. */
  readonly years: readonly number[]
  /** The places with most figures first; `counts` stand in the order of `years`. */
  readonly places: readonly { readonly region: string; readonly counts: readonly number[]; readonly total: number }[]
  /** Places beyond the ones listed, and years before them. */
  readonly morePlaces: number
  readonly earlierYears: number
  /** The largest single count. */
  readonly most: number
}

/** Larger matrices are cut: the page must not grow with the data. */
const mostPlaces = 24
const mostYears = 24

/** Undefined where there are no figures. */
export function coverageOf(observations: readonly Observation[]): Coverage | undefined {
  const ends = observations.map(yearOf).sort((a, b) => a - b)
  const [first, last] = [ends[0], ends.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const years = all.slice(-mostYears)
  const places = [...Map.groupBy(observations, (one) => one.region)]
    .map(([region, own]) => {
      const byYear = Map.groupBy(own, yearOf)
      return { region, counts: years.map((year) => byYear.get(year)?.length ?? 0), total: own.length }
    })
    .sort((a, b) => b.total - a.total || compareText(a.region, b.region))
  const shown = places.slice(0, mostPlaces)
  return {
    years,
    places: shown,
    morePlaces: places.length - shown.length,
    earlierYears: all.length - years.length,
    most: Math.max(...shown.flatMap(({ counts }) => counts)),
  }
}

function yearOf({ period }: Observation): number {
  return Number(period.end.slice(0, 4))
}
