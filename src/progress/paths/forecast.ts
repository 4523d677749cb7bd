import { daysBetween } from '../../model/number/date.ts'
import type { Target } from '../../model/target/target.ts'
import type { Forecast } from '../assessment.ts'
import type { Case, Finding } from '../case.ts'
import { meets } from '../comparator.ts'
import { onePerPeriod } from '../figures.ts'
import { limit } from '../quotient.ts'
import { forecasting } from '../thresholds.ts'
import { totalOf } from '../total.ts'
import { elapsed, openingDay } from './elapsed.ts'
import { theilSen } from './trend.ts'

interface Point {
  readonly day: string
  readonly value: number
}

/**
 * The forecast of a level, a share or a total before its deadline; undefined where open-data §7.5 allows none. No
 * value is extrapolated past a limit: a share stays within 0 and 1, what was never negative stays so, and a total
 * does not fall.
 */
export function forecast(c: Case, found: Pick<Finding, 'status' | 'measuredAt'>): Forecast | undefined {
  const { target, asOf } = c
  const { value: goal, deadline } = target
  if (goal === undefined || deadline === undefined || asOf >= deadline || found.status === 'achieved') return undefined
  if (!(target.kind in pointsOf)) return undefined
  const points = pointsOf[target.kind as Trending](c).slice(-forecasting.recent)
  const [first, last] = [points.at(0), points.at(-1)]
  if (!first || !last || points.length < forecasting.least) return undefined
  const time = elapsed(target.baseline?.on ?? openingDay(target), deadline, last.day)
  if (!time || time.share < forecasting.elapsed) return undefined
  const within = bounds(target, points)
  const linear = extrapolate(points, deadline, (value) => value)
  if (linear === undefined) return undefined
  const grows = target.kind !== 'cumulative' && points.every(({ value }) => value > 0)
  const growth = grows ? extrapolate(points, deadline, Math.log, Math.exp) : undefined
  const ends = [linear, ...(growth === undefined ? [] : [growth])].map(within)
  const reached = ends.filter((value) => meets(target, goal, value)).length
  return {
    on: deadline,
    linear: within(linear),
    ...(growth !== undefined && { growth: within(growth) }),
    low: Math.min(...ends),
    high: Math.max(...ends),
    outcome: reached === ends.length ? 'likely' : reached > 0 ? 'possible' : 'unlikely',
    points: points.length,
    since: first.day,
    until: last.day,
  }
}

type Trending = 'level' | 'ratio' | 'coverage' | 'cumulative'

const pointsOf: Readonly<Record<Trending, (c: Case) => Point[]>> = {
  level: levels,
  ratio: levels,
  coverage: levels,
  cumulative: totals,
}

function levels({ series, target }: Case): Point[] {
  return onePerPeriod(series, target, 'end').map((row) => ({ day: row.period.end, value: row.value }))
}

/** The total as it grew; none where a period is missing. */
function totals({ series, target, indicator }: Case): Point[] {
  const total = totalOf(onePerPeriod(series, target, 'span'), target.from, indicator)
  if (!total || total.incomplete) return []
  let sum = 0
  return total.rows.map((row) => {
    sum += row.value
    return { day: row.period.end, value: sum }
  })
}

/** The line through the points on a scale, at a day; undefined where it leads to no number of sensible size. */
function extrapolate(
  points: readonly Point[],
  on: string,
  scale: (value: number) => number,
  back: (value: number) => number = (value) => value,
): number | undefined {
  const origin = points[0]?.day ?? on
  const trend = theilSen(points.map(({ day, value }) => ({ x: daysBetween(origin, day), y: scale(value) })))
  const value = trend && back(trend.start + trend.slope * daysBetween(origin, on))
  return value !== undefined && Math.abs(value) <= limit ? value : undefined
}

function bounds(target: Target, points: readonly Point[]): (value: number) => number {
  const values = points.map(({ value }) => value)
  const rises = target.kind === 'cumulative' && values.every((value, index) => value >= (values[index - 1] ?? 0))
  const low = rises ? (values.at(-1) ?? 0) : values.every((value) => value >= 0) ? 0 : -limit
  const share = target.unit === '比率' && target.kind !== 'cumulative' && values.every((value) => value <= 1)
  return (value) => Math.min(share ? 1 : limit, Math.max(low, value))
}
