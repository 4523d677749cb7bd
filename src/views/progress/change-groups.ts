import type { StatusId } from '../../progress/assessment.ts'
import type { Change, ChangeReason, PastBoard } from '../../progress/history.ts'

/** Promises of one document that changed in the same way on the same day. */
export interface ChangeGroup {
  readonly policy: string
  readonly why: ChangeReason
  /** Absent where the promise is new. */
  readonly from?: StatusId | undefined
  readonly to: StatusId
  readonly changes: readonly Change[]
}

/** In the order in which their first promise comes. */
export function changeGroups(changes: readonly Change[]): ChangeGroup[] {
  const alike = Map.groupBy(changes, ({ before, after }) =>
    [policyOf(after.target), after.why, before?.status, after.status].join(' '),
  )
  return [...alike.values()].flatMap((group): ChangeGroup[] => {
    const [first] = group
    if (!first) return []
    const { before, after } = first
    return [{ policy: policyOf(after.target), why: after.why, from: before?.status, to: after.status, changes: group }]
  })
}

/** How many changes one page tells of; the file of each day has all. */
const toldAtMost = 500

/** The newest boards whose changes fit on one page; always the newest one. */
export function boardsToTell(boards: readonly PastBoard[], most = toldAtMost): PastBoard[] {
  let sum = 0
  return boards.filter(({ changes }, index) => {
    sum += changes.length
    return index === 0 || sum <= most
  })
}

function policyOf(target: string): string {
  return target.slice(0, target.indexOf('/'))
}
