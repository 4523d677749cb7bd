import { formatShare } from '../../model/number/format.ts'
import type { Target } from '../../model/target/target.ts'
import type { FormulaLine } from '../assessment.ts'
import type { Case, Finding } from '../case.ts'
import { isCeiling, meets } from '../comparator.ts'
import { onePerPeriod } from '../figures.ts'
import { flagsOf, otherInputs } from '../flags.ts'
import * as formula from '../formula.ts'
import { thresholds } from '../thresholds.ts'
import { conclude, type Verdict } from '../verdict.ts'
import { unquantified } from './unquantified.ts'

/**
 * 保持 and 不超过: each period meets the value or not; there is no pace. Achieved only after the last period and
 * only when every period with a figure met it. Without a deadline it is a standing duty, judged on the latest figure.
 */
export function threshold(c: Case): Finding {
  const { target, asOf } = c
  const goal = target.value
  if (goal === undefined) return unquantified(c, 'no-number')
  const rows = onePerPeriod(c.series, target, 'end')
  const latest = rows.at(-1)
  const inputs = [formula.targetInput(goal, target.unit)]
  if (!latest) {
    return { ...conclude(target, asOf, undefined), inputs, formula: [share(0, 0), margin(target, goal)], flags: [] }
  }
  const met = rows.filter((row) => meets(target, goal, row.value, row.approx)).length
  const p = met / rows.length
  const final = target.deadline !== undefined && latest.period.end >= target.deadline
  const verdict = standing(target, goal, latest.value, meets(target, goal, latest.value, latest.approx))
  const found = { measuredAt: latest.period.end, p }
  return {
    ...conclude(target, asOf, { verdict, reached: met === rows.length, final, standing: true }),
    ...found,
    latest,
    inputs: [...inputs, formula.rowInput(formula.terms.latest, 'y', latest), ...otherInputs(c, rows)],
    formula: [share(met, rows.length), margin(target, goal, latest.value)],
    flags: flagsOf(c, rows, { measuredAt: latest.period.end }),
  }
}

/** Met, missed by a little, missed: the verdict on a requirement that has to hold now. */
export function standing(target: Target, goal: number, value: number, met: boolean): Verdict {
  if (met) return { status: 'ontrack', reason: 'holding' }
  const miss = isCeiling(target) ? value - goal : goal - value
  const narrow = miss <= thresholds.tolerance * Math.abs(goal)
  return narrow ? { status: 'slight', reason: 'within-tolerance' } : { status: 'far', reason: 'breached' }
}

function share(met: number, all: number): FormulaLine {
  const words = { zh: '达到的时段数 ÷ 有数的时段数', en: 'periods that meet it ÷ periods with a figure' }
  const label = { zh: '达到比例', en: 'share of periods met' }
  const parts = [formula.symbol('p'), ' ＝ ']
  if (all === 0) return { label, words, parts: [...parts, formula.missing('p')], blank: formula.blanks.figure }
  return { label, words, parts: [...parts, `${met} ÷ ${all} ＝ ${formatShare(met / all)}`] }
}

function margin(target: Target, goal: number, value?: number): FormulaLine {
  const words = { zh: '最近数与要求相比', en: 'latest figure against the requirement' }
  const label = { zh: '现值与要求', en: 'now and required' }
  const required = formula.figure('y_T', goal, target.unit)
  if (value === undefined) {
    return { label, words, parts: [formula.missing('y'), ' ： ', required], blank: formula.blanks.figure }
  }
  const sign = value === goal ? ' ＝ ' : value > goal ? ' ＞ ' : ' ＜ '
  return { label, words, parts: [formula.figure('y', value, target.unit), sign, required] }
}
