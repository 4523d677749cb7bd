import type { Policy } from '../../model/policy/policy.ts'
import { allClauses } from '../../model/policy/policy.ts'
import type { Site } from '../../model/site.ts'

/** Where a term of the glossary stands in a policy for the first time. */
export interface TermUse {
  readonly policy: Policy
  readonly clause: string
  /** For people, e.g. 二（一）1; empty for the text before the first heading. */
  readonly label: string
}

/** First uses of every term, one a policy, by the id of the term. */
export function termUses(site: Pick<Site, 'policies'>): ReadonlyMap<string, readonly TermUse[]> {
  const uses = new Map<string, TermUse[]>()
  for (const policy of site.policies.values()) {
    const labels = new Map(allClauses(policy).map((clause) => [clause.id, clause.label]))
    for (const { term, clause } of policy.terms) {
      const before = uses.get(term) ?? []
      if (before.some((use) => use.policy === policy)) continue
      uses.set(term, [...before, { policy, clause, label: labels.get(clause) ?? '' }])
    }
  }
  return uses
}
