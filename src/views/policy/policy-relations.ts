import type { Clause, Policy } from '../../model/policy/policy.ts'
import { allClauses } from '../../model/policy/policy.ts'
import { inlinesOf } from './prose.ts'

/** One line of 关系: another document, what it is to this one, and where the text says so. */
export interface RelationLine {
  readonly label: string // e.g. 依据 · 被废止 · 提到 · 被提到
  readonly policy: Policy
  readonly note?: string | undefined
  readonly on?: string | undefined
  /** Clauses that name it; `of` is the policy they belong to. */
  readonly clauses: readonly { readonly of: string; readonly id: string; readonly label: string }[]
}

/** How a relation reads from the other document. */
const inverse = {
  依据: '作为依据',
  转发: '被转发',
  修改: '被修改',
  废止: '被废止',
  替代: '被替代',
  配套: '配套',
  解读: '被解读',
  被修改: '修改',
  被废止: '废止',
  被替代: '替代',
} as const satisfies Record<Policy['relations'][number]['type'], string>

/** The relations of every policy in both directions: those its editors state, then those its text names. */
export function relationIndex(policies: ReadonlyMap<string, Policy>): ReadonlyMap<string, readonly RelationLine[]> {
  const index = new Map<string, RelationLine[]>()
  const add = (id: string, line: RelationLine) => {
    const lines = index.get(id)
    if (lines) lines.push(line)
    else index.set(id, [line])
  }
  const mentions = new Map([...policies.values()].map((policy) => [policy.id, mentionsOf(policy)]))

  for (const policy of policies.values()) {
    for (const { type, policy: id, note, on } of policy.relations) {
      const other = policies.get(id)
      if (!other) continue
      const clauses = mentions.get(policy.id)?.get(id) ?? []
      add(policy.id, { label: type, policy: other, note, on, clauses })
      add(id, { label: inverse[type], policy, note, on, clauses })
    }
  }
  for (const policy of policies.values()) {
    for (const [id, clauses] of mentions.get(policy.id) ?? []) {
      const other = policies.get(id)
      const stated = index.get(policy.id)?.some((line) => line.policy.id === id)
      if (!other || stated) continue
      add(policy.id, { label: '提到', policy: other, clauses })
      add(id, { label: '被提到', policy, clauses })
    }
  }
  return index
}

/** Other policies named in the text, each with the clauses that name it. */
function mentionsOf(policy: Policy): Map<string, RelationLine['clauses']> {
  const found = new Map<string, RelationLine['clauses']>()
  const note = (id: string, clause?: Clause) => {
    const before = found.get(id) ?? []
    if (!clause || before.some((one) => one.id === clause.id)) found.set(id, before)
    else found.set(id, [...before, { of: policy.id, id: clause.id, label: clause.label }])
  }
  const scan = (blocks: Clause['blocks'], clause?: Clause) => {
    for (const node of inlinesOf(blocks))
      if (node.type === 'policy' && node.policy !== policy.id) note(node.policy, clause)
  }
  scan(policy.preamble)
  for (const clause of allClauses(policy)) scan(clause.blocks, clause)
  return found
}
