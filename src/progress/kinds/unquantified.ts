import type { ReasonCode } from '../assessment.ts'
import type { Case, Finding } from '../case.ts'
import { achievedLine, blanks, missing } from '../formula.ts'

/** 无量化目标: the promise has no number to hold figures against. Figures are still shown. */
export function unquantified({ series }: Case, reason: Extract<ReasonCode, 'words-only' | 'no-number'>): Finding {
  const latest = series.at(-1)
  const words = { zh: '最近数 ÷ 目标', en: 'latest figure ÷ target' }
  return {
    status: 'unquantified',
    reason,
    latest,
    measuredAt: latest?.period.end,
    inputs: [],
    formula: [achievedLine(words, [missing('y')], [missing('y_T')], undefined, blanks.number)],
    flags: [],
  }
}
