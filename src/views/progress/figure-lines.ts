import { addDays } from '../../model/number/date.ts'
import { formatRounded } from '../../model/number/format.ts'
import { periodLabel } from '../../model/number/period.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'
import type { Target } from '../../model/target/target.ts'
import { compareText } from '../../model/text-order.ts'
import type { Assessment } from '../../progress/assessment.ts'
import { figureWords } from './figure-words.ts'
import { judgedFigure, shareWords } from './judged-figure.ts'

/** One figure in a row of a table of targets: what it says, and what to mind. */
export interface FigureLine {
  readonly kind: 'latest' | 'before' | 'near'
  readonly text: string
  readonly note: string
}

/** More would push the status out of sight; all of them stand on the page of the target. */
const mostNear = 2

/**
 * The figures to show beside a target: the latest that counts; where none does, the latest from before
 * the period, and the latest of each indicator that looks the same and is not, unless it is far from the period.
 */
export function figureLines(
  site: Pick<Site, 'indicators'>,
  target: Pick<Target, 'from' | 'deadline' | 'kind' | 'unit'>,
  assessment: Assessment,
): FigureLine[] {
  const figure = judgedFigure(target, assessment)
  if (figure) {
    // A share of a target of 100 % says the same number twice.
    const share = assessment.latest?.unit === '比率' ? undefined : shareWords(target, assessment)
    return [{ kind: 'latest', text: figure, note: share ?? '' }]
  }
  const before = assessment.before.at(-1)
  const lines: FigureLine[] = before ? [{ kind: 'before', text: said(before), note: '规划期前，只作参照' }] : []
  const close = assessment.near.map(({ observation }) => observation).filter((one) => isClose(one, target))
  const near = [...Map.groupBy(close, (one) => one.indicator)].slice(0, mostNear)
  for (const [indicator, group] of near) {
    const last = group.toSorted((a, b) => compareText(a.period.end, b.period.end)).at(-1)
    const name = site.indicators.get(indicator)?.name ?? indicator
    if (last) lines.push({ kind: 'near', text: '', note: `相近：${said(last, name)}，不计入` })
  }
  return lines
}

/** Inside the period, or in the year before it: what a plan was written on. */
function isClose({ period }: Observation, { from, deadline }: Pick<Target, 'from' | 'deadline'>): boolean {
  return period.end >= (from ? addDays(from, -366) : '') && (deadline === undefined || period.start <= deadline)
}

/** A figure with its time: `2020年 4.9万户`. */
function said(one: Observation, name = ''): string {
  return `${periodLabel(one.period, 'zh')}${name} ${figureWords(one)}`
}

/** What stands under a status: the pace where there is one, how a pending target stood, else why. */
export function paceNote(assessment: Pick<Assessment, 'pace' | 'status'>): string | undefined {
  const { pace, status } = assessment
  return pace === undefined || status === 'achieved' ? undefined : `快慢比 ${formatRounded(pace, 2)}`
}
