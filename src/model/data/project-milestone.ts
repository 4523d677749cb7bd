import type { Period } from '../number/period.ts'

/** A line of the 计划表 of a project, one row of a table with profile `milestones`. Absent = the source does not say. */
export interface ProjectMilestone {
  readonly project: string
  readonly dataset: string
  readonly name: string
  readonly planned?: PrintedPeriod
  readonly actual?: PrintedPeriod
  readonly quarter?: string // e.g. "2021-Q3"
  readonly state?: string // as the source words it, where it gives no date: 已完成
  readonly source: string
  readonly locator?: string
  readonly note?: string
}

/** A time as the table writes it, e.g. 2021年底, and the days it means. */
export interface PrintedPeriod {
  readonly printed: string
  readonly period: Period
}

/** What can be said of a milestone by comparing the two times; never a colour. */
export type MilestoneOutcome =
  /** Done, not later than planned. */
  | 'kept'
  | 'late'
  /** Done; the plan is not known, or the two times are too coarse to compare. */
  | 'done'
  /** Only the words of the source are known. */
  | 'said'
  /** The planned time is over, and nothing was found about it. */
  | 'unknown'
  | 'ahead'
  /** Neither a time nor a word. */
  | 'none'

export function milestoneOutcome(one: ProjectMilestone, asOf: string): MilestoneOutcome {
  const [planned, actual] = [one.planned?.period, one.actual?.period]
  if (actual) {
    if (!planned) return 'done'
    if (actual.end <= planned.end) return 'kept'
    return actual.start > planned.end ? 'late' : 'done'
  }
  if (one.state !== undefined) return 'said'
  if (!planned) return 'none'
  return planned.end < asOf ? 'unknown' : 'ahead'
}
