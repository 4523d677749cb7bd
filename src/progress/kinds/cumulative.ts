import { formatValue } from '../../model/number/format.ts'
import type { Target } from '../../model/target/target.ts'
import type { FormulaLine, Input } from '../assessment.ts'
import type { Case, Finding } from '../case.ts'
import { isCeiling, meets } from '../comparator.ts'
import { onePerPeriod } from '../figures.ts'
import { flagsOf, otherInputs } from '../flags.ts'
import * as formula from '../formula.ts'
import { elapsed, openingDay } from '../paths/elapsed.ts'
import { expectedShare } from '../paths/expected.ts'
import { paceBetween } from '../paths/pace.ts'
import { quotient } from '../quotient.ts'
import { type Total, totalOf } from '../total.ts'
import { byPace, conclude, type Standing } from '../verdict.ts'
import { expectedLines, lastDay } from './level.ts'
import { standing } from './standing.ts'
import { unquantified } from './unquantified.ts'

/**
 * 累计: the sum of everything since the period opened. It cannot fall, so reaching it settles the target. A sum with
 * periods missing is a lower bound: it can prove that a target is reached or on track, never that it is behind.
 */
export function cumulative(c: Case): Finding {
  const { target, asOf } = c
  const goal = target.value
  if (goal === undefined) return unquantified(c, 'no-number')
  const opens = openingDay(target)
  const total = totalOf(onePerPeriod(c.series, target, 'span'), target.from, c.indicator)
  const at = total?.end ?? lastDay(target, asOf)
  const time = elapsed(opens, target.deadline, at)
  const expected = expectedShare(c, { opens, closes: target.deadline, start: 0, goal }, at)
  const goalInput = formula.targetInput(goal, target.unit)
  if (!total) {
    const required = paceBetween(goal, opens, target.deadline, target.unit ?? '')
    const lines = [achieved(target, goal), ...expectedLines(expected)]
    if (required && time) lines.push(whole(target, goal, time.total, required))
    const inputs = [goalInput, ...(expected?.inputs ?? [])]
    return { ...conclude(target, asOf, undefined), required, inputs, formula: lines, flags: [], way: expected?.way }
  }
  const p = quotient(total.value, goal)
  const q = expected?.share
  const { pace, ...found } = judge(target, goal, total, p, q)
  const open = !meets(target, goal, total.value, total.approx) && !isCeiling(target)
  const required = open ? paceBetween(goal - total.value, total.end, target.deadline, target.unit ?? '') : undefined
  const observed = paceBetween(total.value, opens, total.end, target.unit ?? '')
  const lines = [...sumLines(target, total), achieved(target, goal, total, p), ...expectedLines(expected)]
  if (pace !== undefined && p !== undefined && q !== undefined) lines.push(formula.paceLine(p, q, pace))
  if (required && time) {
    const amount = [
      '（',
      formula.figure('y_T', goal, target.unit),
      ' − ',
      formula.figure('S', total.value, target.unit),
      '）',
    ]
    lines.push(formula.requiredLine(amount, time.total - time.past, required, true))
  }
  if (observed) lines.push(formula.observedLine(observed))
  const share = { measuredAt: total.end, p, q, pace, way: expected?.way }
  return {
    ...conclude(target, asOf, found),
    ...share,
    latest: total.rows.at(-1),
    required,
    observed,
    inputs: [goalInput, ...sumInputs(target, total), ...(expected?.inputs ?? []), ...otherInputs(c, total.rows)],
    formula: lines,
    flags: [...flagsOf(c, total.rows, share), ...(total.incomplete ? (['lower-bound'] as const) : [])],
  }
}

function judge(
  target: Target,
  goal: number,
  total: Total,
  p: number | undefined,
  q: number | undefined,
): Standing & { readonly pace?: number | undefined } {
  const met = meets(target, goal, total.value, total.approx)
  const final = target.deadline !== undefined && total.end >= target.deadline
  const doubt = total.incomplete ? 'gap-in-series' : undefined
  if (isCeiling(target)) {
    const verdict =
      met && doubt ? ({ status: 'unable', reason: doubt } as const) : standing(target, goal, total.value, met)
    // A total over its ceiling cannot come down again: later figures change nothing.
    return { verdict, reached: met && !doubt, final: final || !met, doubt: met ? doubt : undefined }
  }
  const { pace, ...verdict } = byPace(met, p, q)
  const behind = verdict.status === 'slight' || verdict.status === 'far' || verdict.status === 'reverse'
  return {
    verdict: doubt && behind ? { status: 'unable', reason: doubt } : verdict,
    reached: met,
    final,
    settled: met,
    doubt,
    pace,
  }
}

const words = { zh: '期内累计 ÷ 目标', en: 'total since the start ÷ target' }

function achieved(target: Target, goal: number, total?: Total, p?: number): FormulaLine {
  const over = total ? formula.figure('S', total.value, target.unit) : formula.missing('S')
  return formula.achievedLine(words, [over], [formula.figure('y_T', goal, target.unit)], p)
}

function whole(target: Target, goal: number, days: number, pace: NonNullable<Finding['required']>): FormulaLine {
  return formula.requiredLine([formula.figure('y_T', goal, target.unit)], days, pace, false)
}

/** 期内累计 S ＝ … ＋ …, only where there is something to add. */
function sumLines(target: Target, total: Total): FormulaLine[] {
  if (total.rows.length < 2) return []
  const parts = total.rows.flatMap((row, index) => [
    ...(index > 0 ? [' ＋ '] : []),
    formula.figure(`S_${index + 1}`, row.value, target.unit),
  ])
  return [
    {
      label: formula.terms.total,
      words: { zh: '各期相加', en: 'sum of the periods' },
      parts: [formula.symbol('S'), ' ＝ ', ...parts, ' ＝ ', formatValue(total.value, target.unit)],
    },
  ]
}

/** The total is one figure, or computed from several. */
function sumInputs(target: Target, total: Total): Input[] {
  const [only, ...more] = total.rows
  if (!only) return []
  if (more.length === 0) return [formula.rowInput(formula.terms.total, 'S', only)]
  const parts = total.rows.map((row, index) =>
    formula.rowInput({ zh: `${row.period.text} 的数`, en: `figure of ${row.period.text}` }, `S_${index + 1}`, row),
  )
  return [...parts, formula.computedInput(formula.terms.total, 'S', total.value, target.unit)]
}
