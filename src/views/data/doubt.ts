import { formatDate } from '../../model/number/date.ts'
import { periodLabel } from '../../model/number/period.ts'
import type { Observation } from '../../model/register/observation.ts'
import { figureWords } from '../progress/figure-words.ts'

/** Why a figure is doubtful and since when: `存疑（2026年11月28日起）：疑为误译`. Undefined where nobody doubts it. */
export function doubtText({ doubt, doubtSince }: Pick<Observation, 'doubt' | 'doubtSince'>): string | undefined {
  if (doubt === undefined) return undefined
  return `存疑${doubtSince ? `（${formatDate(doubtSince, 'zh')}起）` : ''}：${doubt}`
}

/** What stands beside a figure in a table: its status, why it is doubtful, what else is to be said. */
export function figureRemark(one: Pick<Observation, 'status' | 'doubt' | 'doubtSince' | 'note'>): string {
  return [one.status, doubtText(one), one.note].filter((part) => part).join('；')
}

/** The doubtful among the figures of a chart, each in a line for the note below it. */
export function doubtLines(observations: Iterable<Observation>): string[] {
  const lines = [...observations].flatMap((one) =>
    one.doubt === undefined
      ? []
      : [`${periodLabel(one.period, 'zh')} ${figureWords({ ...one, doubt: undefined })} ${doubtText(one)}`],
  )
  return [...new Set(lines)]
}
