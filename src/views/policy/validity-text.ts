import type { Policy } from '../../model/policy/policy.ts'
import type { Validity } from '../../model/policy/validity.ts'

/** 有效性 for the header of a document: the verdict, its reason where it is not plain, and the days it was made for. */
export function validityText(
  { planPeriod, activePeriod }: Pick<Policy, 'planPeriod' | 'activePeriod'>,
  validity: Validity,
  asOf: string,
): string {
  const plain = validity.because?.type === 'date' && ['有效', '规划期满', '已过实施期'].includes(validity.is)
  const reason = plain ? undefined : validity.because?.text.zh
  const parts = [reason ? `${validity.is}（${reason}）` : validity.is]
  if (activePeriod) parts.push(`实施期 ${activePeriod.from} 至 ${activePeriod.to}`)
  if (planPeriod) {
    const { from, to } = planPeriod
    const years = from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}—${to.slice(0, 4)}`
    const over = to < asOf && validity.is !== '规划期满'
    parts.push(`规划期 ${years}年${over ? '，已满' : ''}`)
  }
  return parts.join('；')
}
