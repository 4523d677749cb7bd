import type { Observation } from './observation.ts'

/** Figures that say different things about the same indicator, place and time. */
export interface Conflict {
  readonly indicator: string
  readonly region: string
  readonly period: string
  readonly observations: readonly Observation[]
}

/**
 * Groups of figures from different sources that disagree; none is preferred, all are shown (DESIGN §4.3).
 * A figure that was superseded or withdrawn, or that is only a plan, contradicts nothing.
 */
export function conflictsOf(observations: readonly Observation[]): Conflict[] {
  const replaced = new Set(observations.map((one) => one.supersedes).filter((id) => id !== undefined))
  const groups = new Map<string, Observation[]>()
  for (const one of observations) {
    if (replaced.has(one.id) || one.status === '作废' || one.status === '计划') continue
    const key = [one.indicator, one.region, one.period.start, one.period.end].join(' ')
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()].filter(disagree).flatMap((group) => {
    const [first] = group
    if (!first) return []
    return [{ indicator: first.indicator, region: first.region, period: first.period.text, observations: group }]
  })
}

function disagree(group: readonly Observation[]): boolean {
  return group.some((a) => group.some((b) => a.source !== b.source && a.value !== b.value))
}
