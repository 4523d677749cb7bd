import { formatShare } from '../../model/number/format.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Target } from '../../model/target/target.ts'
import type { FormulaLine, Input } from '../assessment.ts'
import type { Case, Finding } from '../case.ts'
import { meets } from '../comparator.ts'
import { onePerPeriod } from '../figures.ts'
import { flagsOf, otherInputs } from '../flags.ts'
import * as formula from '../formula.ts'
import { expectedShare } from '../paths/expected.ts'
import { paceBetween } from '../paths/pace.ts'
import { quotient } from '../quotient.ts'
import { type Total, totalOf } from '../total.ts'
import { byPace, conclude, type Verdict } from '../verdict.ts'
import { unquantified } from './unquantified.ts'

interface Year {
  readonly year: number
  readonly total?: Total
  /** Met; short = closed and not met; open = a figure, but not of the whole year; none = no figure. */
  readonly state: 'met' | 'short' | 'open' | 'none'
}

/**
 * 每年: every calendar year of the period stands for itself. A closed year that fell short cannot be made up for.
 * Achieved only when the last year is over; until then a year that is met is 达标保持中.
 */
export function yearly(c: Case): Finding {
  const { target, asOf } = c
  const goal = target.value
  if (goal === undefined) return unquantified(c, 'no-number')
  const years = yearsOf(c, goal)
  const seen = years.filter((year) => year.total)
  const latest = seen.at(-1)
  const total = latest?.total
  const inputs = [formula.targetInput(goal, target.unit)]
  if (!latest || !total) {
    const lines = years.length > 0 ? years.map((year) => line(target, goal, year)) : [line(target, goal)]
    return { ...conclude(target, asOf, undefined), inputs, formula: lines, flags: [] }
  }
  const met = years.filter((year) => year.state === 'met').length
  const short = years.some((year) => year.state === 'short')
  const closed = short || met === years.length
  const running = latest.state === 'open'
  const [opens, closes] = [`${latest.year - 1}-12-31`, `${latest.year}-12-31`]
  const expected = expectedShare(c, { opens, closes, start: 0, goal }, total.end)
  const p = running && !short ? quotient(total.value, goal) : quotient(met, years.length)
  const q = running && !short ? expected?.share : undefined
  const { pace, ...verdict } = short
    ? ({ status: 'missed', reason: 'not-reached' } as Verdict & { pace?: number })
    : ofYear(latest, total, p, q)
  const used = seen.flatMap((year) => year.total?.rows ?? [])
  const found = { measuredAt: total.end, p, q, pace }
  const required = running && !short ? paceBetween(goal - total.value, total.end, closes, target.unit ?? '') : undefined
  return {
    ...conclude(target, asOf, {
      verdict,
      reached: met === years.length,
      final: closed && target.deadline !== undefined && asOf > target.deadline,
      settled: short,
    }),
    ...found,
    latest: total.rows.at(-1),
    required: required && required.perDay > 0 ? required : undefined,
    inputs: [...inputs, ...seen.flatMap((year) => yearInputs(target, year)), ...otherInputs(c, used)],
    formula: [
      ...years.map((year) => line(target, goal, year)),
      ...(running && !short ? [] : [metLine(met, years.length)]),
      ...(q === undefined ? [] : (expected?.lines ?? [])),
      ...(pace === undefined || p === undefined || q === undefined ? [] : [formula.paceLine(p, q, pace)]),
    ],
    flags: [
      ...flagsOf(c, used, { measuredAt: total.end, q, pace }),
      ...(running && total.incomplete ? (['lower-bound'] as const) : []),
    ],
  }
}

/** The calendar years from the start to the deadline; without them, those that have figures. */
function yearsOf(c: Case, goal: number): Year[] {
  const { target } = c
  const rows = onePerPeriod(c.series, target, 'span')
  const numbers = rows.map((row) => yearOf(row))
  const first = target.from ? Number(target.from.slice(0, 4)) : Math.min(...numbers)
  const last = target.deadline ? Number(target.deadline.slice(0, 4)) : Math.max(...numbers)
  if (!Number.isFinite(first) || !Number.isFinite(last)) return []
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const year = first + index
    const total = totalOf(
      rows.filter((row) => yearOf(row) === year),
      `${year}-01-01`,
      c.indicator,
    )
    return { year, ...(total && { total }), state: stateOf(target, goal, year, total) }
  })
}

function stateOf(target: Target, goal: number, year: number, total: Total | undefined): Year['state'] {
  if (!total) return 'none'
  const whole = total.end >= `${year}-12-31` && !total.incomplete
  const met = meets(target, goal, total.value, total.approx)
  // A ceiling can only be called kept when the year is over.
  if (met)
    return whole || target.comparator === 'ge' || target.comparator === 'gt' || target.comparator === 'eq'
      ? 'met'
      : 'open'
  return whole ? 'short' : 'open'
}

function ofYear(
  latest: Year,
  total: Total,
  p: number | undefined,
  q: number | undefined,
): Verdict & { readonly pace?: number } {
  if (latest.state === 'met') return { status: 'ontrack', reason: 'holding' }
  const verdict = byPace(false, p, q)
  const behind = verdict.status === 'slight' || verdict.status === 'far' || verdict.status === 'reverse'
  return total.incomplete && behind ? { status: 'unable', reason: 'gap-in-series' } : verdict
}

function metLine(met: number, all: number): FormulaLine {
  return {
    label: { zh: '达到比例', en: 'share of years met' },
    words: { zh: '达到的年数 ÷ 规划期的年数', en: 'years that met it ÷ years of the plan' },
    parts: [formula.symbol('p'), ' ＝ ', `${met} ÷ ${all} ＝ ${formatShare(met / all)}`],
  }
}

function line(target: Target, goal: number, year?: Year): FormulaLine {
  const words = { zh: '当年累计 ÷ 每年目标', en: 'total of the year ÷ yearly target' }
  const label = year ? { zh: `${year.year}年`, en: String(year.year) } : formula.terms.achieved
  const under = formula.figure('y_T', goal, target.unit)
  const total = year?.total
  const share = total && quotient(total.value, goal)
  if (!total || share === undefined) {
    return { label, words, parts: [formula.missing(symbolOf(year)), ' ÷ ', under], blank: formula.blanks.figure }
  }
  const over = formula.figure(symbolOf(year), total.value, target.unit)
  return { label, words, parts: [over, ' ÷ ', under, ' ＝ ', formatShare(share)] }
}

function yearInputs(target: Target, year: Year): Input[] {
  const rows = year.total?.rows ?? []
  const name = { zh: `${year.year}年累计`, en: `total of ${year.year}` }
  const [only, ...more] = rows
  if (!only) return []
  if (more.length === 0) return [formula.rowInput(name, symbolOf(year), only)]
  const parts = rows.map((row) =>
    formula.rowInput({ zh: `${row.period.text} 的数`, en: `figure of ${row.period.text}` }, row.period.text, row),
  )
  return [...parts, formula.computedInput(name, symbolOf(year), year.total?.value ?? 0, target.unit)]
}

function symbolOf(year: Year | undefined): string {
  return year ? `S_${year.year}` : 'S'
}

function yearOf(row: Observation): number {
  return Number(row.period.end.slice(0, 4))
}
