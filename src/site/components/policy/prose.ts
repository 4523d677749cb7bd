import type { Block } from '../../../model/policy/markdown.ts'
import type { Policy } from '../../../model/policy/policy.ts'
import { allClauses } from '../../../model/policy/policy.ts'
import type { Site } from '../../../model/site.ts'
import type { Board } from '../../../progress/board.ts'
import type { FirstUses } from '../../../views/policy/prose.ts'
import { firstUses } from '../../../views/policy/prose.ts'

/** What prose needs to know around it: the policy it belongs to, if any, and how its promises stand. */
export interface Prose {
  readonly site: Site
  readonly board: Board
  readonly policy?: Policy
  readonly once: FirstUses
}

export function policyProse(site: Site, board: Board, policy: Policy): Prose {
  const passages = [policy.preamble, ...allClauses(policy).map((clause) => clause.blocks)]
  const statusOf = (target: string) => board.assessments.get(`${policy.id}/${target}`)?.status
  return { site, board, policy, once: firstUses(passages, statusOf) }
}

export function articleProse(site: Site, board: Board, blocks: readonly Block[]): Prose {
  return { site, board, once: firstUses([blocks], () => undefined) }
}
