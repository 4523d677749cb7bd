import { daysBetween } from '../../model/number/date.ts'
import { formatRounded, formatShare, formatValue } from '../../model/number/format.ts'
import type { Case } from '../case.ts'
import * as formula from '../formula.ts'
import { quotient } from '../quotient.ts'
import type { Elapsed } from './elapsed.ts'
import type { Expected, Way } from './way.ts'

/** Straight from one published value to the next. */
export function waypoints({ target }: Case, way: Way, at: string, time: Elapsed): Expected | undefined {
  const { opens, closes, start, goal } = way
  if (start === undefined || !opens || !closes) return undefined
  const set = (target.milestones ?? []).filter(({ on }) => on > opens && on < closes)
  if (set.length === 0) return undefined
  const points = [{ on: opens, value: start }, ...set, { on: closes, value: goal }]
  const day = at < opens ? opens : at
  const next = points.findIndex(({ on }, index) => index > 0 && on >= day)
  const [a, b] = [points[next - 1], points[next]]
  if (!a || !b) return undefined
  const [past, all] = [daysBetween(a.on, day), daysBetween(a.on, b.on)]
  const due = a.value + ((b.value - a.value) * past) / all
  const share = quotient(due - start, goal - start)
  if (share === undefined) return undefined
  const value = (one: { readonly on: string; readonly value: number }) =>
    formula.figure(symbolOf(one.on), one.value, target.unit)
  return {
    share,
    way: points,
    inputs: [
      ...formula.timeInputs(time, share),
      ...set.map(({ on, value }) => ({
        ...formula.targetInput(value, target.unit),
        name: { zh: `${on} 应达`, en: `due on ${on}` },
        symbol: symbolOf(on),
      })),
    ],
    lines: [
      {
        label: { zh: '此时应达', en: 'due by then' },
        words: { zh: '原文写明的两个数之间，按天取', en: 'between two values of the text, by days' },
        parts: [
          value(a),
          ' ＋ （',
          value(b),
          ' − ',
          value(a),
          `） × ${formatRounded(past, 0)} ÷ ${formatRounded(all, 0)} ＝ `,
          formatValue(Number(due.toPrecision(6)), target.unit),
        ],
      },
      {
        label: formula.terms.expected,
        words: { zh: '（此时应达 − 起点）÷（目标 − 起点）', en: '(due by then − baseline) ÷ (target − baseline)' },
        parts: [
          formula.symbol('q'),
          ' ＝ （',
          formula.figure('y_q', Number(due.toPrecision(6)), target.unit),
          ' − ',
          formula.figure('y_0', start, target.unit),
          '） ÷ （',
          formula.figure('y_T', goal, target.unit),
          ' − ',
          formula.figure('y_0', start, target.unit),
          '） ＝ ',
          formatShare(share),
        ],
      },
    ],
  }
}

function symbolOf(day: string): string {
  return `y_${day}`
}
