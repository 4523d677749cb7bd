import { formatDate } from '../../model/number/date.ts'
import { formatShare, formatValue } from '../../model/number/format.ts'
import { periodLabel } from '../../model/number/period.ts'
import type { Target } from '../../model/target/target.ts'
import type { Assessment } from '../../progress/assessment.ts'
import { doubtful, figureWords } from './figure-words.ts'

/** The figure a verdict rests on, with its time: 截至2026年6月30日累计 6,900 家 where figures were added up. */
export function judgedFigure(target: Pick<Target, 'unit'>, assessment: Assessment, stock = false): string | undefined {
  const { latest } = assessment
  if (!latest) return undefined
  if (sumOf(assessment) === undefined) return `${periodLabel(latest.period, 'zh', stock)} ${figureWords(latest)}`
  return `截至${formatDate(latest.period.end, 'zh')}累计 ${judgedValue(target, assessment)}`
}

/** The same without its time. */
export function judgedValue(target: Pick<Target, 'unit'>, assessment: Assessment): string {
  const { latest } = assessment
  const sum = sumOf(assessment)
  if (!latest) return ''
  if (sum === undefined) return figureWords(latest)
  const text = formatValue(sum, target.unit ?? latest.unit)
  // A sum of hedged figures is as exact as they are.
  const hedgedText = assessment.flags.includes('approximate') ? `约 ${text}` : text
  return assessment.flags.includes('doubtful') ? `${hedgedText}${doubtful}` : hedgedText
}

/** What the achieved share is a share of: the target, the way from the baseline to it, or the periods with a figure. */
export function shareWords({ kind }: Pick<Target, 'kind'>, { p, q, inputs }: Assessment): string | undefined {
  if (p === undefined) return undefined
  const share = formatShare(Math.abs(p))
  if (kind === 'threshold' || kind === 'rank') return `达标时段占 ${share}`
  if (kind === 'yearly') return q === undefined ? `达标年份占 ${share}` : `为当年目标的 ${share}`
  const start = inputs.find(({ symbol }) => symbol === 'y_0')?.value
  const isWay = kind === 'range' || (start !== undefined && start !== 0)
  if (isWay) return p < 0 ? `后退了全程的 ${share}` : `走完全程的 ${share}`
  if (kind === 'level' || kind === 'ratio' || kind === 'coverage') {
    return start === 0 ? `为目标的 ${share}` : `达标时段占 ${share}`
  }
  return `为目标的 ${formatShare(p)}`
}

function sumOf({ inputs }: Assessment): number | undefined {
  const sum = inputs.findLast(({ symbol, origin }) => /^S(_\d{4})?$/.test(symbol) && origin.type === 'computed')
  return typeof sum?.value === 'number' ? sum.value : undefined
}
