import type { Policy } from '../../model/policy/policy.ts'
import { allClauses } from '../../model/policy/policy.ts'
import type { Responsibility, Task } from '../../model/policy/task.ts'
import type { Site } from '../../model/site.ts'
import type { Target } from '../../model/target/target.ts'

/** Who answers for a target, and on whose word. */
export type Lead =
  /** The clause, or the clause around it, names its units; `leads` = the text says who comes first. */
  | {
      readonly type: 'text'
      readonly task: Task
      readonly units: readonly Responsibility[]
      readonly leads: boolean
    }
  /** The text is silent; the register of indicators names a unit. Shown as 编者补充. */
  | { readonly type: 'editor'; readonly organization: string }
  | { readonly type: 'none' }

/** The lead of a target: from its own clause, else from the nearest clause around it, else from the register. */
export function leadOf(site: Pick<Site, 'policies' | 'indicators'>, target: Target): Lead {
  const policy = site.policies.get(target.policy)
  const task = policy && taskOf(policy, target)
  if (task) {
    const first = task.responsibilities.filter((one) => one.role === '牵头')
    return first.length > 0
      ? { type: 'text', task, units: first, leads: true }
      : { type: 'text', task, units: task.responsibilities, leads: false }
  }
  const organization = target.indicator ? site.indicators.get(target.indicator)?.responsible : undefined
  return organization ? { type: 'editor', organization } : { type: 'none' }
}

/** The organizations of a lead; none where neither the text nor the register names one. */
export function leadingUnits(lead: Lead): string[] {
  if (lead.type === 'text') return lead.units.map((one) => one.organization)
  return lead.type === 'editor' ? [lead.organization] : []
}

/** The duty a target falls under, if its clause or a clause around it carries a （责任单位：…）. */
export function taskOf(policy: Pick<Policy, 'tasks' | 'clauses'>, target: Pick<Target, 'id' | 'clause'>) {
  const named = policy.tasks.filter((task) => task.responsibilities.length > 0)
  const own = named.find((task) => task.targets.includes(target.id))
  if (own) return own
  const around = allClauses(policy).filter((clause) =>
    allClauses({ clauses: [clause] }).some(({ id }) => id === target.clause),
  )
  return around
    .reverse()
    .map((clause) => named.find((task) => task.id === clause.id))
    .find((task) => task !== undefined)
}
