import { addDays } from '../model/number/date.ts'
import type { Indicator } from '../model/register/indicator.ts'
import type { Observation } from '../model/register/observation.ts'
import { type Target, targetKey } from '../model/target/target.ts'
import { compareText } from '../model/text-order.ts'
import { verdictOf } from './assess.ts'
import type { Assessment } from './assessment.ts'
import { type Judged, type Tally, tallyOf } from './board.ts'
import { knownBy, publication } from './known-by.ts'

/** Why a verdict, or the figure it stands on, is another than the day before. */
export const changeReasons = ['document', 'figure', 'revised', 'deadline', 'opened'] as const
export type ChangeReason = (typeof changeReasons)[number]

/** How one target stood from a day on, until its next moment. */
export interface Moment extends Pick<Assessment, 'target' | 'status' | 'reason' | 'assessable' | 'p' | 'latest'> {
  /** ISO; empty where nobody knows since when the document is public. */
  readonly day: string
  readonly why: ChangeReason
}

/** One target on a day on which it changed. */
export interface Change {
  readonly before?: Moment | undefined
  readonly after: Moment
}

/** The board of a day on which something changed. */
export interface PastBoard {
  readonly day: string
  readonly tally: Tally
  /** Every promise known by then, in the order of the policies and of the text. */
  readonly moments: readonly Moment[]
  readonly changes: readonly Change[]
}

export interface BoardHistory {
  /** The newest first, at most `keptBoards`. */
  readonly boards: readonly PastBoard[]
  /** How many days with a change there were in all. */
  readonly days: number
  /** The moments of each target, the oldest first, by target key. */
  readonly moments: ReadonlyMap<string, readonly Moment[]>
}

/** How many past boards are kept; older changes stay with their targets. */
export const keptBoards = 60

/**
 * The boards of the past: worked out again with the rules and corrections of today from what was public on each
 * day. There is one for each day on which a status, its reason or a judged figure differed from the day before.
 */
export function boardHistory(whole: Judged): BoardHistory {
  const site = knownBy(whole, whole.asOf)
  const known = publication(site)
  const rows = Map.groupBy(site.observations, (row) => `${row.indicator} ${row.region}`)
  const moments = new Map<string, readonly Moment[]>()
  for (const policy of site.policies.values()) {
    for (const target of policy.targets) {
      const figures = (rows.get(`${target.indicator ?? ''} ${target.region}`) ?? []).map((row) => ({
        row,
        known: known.figure(row),
      }))
      const indicator = target.indicator === undefined ? undefined : site.indicators.get(target.indicator)
      moments.set(targetKey(target), momentsOf(target, { figures, indicator }, known.policy(policy), site.asOf))
    }
  }
  const changesOn = Map.groupBy([...moments.values()].flatMap(changesIn), ({ after }) => after.day)
  const days = [...changesOn.keys()].filter((day) => day !== '').sort(compareText)
  const boards = days.slice(-keptBoards).map((day): PastBoard => {
    const standing = [...moments.values()].flatMap((own) => own.findLast((one) => one.day <= day) ?? [])
    return { day, tally: tallyOf(standing), moments: standing, changes: changesOn.get(day) ?? [] }
  })
  return { boards: boards.reverse(), days: days.length, moments }
}

interface Known {
  readonly figures: readonly { readonly row: Observation; readonly known: string }[]
  readonly indicator: Indicator | undefined
}

/** Judges a target on every day on which its verdict could change, and keeps those on which it did. */
function momentsOf(target: Target, { figures, indicator }: Known, since: string, asOf: string): Moment[] {
  const turns = [target.from, target.deadline && addDays(target.deadline, 1)].filter((day) => day !== undefined)
  const arrivals = figures.flatMap(({ row, known }) => [known, row.period.end])
  const days = [...new Set([since, ...turns, ...arrivals])]
    .filter((day) => day >= since && day <= asOf)
    .sort(compareText)
  const moments: Moment[] = []
  for (const day of days) {
    const observations = figures.filter(({ known }) => known <= day).map(({ row }) => row)
    const before = moments.at(-1)
    const now = { target: targetKey(target), day, ...verdictOf(target, { indicator, observations, asOf: day }) }
    if (before && isSame(before, now)) continue
    moments.push({ ...now, why: before ? whyOf(target, before, now) : 'document' })
  }
  return moments
}

type Judgement = Omit<Moment, 'why'>

function isSame(a: Judgement, b: Judgement): boolean {
  return a.status === b.status && a.reason === b.reason && a.p === b.p && a.latest?.id === b.latest?.id
}

/** A new figure explains more than a date that passes on the same day. */
function whyOf(target: Target, before: Judgement, now: Judgement): ChangeReason {
  if (now.latest && now.latest.id !== before.latest?.id) {
    return before.latest && now.latest.period.end <= before.latest.period.end ? 'revised' : 'figure'
  }
  if (target.deadline !== undefined && now.day === addDays(target.deadline, 1)) return 'deadline'
  return now.day === target.from ? 'opened' : 'revised'
}

function changesIn(moments: readonly Moment[]): Change[] {
  return moments.map((after, index) => ({ before: moments[index - 1], after }))
}
