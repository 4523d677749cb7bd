import { formatShare } from '../../model/number/format.ts'
import type { Target } from '../../model/target/target.ts'
import type { FormulaLine, Input } from '../assessment.ts'
import type { Case, Finding } from '../case.ts'
import { meets } from '../comparator.ts'
import { onePerPeriod } from '../figures.ts'
import { flagsOf, otherInputs } from '../flags.ts'
import * as formula from '../formula.ts'
import { elapsed, openingDay } from '../paths/elapsed.ts'
import { quotient } from '../quotient.ts'
import { byPace, conclude } from '../verdict.ts'
import { lastDay } from './level.ts'

/**
 * 节点: k steps done of n, one step when the text names no number. What is done stays done. Where the text sets days for
 * steps on the way (`milestones`), what is due by then is what counts; without such days nothing is due early.
 */
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
  const due = stepsDue(target, end)
  const q = due === undefined ? time?.share : quotient(due, goal)
  const verdict = reached
    ? ({ status: 'achieved', reason: 'reached' } as const)
    : due
      ? byPace(false, p, q)
      : ({ status: 'early', reason: 'not-due' } as const)
  const over = [formula.figure('y', latest.value)]
  return {
    ...conclude(target, asOf, { verdict, reached, final, settled: reached }),
    measuredAt: end,
    p,
    q,
    latest,
    inputs: [
      ...inputs,
      ...(due === undefined ? [] : [dueInput(due, target.unit)]),
      formula.rowInput(formula.terms.latest, 'y', latest),
      ...otherInputs(c, [latest]),
    ],
    formula: [
      formula.achievedLine(words, over, under, p),
      due === undefined ? formula.expectedLine(time) : dueLine(due, goal, q),
    ],
    flags: flagsOf(c, [latest], { measuredAt: end, p }),
  }
}

/** How many steps the text wants done by a day; undefined where it sets no days on the way. */
function stepsDue({ milestones }: Target, day: string): number | undefined {
  return milestones?.reduce((most, { on, value }) => (on <= day ? Math.max(most, value) : most), 0)
}

function dueInput(due: number, unit: string | undefined): Input {
  return { ...formula.targetInput(due, unit), name: { zh: '此时应完成', en: 'due by then' }, symbol: 'y_q' }
}

function dueLine(due: number, goal: number, q: number | undefined): FormulaLine {
  const words = { zh: '此时应完成项数 ÷ 应完成项数', en: 'steps due by then ÷ steps promised' }
  const [over, under] = [formula.figure('y_q', due), formula.figure('y_T', goal)]
  const parts = [formula.symbol('q'), ' ＝ ', over, ' ÷ ', under, ...(q === undefined ? [] : [' ＝ ', formatShare(q)])]
  return { label: formula.terms.expected, words, parts }
}
