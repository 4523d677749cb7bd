import type { Observation } from '../../model/register/observation.ts'
import type { Target } from '../../model/target/target.ts'
import type { FormulaLine, Input } from '../assessment.ts'
import type { Case, Finding } from '../case.ts'
import { meets } from '../comparator.ts'
import { onePerPeriod } from '../figures.ts'
import { flagsOf, otherInputs } from '../flags.ts'
import * as formula from '../formula.ts'
import { type Elapsed, elapsed, openingDay } from '../paths/elapsed.ts'
import { expectedShare } from '../paths/expected.ts'
import { paceBetween } from '../paths/pace.ts'
import type { Expected } from '../paths/way.ts'
import { quotient } from '../quotient.ts'
import { byPace, conclude } from '../verdict.ts'
import { threshold } from './standing.ts'
import { unquantified } from './unquantified.ts'

type Baseline = NonNullable<Target['baseline']>

/**
 * 存量: a level to be at by the deadline. The baseline the plan states is 0 %, the target 100 %, whichever way the
 * level has to go. Without a stated baseline only reaching it is judged before the deadline. A baseline that already
 * meets the target makes it a level to be kept.
 */
export function level(c: Case): Finding {
  const { target, asOf } = c
  const goal = target.value
  if (goal === undefined) return unquantified(c, 'no-number')
  const base = baselineOf(target)
  if (base && meets(target, goal, base.value)) return threshold(c)
  const rows = onePerPeriod(c.series, target, 'end')
  const latest = decisive(rows, target)
  const opens = base?.on ?? openingDay(target)
  const at = latest?.period.end ?? lastDay(target, asOf)
  const time = elapsed(opens, target.deadline, at)
  const expected = expectedShare(c, { opens, closes: target.deadline, start: base?.value, goal }, at)
  if (!latest) {
    return { ...conclude(target, asOf, undefined), ...unstarted(target, goal, base, time, expected), flags: [] }
  }

  const y = latest.value
  const end = latest.period.end
  const reached = meets(target, goal, y, latest.approx)
  const p = base && quotient(y - base.value, goal - base.value)
  const q = expected?.share
  const { pace, ...verdict } = byPace(reached, p, q)
  const required = reached ? undefined : paceBetween(goal - y, end, target.deadline, latest.unit)
  const observed = base && paceBetween(y - base.value, base.on, end, latest.unit)
  const final = target.deadline !== undefined && end >= target.deadline
  const lines: FormulaLine[] = [achieved(target, goal, base, latest, p), ...expectedLines(expected)]
  if (pace !== undefined && p !== undefined && q !== undefined) lines.push(formula.paceLine(p, q, pace))
  lines.push(formula.gapLine(goal, y, target.unit))
  if (required && time) {
    const amount = ['（', formula.figure('y_T', goal, target.unit), ' − ', formula.figure('y', y, target.unit), '）']
    lines.push(formula.requiredLine(amount, time.total - time.past, required, true))
  }
  if (observed) lines.push(formula.observedLine(observed))
  const inputs = [
    ...goalInputs(target, goal, base),
    formula.rowInput(formula.terms.latest, 'y', latest),
    ...(expected?.inputs ?? []),
    ...otherInputs(c, [latest]),
  ]
  const found = { measuredAt: end, p, q, pace, way: expected?.way }
  return {
    ...conclude(target, asOf, { verdict, reached, final }),
    ...found,
    latest,
    required,
    observed,
    inputs,
    formula: lines,
    flags: flagsOf(c, [latest], found),
  }
}

/** The figure that decides: the first one at or after the deadline, else the latest. */
export function decisive(rows: readonly Observation[], target: Target): Observation | undefined {
  const { deadline } = target
  return (deadline && rows.find((row) => row.period.end >= deadline)) || rows.at(-1)
}

/** Where elapsed time is measured when there is no figure at all: the as-of day, at most the deadline. */
export function lastDay(target: Target, asOf: string): string {
  return target.deadline !== undefined && target.deadline < asOf ? target.deadline : asOf
}

/** How the expected share came about; a blank line where there is no deadline. */
export function expectedLines(expected: Expected | undefined): readonly FormulaLine[] {
  return expected?.lines ?? [formula.expectedLine(undefined)]
}

/** The stated baseline, when it lies before the deadline. */
function baselineOf({ baseline, deadline }: Target): Baseline | undefined {
  return baseline && (deadline === undefined || baseline.on < deadline) ? baseline : undefined
}

const words = {
  zh: '（最近数 − 起点）÷（目标 − 起点）',
  en: '(latest figure − baseline) ÷ (target − baseline)',
}

function achieved(
  target: Target,
  goal: number,
  base: Baseline | undefined,
  latest: Observation | undefined,
  p: number | undefined,
): FormulaLine {
  const unit = target.unit
  const y = latest ? formula.figure('y', latest.value, unit) : formula.missing('y')
  const y0 = base ? formula.figure('y_0', base.value, unit) : formula.missing('y_0')
  const over = ['（', y, ' − ', y0, '）']
  const under = ['（', formula.figure('y_T', goal, unit), ' − ', y0, '）']
  return formula.achievedLine(words, over, under, p, latest ? formula.blanks.baseline : formula.blanks.figure)
}

function unstarted(
  target: Target,
  goal: number,
  base: Baseline | undefined,
  time: Elapsed | undefined,
  expected: Expected | undefined,
): Pick<Finding, 'formula' | 'inputs' | 'required' | 'way'> {
  const lines = [achieved(target, goal, base, undefined, undefined), ...expectedLines(expected)]
  const required = base && paceBetween(goal - base.value, base.on, target.deadline, target.unit ?? '')
  if (base && required && time) {
    const amount = [
      '（',
      formula.figure('y_T', goal, target.unit),
      ' − ',
      formula.figure('y_0', base.value, target.unit),
      '）',
    ]
    lines.push(formula.requiredLine(amount, time.total, required, false))
  }
  const inputs = [...goalInputs(target, goal, base), ...(expected?.inputs ?? [])]
  return { formula: lines, inputs, required, way: expected?.way }
}

function goalInputs(target: Target, goal: number, base: Baseline | undefined): Input[] {
  const inputs = [formula.targetInput(goal, target.unit)]
  if (!base) return inputs
  const unit = target.unit && { unit: target.unit }
  const origin = { type: 'target' } as const
  return [
    ...inputs,
    { name: formula.terms.baseline, symbol: 'y_0', value: base.value, ...unit, origin },
    { name: { zh: '起点日期', en: 'day of the baseline' }, symbol: 't_0', value: base.on, origin },
  ]
}
