import { type WindowStatus, windowStatus } from './calendar.ts'
import type { Verdict } from './eligibility.ts'
import { isAutomatic, type Measure } from './measure.ts'

/** Time as one more condition of a benefit: whether it can be claimed on the day of the site. */
export interface TimeCondition {
  readonly verdict: Verdict
  readonly label: string
  readonly note: string
}

export function timeCondition(measure: Pick<Measure, 'windows' | 'ended' | 'claimMode'>, asOf: string): TimeCondition {
  const status = windowStatus(measure, asOf)
  return {
    label: isAutomatic(measure) ? '现在可以享受' : '现在可以申领',
    verdict: verdicts[status],
    note: (isAutomatic(measure) && automaticNotes[status]) || notes[status],
  }
}

/** What no text says is not known, and never held against the reader; what has not begun may still come. */
const verdicts: Readonly<Record<WindowStatus, Verdict>> = {
  常年: 'yes',
  开放中: 'yes',
  即将截止: 'yes',
  未开始: 'unknown',
  未知: 'unknown',
  已截止: 'no',
  已终止: 'no',
}

const notes: Readonly<Record<WindowStatus, string>> = {
  常年: '常年受理',
  开放中: '开放中',
  即将截止: '即将截止',
  未开始: '还没有开始',
  未知: '原文没有写起止日期',
  已截止: '已截止',
  已终止: '已终止',
}

const automaticNotes: Readonly<Partial<Record<WindowStatus, string>>> = {
  常年: '常年享受，不用申报',
  开放中: '正在实行，不用申报',
  即将截止: '即将结束，不用申报',
  已截止: '已经结束',
}
