import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'
import { type Target, targetKey } from '../../model/target/target.ts'
import { compareText } from '../../model/text-order.ts'
import { type Board, type Tally, tallyOf } from '../../progress/board.ts'
import { publication } from '../../progress/known-by.ts'
import { type Duties, ledTargets } from '../policy/duties.ts'

/** A figure of a promise, and the day it became public. */
export interface Report {
  readonly target: Target
  readonly figure: Observation
  readonly on: string
}

/** How a unit does with the promises it answers for. */
export interface OrganizationStanding {
  readonly targets: readonly Target[]
  readonly tally: Tally
  /** Deadlines from the site's day on, the nearest first, each with the promises due. */
  readonly due: readonly { readonly day: string; readonly targets: readonly Target[] }[]
  readonly overdue: number
  readonly withoutDeadline: number
  /** The latest judged figure of each promise that has one, the last published first. */
  readonly reports: readonly Report[]
}

export function organizationStanding(
  site: Pick<Site, 'policies' | 'observations' | 'sources' | 'asOf'>,
  board: Board,
  duties: Duties,
): OrganizationStanding {
  const targets = ledTargets(duties)
  const assessed = targets.flatMap((target) => {
    const assessment = board.assessments.get(targetKey(target))
    return assessment ? [{ target, assessment }] : []
  })
  const open = targets.filter(({ deadline }) => deadline !== undefined && deadline >= site.asOf)
  const known = publication(site)
  const reports = assessed.flatMap(({ target, assessment: { latest } }): Report[] =>
    latest ? [{ target, figure: latest, on: known.figure(latest) }] : [],
  )
  return {
    targets,
    tally: tallyOf(assessed.map(({ assessment }) => assessment)),
    due: [...Map.groupBy(open, ({ deadline }) => deadline ?? '')]
      .map(([day, own]) => ({ day, targets: own }))
      .sort((a, b) => compareText(a.day, b.day)),
    overdue: targets.filter(({ deadline }) => deadline !== undefined && deadline < site.asOf).length,
    withoutDeadline: targets.filter(({ deadline }) => deadline === undefined).length,
    reports: reports.sort((a, b) => compareText(b.on, a.on) || compareText(targetKey(a.target), targetKey(b.target))),
  }
}
