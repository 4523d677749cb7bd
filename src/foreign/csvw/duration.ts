import { daysSinceEpoch } from './moment.ts'

/** A span of time: months and seconds cannot be turned into each other. */
export interface Duration {
  readonly months: number
  readonly seconds: number
}

const form = /^(-)?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Reads `-?PnYnMnDTnHnMnS` (XML Schema); the two narrower types leave out the other half. */
export function parseDuration(text: string, datatype: string): Duration | undefined {
  const match = form.exec(text)
  if (!match) return undefined
  if (datatype === 'dayTimeDuration' && /[YM]/.test(text.split('T')[0] ?? '')) return undefined
  if (datatype === 'yearMonthDuration' && /[DT]/.test(text)) return undefined
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((one) => Number(one ?? 0))
  const sign = match[1] ? -1 : 1
  return {
    months: sign * (years * 12 + months) || 0,
    seconds: sign * (days * 86_400 + hours * 3600 + minutes * 60 + seconds) || 0,
  }
}

/** The starts from which XML Schema 1.1 (part 2, §3.3.6.1) compares durations, as year and month. */
const starts = [
  [1696, 9],
  [1697, 2],
  [1903, 3],
  [1903, 7],
] as const

/** Nothing where it depends on the months meant, as with P1M and P30D. */
export function compareDurations(a: Duration, b: Duration): number | undefined {
  const signs = starts.map(([year, month]) => Math.sign(end(a, year, month) - end(b, year, month)))
  return signs.every((sign) => sign === signs[0]) ? signs[0] : undefined
}

function end({ months, seconds }: Duration, year: number, month: number): number {
  const count = year * 12 + month - 1 + months
  return daysSinceEpoch(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, 1) * 86_400 + seconds
}
