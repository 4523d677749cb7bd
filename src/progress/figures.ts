import { addDays } from '../model/number/date.ts'
import { periodDays } from '../model/number/period.ts'
import type { Indicator } from '../model/register/indicator.ts'
import type { Observation } from '../model/register/observation.ts'
import type { Target, TargetKind } from '../model/target/target.ts'
import { compareText } from '../model/text-order.ts'
import type { Assessment, Flag } from './assessment.ts'
import { compareFavour } from './comparator.ts'
import { thresholds } from './thresholds.ts'

type Figures = Required<Pick<Assessment, 'series' | 'before' | 'near' | 'unused'>> & { readonly flags: readonly Flag[] }

/**
 * Sorts the figures of a target's indicator and region: counted ones, ones from before the period, and ones that
 * do not count, with why. Rows of another indicator or region are left out.
 */
export function figuresOf(
  target: Target,
  observations: readonly Observation[],
  indicator: Indicator | undefined,
  asOf: string,
): Figures {
  const replaced = new Set(observations.map((row) => row.supersedes).filter((id) => id !== undefined))
  const rows = observations
    .filter((row) => row.indicator === target.indicator && row.region === target.region)
    .sort(compareRows)
  const series: Observation[] = []
  const before: Observation[] = []
  const near: { observation: Observation; why: string }[] = []
  const unused: { observation: Observation; why: string }[] = []
  const flags = new Set<Flag>()
  for (const row of rows) {
    const never = replaced.has(row.id) ? why.replaced : neverCounts(row)
    const place = placeOf(target, row, indicator, asOf)
    if (never !== undefined) unused.push({ observation: row, why: never })
    else if (place === 'before') before.push(row)
    else if (place !== 'inside') near.push({ observation: row, why: place.why })
    else if (row.status === '预计') {
      flags.add('estimate')
      unused.push({ observation: row, why: why.预计 })
    } else series.push(row)
    if (never === undefined && typeof place === 'object' && place.why === why.unit) flags.add('definition-differs')
  }
  return { series, before, near, unused, flags: [...flags] }
}

/**
 * One figure for each period: where several disagree, the one least favourable to the target. Figures of a point
 * in time are the same period when they end on the same day, flows when they also start on the same day.
 */
export function onePerPeriod(
  rows: readonly Observation[],
  target: Target,
  sameness: 'end' | 'span',
  order: (a: Observation, b: Observation) => number = (a, b) => compareFavour(target, a.value, b.value),
): Observation[] {
  const worst = new Map<string, Observation>()
  for (const row of rows) {
    const key = sameness === 'end' ? row.period.end : `${row.period.start} ${row.period.end}`
    const other = worst.get(key)
    if (!other || order(row, other) < 0) worst.set(key, row)
  }
  return [...worst.values()].sort(compareRows)
}

/** A running total: a figure of one day, or of an indicator whose periods are not added but taken at their end. */
export function isRunningTotal(row: Observation, indicator: Indicator | undefined): boolean {
  return row.period.kind === 'day' || indicator?.aggregation === 'last'
}

/** Oldest first; among figures that end together the longer period first. */
export function compareRows(a: Observation, b: Observation): number {
  return (
    compareText(a.period.end, b.period.end) || compareText(a.period.start, b.period.start) || compareText(a.id, b.id)
  )
}

const why = {
  unit: '单位与目标不同，不可比',
  after: '时段在期限以后',
  running: '截至日时这一时段还没有结束',
  across: '时段跨出规划期',
  part: '不是整年的数，与目标不可比',
  replaced: '已被修订后的数字替代',
  作废: '已作废',
  计划: '是计划数',
  预计: '是预计数',
} as const

function neverCounts({ status }: Observation): string | undefined {
  return status === '作废' || status === '计划' ? why[status] : undefined
}

type Place = 'inside' | 'before' | { readonly why: string }

function placeOf(target: Target, row: Observation, indicator: Indicator | undefined, asOf: string): Place {
  const { start, end } = row.period
  const opens = opensOn(target)
  const closes = closesOn(target)
  if (opens !== undefined && end < opens) return 'before'
  if (!sameUnit(target, row)) return { why: why.unit }
  if (end > asOf) return { why: why.running }
  if (addsUp.has(target.kind) && !isRunningTotal(row, indicator)) {
    if (closes !== undefined && start > closes) return { why: why.after }
    const across = (opens !== undefined && start < opens) || (closes !== undefined && end > closes)
    const years = target.kind === 'yearly' && start.slice(0, 4) !== end.slice(0, 4)
    return across || years ? { why: why.across } : 'inside'
  }
  if (closes !== undefined && end > withGrace(closes, row)) return { why: why.after }
  if (indicator?.kind === 'flow' && !addsUp.has(target.kind) && target.kind !== 'direction' && !isWholeYear(row)) {
    return { why: why.part }
  }
  return 'inside'
}

/** Kinds whose figures are amounts of a period and are added. */
const addsUp: ReadonlySet<TargetKind> = new Set<TargetKind>(['cumulative', 'yearly'])

/** A yearly target is judged on whole calendar years, also where its plan opens within one. */
function opensOn(target: Target): string | undefined {
  return target.kind === 'yearly' && target.from ? `${target.from.slice(0, 4)}-01-01` : target.from
}

function closesOn(target: Target): string | undefined {
  return target.kind === 'yearly' && target.deadline ? `${target.deadline.slice(0, 4)}-12-31` : target.deadline
}

function withGrace(deadline: string, row: Observation): string {
  const point = row.period.kind === 'day' || row.period.kind === 'month'
  return point ? addDays(deadline, thresholds.graceDays) : deadline
}

function isWholeYear(row: Observation): boolean {
  const days = periodDays(row.period)
  return days >= 365 && days <= 366
}

/** A rate is a ratio, but may be measured on levels of any unit. */
function sameUnit(target: Target, row: Observation): boolean {
  if (target.unit === undefined || target.kind === 'rate') return true
  return bareUnit(target.unit) === bareUnit(row.unit)
}

/** “台次/年” is 台次 counted by the year. */
export function bareUnit(unit: string): string {
  return unit.replace(/[/／每]年$/, '')
}
