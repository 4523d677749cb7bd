import { formatRounded, formatShare } from '../../model/number/format.ts'
import type { FormulaLine } from '../assessment.ts'
import type { Case, Finding } from '../case.ts'
import { onePerPeriod } from '../figures.ts'
import { flagsOf, otherInputs } from '../flags.ts'
import * as formula from '../formula.ts'
import { elapsed } from '../paths/elapsed.ts'
import { quotient } from '../quotient.ts'
import { thresholds } from '../thresholds.ts'
import { byPace, conclude, type Verdict } from '../verdict.ts'
import { decisive, lastDay } from './level.ts'
import { unquantified } from './unquantified.ts'

/**
 * 区间: the distance to the nearer edge has to become zero. With a baseline outside it is judged like a level on that
 * distance; otherwise it is a duty to stay inside, met or not at the latest figure.
 */
export function range(c: Case): Finding {
  const { target, asOf } = c
  if (target.value === undefined || target.valueTo === undefined) return unquantified(c, 'no-number')
  const low = Math.min(target.value, target.valueTo)
  const high = Math.max(target.value, target.valueTo)
  const distance = (value: number) => Math.max(low - value, value - high, 0)
  const base = target.baseline && distance(target.baseline.value) > 0 ? target.baseline : undefined
  const rows = onePerPeriod(c.series, target, 'end', (a, b) => distance(b.value) - distance(a.value))
  const latest = decisive(rows, target)
  const time = elapsed(base?.on, target.deadline, latest?.period.end ?? lastDay(target, asOf))
  const inputs = [
    { ...formula.targetInput(low, target.unit), name: { zh: '下限', en: 'lower edge' }, symbol: 'y_L' },
    { ...formula.targetInput(high, target.unit), name: { zh: '上限', en: 'upper edge' }, symbol: 'y_H' },
  ]
  if (!latest) {
    return { ...conclude(target, asOf, undefined), inputs, formula: [distanceLine(undefined, target.unit)], flags: [] }
  }
  const now = distance(latest.value)
  const moved = base && quotient(now, distance(base.value))
  const p = moved === undefined ? undefined : 1 - moved
  const q = time?.share
  const { pace, ...verdict } = base ? byPace(now === 0, p, q) : inside(now, Math.max(Math.abs(low), Math.abs(high)))
  const end = latest.period.end
  const lines = [distanceLine(now, target.unit)]
  if (p !== undefined) lines.push({ ...shareLine, parts: [formula.symbol('p'), ' ＝ ', formatShare(p)] })
  if (pace !== undefined && p !== undefined && q !== undefined) {
    lines.push(formula.expectedLine(time), formula.paceLine(p, q, pace))
  }
  const found = { measuredAt: end, p, q, pace }
  return {
    ...conclude(target, asOf, {
      verdict,
      reached: now === 0,
      final: target.deadline !== undefined && end >= target.deadline,
      standing: !base,
    }),
    ...found,
    latest,
    inputs: [...inputs, formula.rowInput(formula.terms.latest, 'y', latest), ...otherInputs(c, [latest])],
    formula: lines,
    flags: flagsOf(c, [latest], found),
  }
}

function inside(distance: number, scale: number): Verdict & { readonly pace?: number } {
  if (distance === 0) return { status: 'ontrack', reason: 'holding' }
  const narrow = distance <= thresholds.tolerance * scale
  return narrow ? { status: 'slight', reason: 'within-tolerance' } : { status: 'far', reason: 'breached' }
}

const shareLine = {
  label: formula.terms.achieved,
  words: { zh: '1 − 现在的距离 ÷ 起点的距离', en: '1 − distance now ÷ distance of the baseline' },
}

function distanceLine(distance: number | undefined, unit: string | undefined): FormulaLine {
  const label = { zh: '离区间', en: 'distance to the range' }
  const words = { zh: '离近的一端', en: 'to the nearer edge' }
  if (distance === undefined) return { label, words, parts: [formula.missing('y')], blank: formula.blanks.figure }
  const text = unit === '比率' ? `${formatRounded(distance * 100, 2)} 个百分点` : formula.figure('d', distance, unit)
  return { label, words, parts: [text] }
}
