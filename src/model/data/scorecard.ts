import { comparePeriods, type Period } from '../number/period.ts'
import { compareText } from '../text-order.ts'

/** 成绩单, one row of a table with profile `scorecards`. Absent = the source does not say. */
export interface Scorecard {
  readonly subject: string // id of a project or code of a region
  readonly dataset: string
  readonly name: string // what was scored: 周排名, 月通报, 督查综合评价 …
  readonly period: Period
  readonly rank?: number
  readonly of?: number // how many were ranked
  readonly score?: string // as printed: 优秀, 92.5分
  readonly colour?: string // the word as printed; what it means is the publisher's
  readonly source: string
  readonly locator?: string
  readonly note?: string
}

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
