import { type Period, parsePeriod } from '../../model/number/period.ts'
import type { StatusId } from '../../progress/assessment.ts'
import type { Moment } from '../../progress/history.ts'

/** How a target stood at the end of a year; of the last year, on the day of the site. */
export interface YearStatus {
  readonly period: Period
  readonly status?: StatusId
}

/** One entry a year, from the year the promise became known to the year of `asOf`; `moments` oldest first. */
export function yearStatuses(moments: readonly Pick<Moment, 'day' | 'status'>[], asOf: string): YearStatus[] {
  const first = moments.find((moment) => moment.day !== '')?.day
  if (first === undefined) return []
  const years: YearStatus[] = []
  for (let year = Number(first.slice(0, 4)); year <= Number(asOf.slice(0, 4)); year++) {
    const period = parsePeriod(String(year))
    const status = moments.findLast((moment) => moment.day <= `${year}-12-31`)?.status
    if (period) years.push({ period, ...(status ? { status } : {}) })
  }
  return years
}
