import type { Block, Inline } from '../../../src/model/policy/markdown.ts'
import type { Clause, Policy } from '../../../src/model/policy/policy.ts'
import { policyFields } from '../../../src/model/policy/policy.ts'
import type { Responsibility, Task } from '../../../src/model/policy/task.ts'

const place = { file: 'content/policies/p.md', line: 1, column: 1 }

/** A policy that passes the schema, with what a test cares about on top. */
export function policySample(id: string, over: Partial<Policy> = {}): Policy {
  const fields = policyFields.parse({
    title: `文件${id}`,
    kind: '通知',
    issuers: ['yw-zf'],
    region: '330782',
    disclosure: '主动公开',
    text: 'digest',
    source: 'paper',
  })
  const file = `content/policies/${id}.md`
  return { ...fields, id, file, preamble: [], clauses: [], targets: [], tasks: [], terms: [], ...over }
}

/** A clause of the first level with one paragraph. */
export function clauseSample(id: string, nodes: readonly Inline[], children: readonly Clause[] = []): Clause {
  const blocks: Block[] = nodes.length > 0 ? [{ type: 'paragraph', children: nodes }] : []
  const level = id.split('-').length
  return { id, label: id, number: '一、', ordinal: 1, level, heading: '标题', place, blocks, children }
}

export function taskSample(
  id: string,
  policy: string,
  units: readonly (readonly [organization: string, role: Responsibility['role']])[],
  targets: readonly string[] = [],
): Task {
  const responsibilities = units.map(([organization, role], index) => ({
    organization,
    nameAsWritten: organization,
    role,
    order: index + 1,
  }))
  return { id, policy, number: 1, title: '任务', place, responsibilities, targets }
}
