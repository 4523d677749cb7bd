import { addDays, daysBetween } from '../../model/number/date.ts'
import type { Target } from '../../model/target/target.ts'

/** Days gone of days in all; both ends of a plan count, so 2021-01-01 to 2021-12-31 is 365 days. */
export interface Elapsed {
  readonly past: number
  readonly total: number
  /** past / total, from 0 to 1. */
  readonly share: number
}

/**
 * Time elapsed at the end of day `at`. Counting starts at the end of `opens` (the day of the baseline, or the
 * day before the plan opens). Undefined when the target has no such span.
 */
export function elapsed(opens: string | undefined, closes: string | undefined, at: string): Elapsed | undefined {
  if (opens === undefined || closes === undefined) return undefined
  const total = daysBetween(opens, closes)
  if (total <= 0) return undefined
  const past = Math.min(total, Math.max(0, daysBetween(opens, at)))
  return { past, total, share: past / total }
}

/** The day at whose end a target's period begins. */
export function openingDay(target: Pick<Target, 'from'>): string | undefined {
  return target.from === undefined ? undefined : addDays(target.from, -1)
}
