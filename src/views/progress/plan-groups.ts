import { allClauses, type Policy } from '../../model/policy/policy.ts'
import type { Target } from '../../model/target/target.ts'
import { taskOf } from './leads.ts'

/** The targets that one clause promises. */
export interface PlanGroup {
  /** Of the clause. */
  readonly id: string
  /** Number and heading of the clause; 序言 before the first. */
  readonly name: string
  /** A clause around it names who answers. */
  readonly isNamed: boolean
  readonly targets: readonly Target[]
}

/** The targets of a plan by the clause that promises them, in the order of the text. */
export function planGroups(policy: Pick<Policy, 'targets' | 'tasks' | 'clauses'>): PlanGroup[] {
  const clauses = new Map(allClauses(policy).map((clause) => [clause.id, clause]))
  return [...Map.groupBy(policy.targets, (target) => target.clause)].map(([id, targets]) => {
    const clause = clauses.get(id)
    return {
      id,
      name: clause ? `${clause.label} ${clause.heading}`.trim() : '序言',
      isNamed: targets.some((target) => taskOf(policy, target) !== undefined),
      targets,
    }
  })
}
