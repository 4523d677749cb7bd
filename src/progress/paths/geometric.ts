import { addDays } from '../../model/number/date.ts'
import { formatRounded, formatShare } from '../../model/number/format.ts'
import type { Case } from '../case.ts'
import * as formula from '../formula.ts'
import { quotient } from '../quotient.ts'
import type { Elapsed } from './elapsed.ts'
import type { Expected, Way } from './way.ts'

/** Equal growth from start to goal: q = ((y_T / y_0)^e − 1) ÷ (y_T / y_0 − 1). */
export function geometric(
  _: Case,
  { opens, closes, start, goal }: Way,
  __: string,
  time: Elapsed,
): Expected | undefined {
  const factor = start === undefined || start <= 0 || goal <= 0 ? undefined : quotient(goal, start)
  if (start === undefined || factor === undefined || factor === 1 || !opens || !closes) return undefined
  const shareAt = (e: number) => quotient(factor ** e - 1, factor - 1)
  const share = shareAt(time.share)
  if (share === undefined) return undefined
  const steps = 24
  const way = Array.from({ length: steps + 1 }, (_, step) => ({
    on: addDays(opens, Math.round((time.total * step) / steps)),
    value: start * factor ** (Math.round((time.total * step) / steps) / time.total),
  }))
  const f = formatRounded(factor, 4)
  return {
    share,
    way,
    inputs: [
      ...formula.timeInputs(time, share),
      formula.computedInput({ zh: '目标 ÷ 起点', en: 'target ÷ baseline' }, 'F', factor),
    ],
    lines: [
      {
        ...formula.expectedLine(time),
        label: { zh: '已过时间', en: 'time elapsed' },
        parts: [formula.symbol('e'), ...formula.expectedLine(time).parts.slice(1)],
      },
      {
        label: formula.terms.expected,
        words: { zh: '增速每天一样：（倍数 ^ 已过时间 − 1）÷（倍数 − 1）', en: 'at equal growth' },
        parts: [
          formula.symbol('q'),
          ' ＝ ',
          `（${f} ^ ${formatRounded(time.share, 4)} − 1） ÷ （${f} − 1） ＝ `,
          formatShare(share),
        ],
      },
    ],
  }
}
