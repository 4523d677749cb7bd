import type { DateSpan } from '../../model/field.ts'
import { daysBetween } from '../../model/number/date.ts'
import { formatNumber, formatShare } from '../../model/number/format.ts'
import type { Assessment } from '../../progress/assessment.ts'

/** What two sentences say of a plan: how much time is gone, and how much is known. Made from numbers only. */
export function planProse(plan: {
  readonly period?: DateSpan
  readonly asOf: string
  readonly assessments: readonly Assessment[]
}): string {
  return timeGone(plan.period, plan.asOf) + figuresKnown(plan.assessments)
}

/** The share of a span that had passed at the end of a day, from 0 to 1. */
export function elapsedShare(period: DateSpan, day: string): number {
  const whole = daysBetween(period.from, period.to) + 1
  return Math.min(1, Math.max(0, (daysBetween(period.from, day) + 1) / whole))
}

function timeGone(period: DateSpan | undefined, asOf: string): string {
  if (!period) return '文件没有写规划期。'
  if (asOf < period.from) return `规划期还有 ${formatNumber(daysBetween(asOf, period.from))} 天开始。`
  const left = daysBetween(asOf, period.to)
  if (left >= 0) return `规划期已过 ${formatShare(elapsedShare(period, asOf))}，还有 ${formatNumber(left)} 天。`
  return `规划期${spanInYears(period)}已经走完，又过了 ${formatNumber(-left)} 天。`
}

/** “三年” for whole calendar years; one year goes without saying, other spans are not rounded into years. */
function spanInYears({ from, to }: DateSpan): string {
  if (!from.endsWith('-01-01') || !to.endsWith('-12-31')) return ''
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1
  if (years === 1) return ''
  return `${'零一两三四五六七八九十'[years] ?? years}年`
}

function figuresKnown(assessments: readonly Assessment[]): string {
  const all = assessments.length
  if (all === 0) return '没有标出目标。'
  const known = assessments.filter((one) => one.assessable).length
  const before = assessments.filter((one) => one.before.length > 0).length
  const near = assessments.filter(isOnlyNear).length
  const pending = assessments.filter((one) => one.status === 'pending').length
  const missing = assessments.filter((one) => one.series.length === 0 && one.status !== 'unquantified').length
  const wordsOnly = assessments.filter((one) => one.status === 'unquantified').length
  const parts = [
    known === 0
      ? '公开渠道没有检索到任何一项的期内完成数'
      : known === all
        ? `${all} 项都有期内的公开数字`
        : `${all} 项中 ${known} 项有期内的公开数字`,
    known > 0 && missing > 0 ? `${missing} 项没有检索到` : '',
    known > 0 && wordsOnly > 0 ? `${wordsOnly} 项原文没有写数量` : '',
    pending > 0 ? `${pending} 项最后一个数字早于期限，待最终数据` : '',
    before > 0 ? `${before} 项有规划期前的数字，只作参照，不算进度` : '',
    near > 0 ? `${near} 项只有口径不同的数字，不计入` : '',
  ]
  return `${parts.filter((part) => part !== '').join('；')}。`
}

function isOnlyNear(one: Assessment): boolean {
  return one.status !== 'unquantified' && one.near.length > 0 && one.series.length === 0 && one.before.length === 0
}
