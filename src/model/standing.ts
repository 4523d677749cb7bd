import type { Assessment, StatusId } from './progress/assessment.ts'
import type { Target } from './target.ts'

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

/** What most needs looking at first; within a status the slowest pace, then the oldest deadline. */
export function worstFirst(standings: readonly Standing[]): Standing[] {
  return standings.toSorted((a, b) => rank(a) - rank(b) || pace(a) - pace(b) || compare(deadline(a), deadline(b)))
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

function pace({ assessment }: Standing): number {
  return assessment.pace ?? Number.POSITIVE_INFINITY
}

function deadline({ target }: Standing): string {
  return target.deadline ?? '9999'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
