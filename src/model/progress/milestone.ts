import type { Case, Finding } from './case.ts'
import { meets } from './comparator.ts'
import { elapsed, openingDay } from './elapsed.ts'
import { onePerPeriod } from './figures.ts'
import { flagsOf, otherInputs } from './flags.ts'
import * as formula from './formula.ts'
import { lastDay } from './level.ts'
import { quotient } from './quotient.ts'
import { conclude } from './verdict.ts'

/** 节点: k steps done of n, one step when the text names no number. What is done stays done; nothing is due early. */
export function milestone(c: Case): Finding {
  const { target, asOf } = c
  const goal = target.value ?? 1
  const latest = onePerPeriod(c.series, target, 'end').at(-1)
  const time = elapsed(openingDay(target), target.deadline, latest?.period.end ?? lastDay(target, asOf))
  const words = { zh: '已完成项数 ÷ 应完成项数', en: 'steps done ÷ steps promised' }
  const under = [formula.figure('y_T', goal)]
  const inputs = [formula.targetInput(goal, target.unit), ...formula.timeInputs(time)]
  if (!latest) {
    const lines = [formula.achievedLine(words, [formula.missing('y')], under, undefined), formula.expectedLine(time)]
    return { ...conclude(target, asOf, undefined), inputs, formula: lines, flags: [] }
  }
  const reached = meets(target, goal, latest.value, latest.approx)
  const p = quotient(latest.value, goal)
  const end = latest.period.end
  const final = target.deadline !== undefined && end >= target.deadline
  const verdict = reached
    ? ({ status: 'achieved', reason: 'reached' } as const)
    : ({ status: 'early', reason: 'not-due' } as const)
  const over = [formula.figure('y', latest.value)]
  return {
    ...conclude(target, asOf, { verdict, reached, final, settled: reached }),
    measuredAt: end,
    p,
    q: time?.share,
    latest,
    inputs: [...inputs, formula.rowInput(formula.terms.latest, 'y', latest), ...otherInputs(c, [latest])],
    formula: [formula.achievedLine(words, over, under, p), formula.expectedLine(time)],
    flags: flagsOf(c, [latest], { measuredAt: end, p }),
  }
}
