import { z } from 'zod'
import { named } from '../field.ts'
import { comparePeriods, type Period, parsePeriod } from '../number/period.ts'
import { compareText } from '../text-order.ts'

/** Ranks count from 1. */
const rank = z.number().refine((value) => Number.isInteger(value) && value >= 1, { params: { form: 'rank' } })

const ranked = z.object({ rank, of: rank })

/** 成绩单, one row of a table with profile `scorecards`. Absent = the source does not say. */
export const scorecard = z
  .strictObject({
    subject: named('对象', z.string()), // id of a project or code of a region
    dataset: z.string(),
    name: named('名称', z.string()), // what was scored: 周排名, 月通报, 督查综合评价 …
    period: named(
      '时段',
      z.string().transform((text, context) => {
        const period = parsePeriod(text)
        if (period) return period
        context.addIssue({ code: 'custom', params: { form: 'period' } })
        return z.NEVER
      }),
    ),
    rank: named('名次', rank.optional()),
    of: named('参评数', rank.optional()), // how many were ranked
    score: named('得分', z.string().optional()), // as printed: 优秀, 92.5分
    colour: named('颜色', z.string().optional()), // the word as printed; what it means is the publisher's
    source: named('来源', z.string()),
    locator: named('出处', z.string().optional()),
    note: named('说明', z.string().optional()),
  })
  // Nobody is ranked behind the last.
  .refine((one) => (one.rank ?? 0) <= (one.of ?? Number.POSITIVE_INFINITY), {
    path: ['rank'],
    params: { form: 'rank-of' },
    when: ({ value }) => ranked.safeParse(value).success,
  })
export type Scorecard = z.output<typeof scorecard>

/** Everything one scoring said of one period, the first rank first. */
export interface Ranking {
  readonly name: string
  readonly period: Period
  readonly rows: readonly Scorecard[]
}

/** The scorings, those of one name together, the latest period first. */
export function rankings(scorecards: readonly Scorecard[]): Ranking[] {
  return [...Map.groupBy(scorecards, (one) => one.name)].flatMap(([name, ofName]) =>
    [...Map.groupBy(ofName, (one) => one.period.text).values()]
      .flatMap((rows) => {
        const period = rows[0]?.period
        return period ? [{ name, period, rows: rows.toSorted(byRank) }] : []
      })
      .sort((a, b) => comparePeriods(b.period, a.period)),
  )
}

/** The colours that were published of one subject, oldest first. */
export function colourStrip(scorecards: readonly Scorecard[]): Scorecard[] {
  return scorecards.filter((one) => one.colour !== undefined).sort((a, b) => comparePeriods(a.period, b.period))
}

function byRank(a: Scorecard, b: Scorecard): number {
  const [x, y] = [a.rank ?? Number.POSITIVE_INFINITY, b.rank ?? Number.POSITIVE_INFINITY]
  return x === y ? compareText(a.subject, b.subject) : x - y
}
