import { type Target, targetKey } from '../../model/target/target.ts'
import { compareText } from '../../model/text-order.ts'
import type { Assessment, StatusId } from '../../progress/assessment.ts'

/** A promise with the verdict on it. */
export interface Standing {
  readonly target: Target
  readonly assessment: Assessment
}

/** Judged as behind, then expired without proof, then on the way, then what cannot be judged. */
const order: readonly StatusId[] = [
  'missed',
  'reverse',
  'far',
  'slight',
  'pending',
  'nofigure',
  'ontrack',
  'achieved',
  'early',
  'unable',
  'unquantified',
]

/**
 * What most needs looking at first: within a status the largest gap (slowest pace, then smallest share of the goal),
 * then the oldest deadline. Ends with the name of the target, so that the order of the input never shows.
 */
export function worstFirst(standings: readonly Standing[]): Standing[] {
  return standings.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      least(a.assessment.pace, b.assessment.pace) ||
      least(a.assessment.p, b.assessment.p) ||
      compareText(deadline(a), deadline(b)) ||
      compareText(targetKey(a.target), targetKey(b.target)),
  )
}

/** Statuses whose zero is news: once the period is over how many were kept, before that how many keep pace. */
export function expectedStatuses(periodEnd: string | undefined, asOf: string): StatusId[] {
  return periodEnd !== undefined && asOf > periodEnd
    ? ['achieved', 'missed', 'pending', 'nofigure']
    : ['achieved', 'ontrack', 'slight', 'far']
}

function rank({ assessment }: Standing): number {
  return order.indexOf(assessment.status)
}

/** The smaller number first, an unknown one last. */
function least(a: number | undefined, b: number | undefined): number {
  const [x, y] = [a ?? Number.POSITIVE_INFINITY, b ?? Number.POSITIVE_INFINITY]
  return x === y ? 0 : x - y
}

function deadline({ target }: Standing): string {
  return target.deadline ?? '9999'
}
