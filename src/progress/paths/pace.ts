import { daysBetween } from '../../model/number/date.ts'
import type { Pace } from '../assessment.ts'

/** Change per day between two days; undefined when they are not in order. */
export function paceBetween(
  change: number,
  from: string | undefined,
  to: string | undefined,
  unit: string,
): Pace | undefined {
  if (from === undefined || to === undefined) return undefined
  const days = daysBetween(from, to)
  return days > 0 ? { perDay: change / days, unit } : undefined
}
