import { formatShare } from '../../model/number/format.ts'
import type { Policy } from '../../model/policy/policy.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'
import { type Target, targetKey } from '../../model/target/target.ts'
import { assess } from '../../progress/assess.ts'
import type { Assessment, StatusId } from '../../progress/assessment.ts'
import type { Board } from '../../progress/board.ts'
import { onePerPeriod } from '../../progress/figures.ts'
import { totalOf } from '../../progress/total.ts'
import { figureWords, valueWords } from './figure-words.ts'

/** What was known of one target for one year. */
export interface MatrixCell {
  /** The sum so far of a cumulative target, the sum of the year of a yearly one, else the last figure of the year. */
  readonly figure: string
  /** Of the goal; cumulative targets only. */
  readonly share?: string | undefined
  /** How it stood; absent before the period of the target. */
  readonly status?: StatusId | undefined
}

export interface MatrixRow {
  readonly target: Target
  /** One for each year; undefined where there is no figure. */
  readonly cells: readonly (MatrixCell | undefined)[]
}

export interface PlanMatrix {
  readonly years: readonly number[]
  readonly rows: readonly MatrixRow[]
}

/** More columns than that are no longer read side by side. */
const mostYears = 8

/**
 * The targets of a plan by calendar years, up to the year of the site's day; the year before the plan is there where
 * it has figures. Undefined for a plan of less than two years. A target is judged on what was measured by the end of
 * each year; in the year of its deadline it has the status of the board.
 */
export function planMatrix(
  site: Pick<Site, 'indicators' | 'asOf'>,
  board: Pick<Board, 'assessments'>,
  policy: Pick<Policy, 'targets' | 'planPeriod'>,
): PlanMatrix | undefined {
  const known = policy.targets.flatMap((target) => {
    const assessment = board.assessments.get(targetKey(target))
    return assessment ? [{ target, assessment }] : []
  })
  const years = yearsOf(site.asOf, policy, known)
  if (years.length < 2) return undefined
  return {
    years,
    rows: known.map(({ target, assessment }) => ({
      target,
      cells: years.map((year) => cellOf(site, target, assessment, year)),
    })),
  }
}

interface Known {
  readonly target: Target
  readonly assessment: Assessment
}

function yearsOf(asOf: string, { planPeriod }: Pick<Policy, 'planPeriod'>, known: readonly Known[]): number[] {
  const starts = [planPeriod?.from, ...known.map(({ target }) => target.from)].flatMap((day) => day ?? []).sort()
  const ends = [planPeriod?.to, ...known.map(({ target }) => target.deadline)].flatMap((day) => day ?? []).sort()
  const [start, end] = [starts[0], ends.at(-1)]
  if (start === undefined || end === undefined) return []
  const first = yearOf(start)
  const last = Math.min(yearOf(end), yearOf(asOf))
  const length = last - first + 1
  if (length < 2) return []
  const before = known.some(({ assessment }) => assessment.before.some((row) => yearOf(row.period.end) === first - 1))
  const all = Array.from({ length: length + (before ? 1 : 0) }, (_, index) => first + index - (before ? 1 : 0))
  return all.slice(-mostYears)
}

function cellOf(
  site: Pick<Site, 'indicators' | 'asOf'>,
  target: Target,
  assessment: Assessment,
  year: number,
): MatrixCell | undefined {
  const before = assessment.before.filter((row) => yearOf(row.period.end) === year).at(-1)
  if (before) return { figure: figureWords(before) }
  const isLast = target.deadline !== undefined && yearOf(target.deadline) === year
  const own = assessment.series.filter((row) => {
    const end = yearOf(row.period.end)
    return end === year || (isLast && end > year)
  })
  const last = own.at(-1)
  if (!last) return undefined
  if (target.kind === 'yearly') return cellOfYear(site, target, own, year)
  const soFar = assessment.series.filter((row) => isLast || yearOf(row.period.end) <= year)
  const then = isLast ? assessment : at(site, target, [...assessment.before, ...soFar], endOf(site, year))
  if (target.kind !== 'cumulative') return { figure: figureWords(last), status: then.status }
  const { p } = then
  return {
    figure: totalWords(site, target, soFar, target.from),
    share: p === undefined ? undefined : formatShare(p),
    status: then.status,
  }
}

/** 每年: the year stands for itself, so it is judged as a period of its own. */
function cellOfYear(
  site: Pick<Site, 'indicators' | 'asOf'>,
  target: Target,
  rows: readonly Observation[],
  year: number,
): MatrixCell {
  const from = `${year}-01-01`
  const ofYear = { ...target, from, deadline: `${year}-12-31` }
  return { figure: totalWords(site, target, rows, from), status: at(site, ofYear, rows, site.asOf).status }
}

function at(
  site: Pick<Site, 'indicators'>,
  target: Target,
  observations: readonly Observation[],
  asOf: string,
): Assessment {
  return assess(target, { indicator: indicatorOf(site, target), observations, near: [], asOf })
}

function totalWords(
  site: Pick<Site, 'indicators'>,
  target: Target,
  rows: readonly Observation[],
  from: string | undefined,
): string {
  const total = totalOf(onePerPeriod(rows, target, 'span'), from, indicatorOf(site, target))
  const [only, ...more] = total?.rows ?? []
  if (!total || !only) return ''
  if (more.length === 0) return figureWords(only)
  const doubt = total.rows.find((row) => row.doubt !== undefined)?.doubt
  return valueWords({ value: total.value, unit: only.unit, approx: total.approx, doubt })
}

function indicatorOf(site: Pick<Site, 'indicators'>, target: Target) {
  return target.indicator === undefined ? undefined : site.indicators.get(target.indicator)
}

function endOf(site: Pick<Site, 'asOf'>, year: number): string {
  const end = `${year}-12-31`
  return end < site.asOf ? end : site.asOf
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
