import { lastDayOf } from '../date.ts'
import type { Observation } from '../observation.ts'
import type { Case } from './case.ts'
import { bareUnit, onePerPeriod } from './figures.ts'
import { quotient } from './quotient.ts'
import { totalOf } from './total.ts'

/** How much of the year earlier years had done by the same month. */
export interface Season {
  readonly years: readonly number[]
  readonly shares: readonly number[]
  readonly mean: number
}

/** Earlier years that a rhythm needs at least. */
const least = 2

/**
 * The mean share of the year reached by the end of the month of `at`, over all earlier years that have both a whole
 * total and one up to that month, in the unit of the target. Undefined within a month, or with fewer than two years.
 */
export function seasonAt(c: Case, at: string): Season | undefined {
  const [year, month] = [Number(at.slice(0, 4)), Number(at.slice(5, 7))]
  if (Number(at.slice(8)) !== lastDayOf(year, month)) return undefined
  const rows = onePerPeriod(
    [...c.before, ...c.series].filter((row) => bareUnit(row.unit) === bareUnit(c.target.unit ?? row.unit)),
    c.target,
    'span',
  )
  const numbers = [...new Set(rows.map((row) => Number(row.period.end.slice(0, 4))))].filter((one) => one < year)
  const found = numbers.flatMap((one) => {
    const cut = `${one}-${String(month).padStart(2, '0')}-${lastDayOf(one, month)}`
    const [part, whole] = [through(c, rows, one, cut), through(c, rows, one, `${one}-12-31`)]
    const share = part === undefined || whole === undefined || whole <= 0 ? undefined : quotient(part, whole)
    return share === undefined || share < 0 || share > 1 ? [] : [{ year: one, share }]
  })
  if (found.length < least) return undefined
  const shares = found.map(({ share }) => share)
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  return { years: found.map((one) => one.year), shares, mean }
}

/** The total of a year up to a day; undefined where a day is missing. */
function through(c: Case, rows: readonly Observation[], year: number, cut: string): number | undefined {
  const first = `${year}-01-01`
  const within = rows.filter((row) => row.period.start >= first && row.period.end <= cut)
  const total = totalOf(within, first, c.indicator)
  return total && !total.incomplete && total.end === cut ? total.value : undefined
}
