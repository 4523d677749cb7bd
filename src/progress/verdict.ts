import type { Target } from '../model/target/target.ts'
import type { ReasonCode, StatusId } from './assessment.ts'
import { quotient } from './quotient.ts'
import { thresholds } from './thresholds.ts'

export interface Verdict {
  readonly status: StatusId
  readonly reason: ReasonCode
}

/** How a target stands at its latest figure, before anything is said about the deadline. */
export interface Standing {
  readonly verdict: Verdict
  readonly reached: boolean
  /** The figure is that of the deadline. */
  readonly final: boolean
  /** Nothing that comes later can change the verdict: a total that is reached, a closed year that fell short. */
  readonly settled?: boolean
  /** The duty stands without a date: what it is without a deadline. */
  readonly standing?: boolean
  /** Why a final figure that falls short still does not prove a miss. */
  readonly doubt?: ReasonCode | undefined
}

/** The verdict on a day, by the deadline (open-data §7.4, DESIGN §7). */
export function conclude(
  target: Pick<Target, 'from' | 'deadline'>,
  asOf: string,
  standing: Standing | undefined,
): Verdict & { readonly atLastFigure?: Verdict } {
  const { deadline } = target
  if (!standing) return withoutFigure(target, asOf)
  if (standing.settled) return standing.verdict
  if (deadline === undefined) {
    return standing.standing ? standing.verdict : { status: 'unable', reason: 'no-deadline' }
  }
  if (standing.final) return atDeadline(standing)
  if (asOf > deadline) {
    return { status: 'pending', reason: 'latest-before-deadline', atLastFigure: standing.verdict }
  }
  return standing.verdict
}

/** Status by pace before the deadline; `q` undefined means that there is no start to measure from. */
export function byPace(
  reached: boolean,
  p: number | undefined,
  q: number | undefined,
): Verdict & { readonly pace?: number } {
  const pace = p === undefined || q === undefined ? undefined : quotient(p, q)
  const verdict = (status: StatusId, reason: ReasonCode) => ({ status, reason, ...(pace !== undefined && { pace }) })
  if (reached) return verdict('achieved', 'reached')
  if (p === undefined || q === undefined) return verdict('unable', 'no-baseline')
  if (q < thresholds.early || pace === undefined) return verdict('early', 'too-early')
  if (p < thresholds.reverse) return verdict('reverse', 'moved-away')
  if (pace >= thresholds.onTrack) return verdict('ontrack', 'on-pace')
  if (pace >= thresholds.slight) return verdict('slight', 'behind-pace')
  return verdict('far', 'far-behind-pace')
}

function withoutFigure({ from, deadline }: Pick<Target, 'from' | 'deadline'>, asOf: string): Verdict {
  if (deadline === undefined) return { status: 'unable', reason: 'no-deadline-no-figure' }
  if (asOf > deadline) return { status: 'nofigure', reason: 'no-figure' }
  if (from !== undefined && asOf < from) return { status: 'early', reason: 'too-early' }
  return { status: 'unable', reason: 'no-figure-yet' }
}

function atDeadline({ reached, doubt }: Standing): Verdict {
  if (reached) return { status: 'achieved', reason: 'reached' }
  return doubt ? { status: 'unable', reason: doubt } : { status: 'missed', reason: 'not-reached' }
}
