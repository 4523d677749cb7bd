import { lastDayOf } from '../../model/number/date.ts'

/** `2015-16` and `2015/2016` count as their first year. */
export function firstYear(text: string): number {
  return Number(text.slice(0, 4))
}

/** Parity between two groups as a distance that falls towards 1: 0.8 and 1.25 are both 1.25; 0.97–1.03 counts as 1. */
export function fromParity(value: number): number {
  return value >= 0.97 && value <= 1.03 ? 1 : Math.max(value, 1 / value)
}

/** A share that should be a half, in percent: 40 and 60 are both 60. */
export function fromHalf(percent: number): number {
  return 50 + Math.abs(percent - 50)
}

/** A day as a number of years: the last of 2023 is 2024.0, the last of June 2025 is 2025.5. */
export function yearNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return year + (month - 1 + date / lastDayOf(year, month)) / 12
}
