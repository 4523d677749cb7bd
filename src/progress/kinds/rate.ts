import { addDays, daysBetween } from '../../model/number/date.ts'
import { formatRounded, formatShare } from '../../model/number/format.ts'
import { periodDays } from '../../model/number/period.ts'
import type { Indicator } from '../../model/register/indicator.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Target } from '../../model/target/target.ts'
import type { FormulaLine, Input } from '../assessment.ts'
import type { Case, Finding } from '../case.ts'
import { isCeiling, meets } from '../comparator.ts'
import { onePerPeriod } from '../figures.ts'
import { flagsOf, otherInputs } from '../flags.ts'
import * as formula from '../formula.ts'
import { limit, quotient } from '../quotient.ts'
import { byPace, conclude, type Verdict } from '../verdict.ts'
import { standing } from './standing.ts'
import { unquantified } from './unquantified.ts'

/** Growth since the start: the factor, over how many years, up to which day, from which figures. */
interface Growth {
  readonly factor: number
  readonly years: number
  readonly end: string
  readonly rows: readonly Observation[]
  /** Figures exist that could not be chained: a year is missing. */
  readonly broken: boolean
}

/**
 * 年均增速: mean growth ĝ since the start against the promised g. Growth figures are chained year by year; level
 * figures are compared with the stated baseline. Pace is growth so far over growth at the promised rate.
 */
export function rate(c: Case): Finding {
  const { target, asOf } = c
  const goal = target.value
  if (goal === undefined) return unquantified(c, 'no-number')
  const inputs = [formula.targetInput(goal, target.unit)]
  const latest = c.series.at(-1)
  if (!latest) return { ...conclude(target, asOf, undefined), inputs, formula: [meanLine()], flags: [] }
  const growth = growthOf(c)
  if (!growth) {
    return {
      ...conclude(target, asOf, { verdict: unmeasured(c, latest), reached: false, final: false, standing: true }),
      measuredAt: latest.period.end,
      latest,
      inputs: [...inputs, formula.rowInput(formula.terms.latest, 'y', latest)],
      formula: [{ ...meanLine(), blank: formula.blanks.baseline }],
      flags: [],
    }
  }
  const mean = meanOf(growth)
  const met = meets(target, goal, mean, growth.rows.length === 1 ? growth.rows[0]?.approx : undefined)
  const ideal = (1 + goal) ** growth.years - 1
  const paced = goal > 0 && !isCeiling(target) && ideal > 0 && ideal <= limit
  const pace = paced ? quotient(growth.factor - 1, ideal) : undefined
  const verdict = pace === undefined ? standing(target, goal, mean, met) : ofPace(pace)
  const found = { measuredAt: growth.end, pace }
  return {
    ...conclude(target, asOf, {
      verdict,
      reached: met && !growth.broken,
      final: target.deadline !== undefined && growth.end >= target.deadline,
      doubt: growth.broken ? 'gap-in-series' : undefined,
    }),
    ...found,
    latest: growth.rows.at(-1),
    inputs: [...inputs, ...growthInputs(target, growth, mean), ...otherInputs(c, growth.rows)],
    formula: [
      meanLine(growth, mean),
      gapLine(goal, mean),
      ...(pace === undefined ? [] : [paceLine(growth, ideal, pace)]),
    ],
    flags: flagsOf(c, growth.rows, found),
  }
}

/** Growth at exactly the promised rate is pace 1; there is no share of time, and so no “too early”. */
function ofPace(pace: number): Verdict {
  const { status, reason } = byPace(false, pace, 1)
  return { status, reason }
}

/** Why figures give no growth: a missing year, no level to compare with, or less than a year since then. */
function unmeasured({ target, indicator }: Case, latest: Observation): Verdict {
  if (isGrowth(latest, indicator)) return { status: 'unable', reason: 'gap-in-series' }
  if (!target.baseline || target.baseline.value <= 0) return { status: 'unable', reason: 'no-baseline' }
  return { status: 'early', reason: 'too-early' }
}

function growthOf(c: Case): Growth | undefined {
  const rows = onePerPeriod(c.series, c.target, 'span')
  const growthRows = rows.filter((row) => isGrowth(row, c.indicator))
  return growthRows.length > 0 ? chained(growthRows, c.target.from) : sinceBaseline(rows, c.target)
}

/** Whole years, or a figure for several years, each beginning where the one before ended; a part of a year may end it. */
function chained(rows: readonly Observation[], from: string | undefined): Growth | undefined {
  let cursor = from ?? rows.map((row) => row.period.start).sort()[0] ?? ''
  let factor = 1
  let years = 0
  const used: Observation[] = []
  for (;;) {
    const next = rows.filter((row) => row.period.start === cursor && row.value > -1).at(-1)
    if (!next) break
    const span = Math.max(1, Math.round(periodDays(next.period) / 365.25))
    factor *= (1 + next.value) ** span
    years += span
    used.push(next)
    cursor = addDays(next.period.end, 1)
  }
  const last = used.at(-1)
  if (!last || factor > limit) return undefined
  return { factor, years, end: last.period.end, rows: used, broken: rows.some((row) => row.period.start > cursor) }
}

function sinceBaseline(rows: readonly Observation[], { baseline, deadline }: Target): Growth | undefined {
  const latest = (deadline && rows.find((row) => row.period.end >= deadline)) || rows.at(-1)
  if (!latest || !baseline || baseline.value <= 0 || latest.value <= 0) return undefined
  const years = yearsBetween(baseline.on, latest.period.end)
  const factor = quotient(latest.value, baseline.value)
  if (years < 0.99 || factor === undefined) return undefined
  return { factor, years, end: latest.period.end, rows: [latest], broken: false }
}

function isGrowth(row: Observation, indicator: Indicator | undefined): boolean {
  return indicator?.kind === 'growth' || row.unit === '比率'
}

function yearsBetween(a: string, b: string): number {
  if (a.slice(4) === b.slice(4)) return Number(b.slice(0, 4)) - Number(a.slice(0, 4))
  return daysBetween(a, b) / 365.2425
}

/** Twelve digits: 6 % in each of three years is a mean of 6 %, not of 6.0000000000000005 %. */
function meanOf({ factor, years }: Growth): number {
  return Number((factor ** (1 / years) - 1).toPrecision(12))
}

function meanLine(growth?: Growth, mean?: number): FormulaLine {
  const label = { zh: '年均增速', en: 'mean growth' }
  const words = { zh: '增长倍数开 n 次方 − 1', en: 'growth factor to the power 1/n − 1' }
  if (!growth || mean === undefined) {
    return { label, words, parts: [formula.symbol('ĝ'), ' ＝ ', formula.missing('ĝ')], blank: formula.blanks.figure }
  }
  const factor = { symbol: 'F', text: formatRounded(growth.factor, 4) }
  const root = ` ^ (1 ÷ ${formatRounded(growth.years, 2)}) − 1 ＝ `
  return { label, words, parts: [formula.symbol('ĝ'), ' ＝ ', factor, root, formatShare(mean, 2)] }
}

function gapLine(goal: number, mean: number): FormulaLine {
  return {
    label: { zh: '相差', en: 'gap' },
    words: { zh: '年均增速 − 目标', en: 'mean growth − target' },
    parts: [
      formatShare(mean, 2),
      ' − ',
      { symbol: 'y_T', text: formatShare(goal, 2) },
      ' ＝ ',
      `${formatRounded((mean - goal) * 100, 2)} 个百分点`,
    ],
  }
}

function paceLine(growth: Growth, ideal: number, pace: number): FormulaLine {
  return {
    label: formula.terms.pace,
    words: { zh: '实际增长 ÷ 按目标增速的增长', en: 'growth so far ÷ growth at the target rate' },
    parts: [
      formula.symbol('R'),
      ' ＝ ',
      formatShare(growth.factor - 1, 2),
      ' ÷ ',
      formatShare(ideal, 2),
      ' ＝ ',
      formula.formatPace(pace),
    ],
  }
}

function growthInputs(target: Target, growth: Growth, mean: number): Input[] {
  const level = growth.rows.length === 1 && growth.rows[0]?.unit !== '比率'
  const base: Input[] =
    level && target.baseline
      ? [{ name: formula.terms.baseline, symbol: 'y_0', value: target.baseline.value, origin: { type: 'target' } }]
      : []
  return [
    ...base,
    ...growth.rows.map((row, index) =>
      formula.rowInput({ zh: row.period.text, en: row.period.text }, level ? 'y' : `g_${index + 1}`, row),
    ),
    formula.computedInput({ zh: '增长倍数', en: 'growth factor' }, 'F', growth.factor),
    formula.computedInput({ zh: '年数', en: 'years' }, 'n', growth.years),
    formula.computedInput({ zh: '年均增速', en: 'mean growth' }, 'ĝ', mean, '比率'),
  ]
}
