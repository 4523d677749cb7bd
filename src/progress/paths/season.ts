import { isoDay, lastDayOf } from '../../model/number/date.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Case } from '../case.ts'
import { bareUnit, onePerPeriod } from '../figures.ts'
import { quotient } from '../quotient.ts'
import { totalOf } from '../total.ts'

/** How much of the year earlier years had done by the same month. */
export interface Season {
  readonly years: readonly number[]
  readonly shares: readonly number[]
  readonly mean: number
}

/** Earlier years that a rhythm needs at least. */
const least = 2

/**
 * The mean share of the year reached by the end of the month of a day, over all earlier years that have both a whole
 * total and one up to that month, in the unit of the target. Undefined within a month, or with fewer than two years.
 */
export function seasonsOf(c: Case): (at: string) => Season | undefined {
  const rows = onePerPeriod(
    [...c.before, ...c.series].filter((row) => bareUnit(row.unit) === bareUnit(c.target.unit ?? row.unit)),
    c.target,
    'span',
  )
  const years = [...Map.groupBy(rows, (row) => Number(row.period.end.slice(0, 4)))].flatMap(([year, own]) => {
    const whole = through(c, own, year, 12)
    return whole === undefined || whole <= 0 ? [] : [{ year, own, whole, known: new Map<number, number | undefined>() }]
  })
  return (at) => {
    const [year, month] = [Number(at.slice(0, 4)), Number(at.slice(5, 7))]
    if (Number(at.slice(8)) !== lastDayOf(year, month)) return undefined
    const found = years.flatMap((one) => {
      if (one.year >= year) return []
      if (!one.known.has(month)) one.known.set(month, through(c, one.own, one.year, month))
      const part = one.known.get(month)
      const share = part === undefined ? undefined : quotient(part, one.whole)
      return share === undefined || share < 0 || share > 1 ? [] : [{ year: one.year, share }]
    })
    if (found.length < least) return undefined
    const shares = found.map(({ share }) => share)
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    return { years: found.map((one) => one.year), shares, mean }
  }
}

/** The total of a year up to the end of a month; undefined where a day is missing. */
function through(c: Case, rows: readonly Observation[], year: number, month: number): number | undefined {
  const [first, cut] = [isoDay(year, 1, 1), isoDay(year, month, lastDayOf(year, month))]
  const within = rows.filter((row) => row.period.start >= first && row.period.end <= cut)
  const total = totalOf(within, first, c.indicator)
  return total && !total.incomplete && total.end === cut ? total.value : undefined
}
