import { z } from 'zod'
import { named } from '../field.ts'
import { parsePeriod } from '../number/period.ts'

/** A time as the table writes it, e.g. 2021年底, and the days it means. */
const printedPeriod = z.string().transform((printed, context) => {
  const period = parsePeriod(printed)
  if (period) return { printed, period }
  context.addIssue({ code: 'custom', params: { form: 'time' } })
  return z.NEVER
})
export type PrintedPeriod = z.output<typeof printedPeriod>

/** A line of the 计划表 of a project, one row of a table with profile `milestones`. Absent = the source does not say. */
export const projectMilestone = z.strictObject({
  project: named('项目', z.string()),
  dataset: z.string(),
  name: named('节点', z.string()),
  planned: named('计划时间', printedPeriod.optional()),
  actual: named('实际时间', printedPeriod.optional()),
  quarter: named(
    '季度',
    z
      .string()
      .refine((text) => /^\d{4}-Q[1-4]$/.test(text), { params: { form: 'quarter' } })
      .optional(),
  ),
  state: named('状态', z.string().optional()), // as the source words it, where it gives no date: 已完成
  source: named('来源', z.string()),
  locator: named('出处', z.string().optional()),
  note: named('说明', z.string().optional()),
})
export type ProjectMilestone = z.output<typeof projectMilestone>

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
