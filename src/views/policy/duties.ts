import type { Policy } from '../../model/policy/policy.ts'
import type { Responsibility, Task } from '../../model/policy/task.ts'
import type { Site } from '../../model/site.ts'
import type { Target } from '../../model/target/target.ts'
import { leadOf } from '../progress/leads.ts'

/** A task of a unit, in the role the text gives it. */
export interface Duty {
  readonly policy: Policy
  readonly task: Task
  readonly role: Responsibility['role']
  readonly nameAsWritten: string
  /** Promises made inside the task's clause. */
  readonly targets: readonly Target[]
}

/** What a unit answers for. */
export interface Duties {
  readonly tasks: readonly Duty[]
  /** Promises in clauses that name no unit, given to this one by the register of indicators: 编者补充. */
  readonly byEditor: readonly Target[]
}

/** The duties of every unit that has any, in the order of the policies. */
export function dutyIndex(site: Pick<Site, 'policies' | 'indicators'>): ReadonlyMap<string, Duties> {
  const index = new Map<string, { tasks: Duty[]; byEditor: Target[] }>()
  const of = (organization: string) => {
    const duties = index.get(organization) ?? { tasks: [], byEditor: [] }
    index.set(organization, duties)
    return duties
  }
  for (const policy of site.policies.values()) {
    for (const task of policy.tasks) {
      const targets = policy.targets.filter((target) => task.targets.includes(target.id))
      for (const { organization, role, nameAsWritten } of task.responsibilities) {
        of(organization).tasks.push({ policy, task, role, nameAsWritten, targets })
      }
    }
    for (const target of policy.targets) {
      const lead = leadOf(site, target)
      if (lead.type === 'editor') of(lead.organization).byEditor.push(target)
    }
  }
  return index
}

/** Promises a unit leads: through tasks it leads or holds without a named lead, then those the editors added. */
export function ledTargets(duties: Duties): Target[] {
  const through = duties.tasks.filter((duty) => duty.role !== '配合').flatMap((duty) => duty.targets)
  return [...new Set([...through, ...duties.byEditor])]
}
