import { lastDayOf } from '../../model/number/date.ts'

/** Days since 1970-01-01 of a day that exists, written `2024-01-31`. Called for every cell: it makes no objects. */
export function dayNumber(text: string): number | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined
  const [year, month, day] = [digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)]
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month))) return undefined
  // Years that begin in March end with the day that comes and goes (the proleptic calendar of ISO 8601).
  const shifted = month > 2 ? year : year - 1
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return 365 * shifted + leaps + dayOfYear - 719_468
}

/** NaN where something else than a digit stands. */
function digitsAt(text: string, start: number, length: number): number {
  let value = 0
  for (let at = start; at < start + length; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}
