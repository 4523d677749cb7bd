import type { Observation } from '../../model/register/observation.ts'
import type { FormulaLine } from '../assessment.ts'
import type { Case, Finding } from '../case.ts'
import { isCeiling } from '../comparator.ts'
import { onePerPeriod } from '../figures.ts'
import { flagsOf, otherInputs } from '../flags.ts'
import * as formula from '../formula.ts'
import { conclude, type Verdict } from '../verdict.ts'

/**
 * 趋势: the sign of the change between the latest figure and the one before it that is of the same sort of period,
 * or the stated baseline. It is a standing duty and needs no deadline.
 */
export function direction(c: Case): Finding {
  const { target, asOf } = c
  const rows = onePerPeriod(c.series, target, 'span')
  const latest = rows.at(-1)
  if (!latest) return { ...conclude(target, asOf, undefined), inputs: [], formula: [change(target.unit)], flags: [] }
  const previous = rows.slice(0, -1).findLast((row) => comparable(row, latest))
  const from = previous?.value ?? target.baseline?.value
  const end = latest.period.end
  const used = previous ? [previous, latest] : [latest]
  const gained = from === undefined ? undefined : (latest.value - from) * (isCeiling(target) ? -1 : 1)
  const inputs = [
    ...(previous ? [formula.rowInput({ zh: '上一期', en: 'previous period' }, 'y_0', previous)] : []),
    formula.rowInput(formula.terms.latest, 'y', latest),
    ...otherInputs(c, used),
  ]
  return {
    ...conclude(target, asOf, {
      verdict: verdictOf(gained),
      reached: gained !== undefined && gained > 0,
      final: gained !== undefined && target.deadline !== undefined && end >= target.deadline,
      standing: true,
    }),
    measuredAt: end,
    latest,
    inputs,
    formula: [change(target.unit, latest.value, from)],
    flags: flagsOf(c, used, { measuredAt: end }),
  }
}

function verdictOf(gained: number | undefined): Verdict {
  if (gained === undefined) return { status: 'unable', reason: 'no-comparison' }
  if (gained > 0) return { status: 'ontrack', reason: 'holding' }
  return gained < 0 ? { status: 'reverse', reason: 'moved-away' } : { status: 'far', reason: 'breached' }
}

/** Years with years, months with months; a range only with the same months of another year. */
function comparable(a: Observation, b: Observation): boolean {
  if (a.period.kind !== b.period.kind) return false
  if (a.period.kind !== 'range') return true
  return a.period.start.slice(4) === b.period.start.slice(4) && a.period.end.slice(4) === b.period.end.slice(4)
}

function change(unit: string | undefined, latest?: number, from?: number): FormulaLine {
  const label = { zh: '变动', en: 'change' }
  const words = { zh: '最近数 − 上一期', en: 'latest figure − previous period' }
  const y = latest === undefined ? formula.missing('y') : formula.figure('y', latest, unit)
  const y0 = from === undefined ? formula.missing('y_0') : formula.figure('y_0', from, unit)
  if (latest === undefined || from === undefined) {
    const blank = latest === undefined ? formula.blanks.figure : formula.blanks.previous
    return { label, words, parts: [y, ' − ', y0], blank }
  }
  return { label, words, parts: [y, ' − ', y0, ' ＝ ', formula.figure('d', latest - from, unit)] }
}
