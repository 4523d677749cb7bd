import type { Policy } from './policy.ts'
import type { Validity } from './validity.ts'

/** 有效性 for the header of a document: the verdict, its reason where it is not plain, and the state of the plan. */
export function validityText(policy: Pick<Policy, 'planPeriod'>, validity: Validity, asOf: string): string {
  const plain = validity.is === '有效' && validity.because?.type === 'date'
  const reason = plain ? undefined : validity.because?.text.zh
  const verdict = reason ? `${validity.is}（${reason}）` : validity.is
  if (!policy.planPeriod) return verdict
  const { from, to } = policy.planPeriod
  const years = from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}—${to.slice(0, 4)}`
  return `${verdict}；规划期 ${years}年${to < asOf ? '，已满' : ''}`
}
