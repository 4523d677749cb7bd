import type { Policy } from '../../model/policy/policy.ts'
import { compareText } from '../../model/text-order.ts'
import type { RelationLine } from '../policy/policy-relations.ts'

/** One step in the life of a promise, by documents. */
export interface OriginStep {
  /** ISO day; undefined where no source gives it. */
  readonly on?: string | undefined
  readonly what: '提出' | '收录' | '本站修订' | '修改' | '废止' | '替代'
  readonly note?: string | undefined
  /** The document that did it. */
  readonly policy?: Pick<Policy, 'id' | 'title'> | undefined
}

/** What another document does to this one, as `relationIndex` names it. */
const doings = { 被修改: '修改', 被废止: '废止', 被替代: '替代' } as const

/**
 * How a promise came to be and what was done to it: the document that made it, documents that changed, repealed or
 * replaced that one, and our own changes to its record; by day, days that are not known last. `relations` are the
 * lines of its policy.
 */
export function targetOrigin(policy: Policy, relations: readonly RelationLine[]): OriginStep[] {
  const made: OriginStep = { on: policy.adoptedOn, what: '提出', note: policy.dateNote, policy }
  const done = relations.flatMap(({ label, policy: other, on, note }): OriginStep[] => {
    const what = doings[label as keyof typeof doings]
    return what ? [{ on: on ?? other.adoptedOn, what, note, policy: other }] : []
  })
  const kept: OriginStep[] = policy.addedOn === undefined ? [] : [{ on: policy.addedOn, what: '收录' }]
  const ours = policy.changeNotes.map(({ on, note }): OriginStep => ({ on, what: '本站修订', note }))
  return [made, ...[...done, ...kept, ...ours].sort(byDay)]
}

/** True where no document is known to have touched the promise since it was made. */
export function isUnrevised(steps: readonly OriginStep[]): boolean {
  return steps.every(({ what }) => what !== '修改' && what !== '废止' && what !== '替代')
}

function byDay(a: OriginStep, b: OriginStep): number {
  return compareText(a.on ?? '9999', b.on ?? '9999')
}
