import type { Observation } from '../model/register/observation.ts'
import type { Site } from '../model/site.ts'
import { targetKey } from '../model/target/target.ts'
import { assess } from './assess.ts'
import { type Assessment, type StatusId, statusIds } from './assessment.ts'
import { compareRows } from './figures.ts'
import { knownBy } from './known-by.ts'

/** How many targets have which status. */
export interface Tally {
  readonly total: number
  /** Targets with a figure that can be judged: “n of total can be assessed”. */
  readonly assessable: number
  readonly counts: Readonly<Record<StatusId, number>>
}

/** A policy that promises something. */
export interface PlanBoard {
  readonly policy: string
  /** Keys of its targets, in the order of the text. */
  readonly targets: readonly string[]
  readonly tally: Tally
}

export interface Board {
  /** By target key. */
  readonly assessments: ReadonlyMap<string, Assessment>
  /** In the order of the policies. */
  readonly plans: readonly PlanBoard[]
  readonly tally: Tally
}

/** What a board is made of. */
export type Judged = Pick<Site, 'policies' | 'indicators' | 'observations' | 'sources' | 'asOf'>

/** Judges every target of the site as of the site's day, by what was published by then. */
export function assessAll(whole: Judged): Board {
  const site = knownBy(whole, whole.asOf)
  const rows = byIndicatorAndRegion(site.observations)
  const assessments = new Map<string, Assessment>()
  const plans: PlanBoard[] = []
  for (const policy of site.policies.values()) {
    if (policy.targets.length === 0) continue
    const own = policy.targets.map((target) => {
      const indicator = target.indicator === undefined ? undefined : site.indicators.get(target.indicator)
      const near = (indicator?.nearMatches ?? []).flatMap((match) =>
        inUse(rows.get(rowKey(match.indicator, target.region)) ?? []).map((observation) => ({
          observation,
          why: match.why,
        })),
      )
      const observations = rows.get(rowKey(target.indicator ?? '', target.region)) ?? []
      return assess(target, { indicator, observations, near, asOf: site.asOf })
    })
    for (const assessment of own) assessments.set(assessment.target, assessment)
    plans.push({ policy: policy.id, targets: policy.targets.map(targetKey), tally: tallyOf(own) })
  }
  return { assessments, plans, tally: tallyOf([...assessments.values()]) }
}

/** Counts statuses; a target counts once for each plan that promises it. */
export function tallyOf(assessments: Iterable<Pick<Assessment, 'status' | 'assessable'>>): Tally {
  const counts = Object.fromEntries(statusIds.map((status) => [status, 0])) as Record<StatusId, number>
  let total = 0
  let assessable = 0
  for (const one of assessments) {
    counts[one.status] += 1
    total += 1
    if (one.assessable) assessable += 1
  }
  return { total, assessable, counts }
}

/**
 * Shares in whole percents that add up to 100 (largest remainder; ties go to the status that comes first). All zero
 * when there is nothing to share.
 */
export function sharesOf(tally: Tally): Record<StatusId, number> {
  const { total, counts } = tally
  const whole = (status: StatusId) => (total ? Math.floor((counts[status] * 100) / total) : 0)
  // Whole-number remainders: equal counts have equal remainders, whatever binary fractions make of them.
  const remainder = (status: StatusId) => (total ? (counts[status] * 100) % total : 0)
  const shares = Object.fromEntries(statusIds.map((status) => [status, whole(status)])) as Record<StatusId, number>
  const rest = total ? 100 - statusIds.reduce((sum, status) => sum + whole(status), 0) : 0
  const byRemainder = [...statusIds].sort((a, b) => remainder(b) - remainder(a))
  for (const status of byRemainder.slice(0, rest)) shares[status] += 1
  return shares
}

function byIndicatorAndRegion(observations: readonly Observation[]): Map<string, Observation[]> {
  const groups = new Map<string, Observation[]>()
  for (const row of observations) {
    const key = rowKey(row.indicator, row.region)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

function rowKey(indicator: string, region: string): string {
  return `${indicator} ${region}`
}

function inUse(rows: readonly Observation[]): Observation[] {
  const replaced = new Set(rows.map((row) => row.supersedes))
  return rows.filter((row) => !replaced.has(row.id) && row.status !== '作废' && row.status !== '计划').sort(compareRows)
}
