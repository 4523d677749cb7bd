import type { Approximation } from '../model/register/observation.ts'
import type { Target } from '../model/target/target.ts'

type Goal = Pick<Target, 'kind' | 'comparator'>

/** Whether lower is better: 以下, 不超过, and every rank. */
export function isCeiling(target: Goal): boolean {
  return (
    target.kind === 'rank' || target.comparator === 'le' || target.comparator === 'lt' || target.comparator === 'down'
  )
}

/**
 * Whether a value fulfils a promise. 超过 and 不满 are strict. A value equal to the promised one is decided by
 * its hedging word: 超 and 余 mean more than what is printed, 近 and 不足 less.
 */
export function meets(target: Goal, goal: number, value: number, approx?: Approximation): boolean {
  if (value !== goal) return isCeiling(target) ? value < goal : value > goal
  const strict = target.comparator === 'gt' || target.comparator === 'lt'
  const side = sideOf(approx)
  if (side === 0) return !strict
  return isCeiling(target) ? side < 0 : side > 0
}

/** The better of two values comes last; used to judge on the less favourable of figures that disagree. */
export function compareFavour(target: Goal, a: number, b: number): number {
  return isCeiling(target) ? b - a : a - b
}

function sideOf(approx: Approximation | undefined): -1 | 0 | 1 {
  if (approx === '超' || approx === '余') return 1
  return approx === '近' || approx === '不足' ? -1 : 0
}
