import type { Indicator } from '../model/indicator.ts'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { subsetLarger } from '../model/issues/num.ts'
import { dangling, danglingTarget, duplicateId, leadFault, unitNotListed, workNotHeld } from '../model/issues/ref.ts'
import { blockText } from '../model/markdown.ts'
import type { Organization } from '../model/organization.ts'
import type { Policy, PolicyFields } from '../model/policy.ts'
import { allClauses } from '../model/policy.ts'
import type { Region } from '../model/region.ts'
import { parseResponsibility } from '../model/responsibility.ts'
import { nearest } from '../model/suggest.ts'
import type { Target } from '../model/target.ts'
import type { Responsibility, Task } from '../model/task.ts'
import { readMarkdown } from './markdown.ts'
import type { PlacedLink } from './mdast.ts'
import type { Names } from './names.ts'
import { findOrganization, linkNames } from './names.ts'
import { Outline } from './outline.ts'
import type { Prose } from './prose.ts'
import { readTarget } from './target-mark.ts'

export interface Registers {
  readonly regions: ReadonlyMap<string, Region>
  readonly organizations: ReadonlyMap<string, Organization>
  readonly indicators: ReadonlyMap<string, Indicator>
  /** Registers of which nothing is known, because their file could not be read. */
  readonly unread: ReadonlySet<string>
}

type Entry = Prose<PolicyFields> & { readonly fields: PolicyFields }

/** Reads the body of a policy: clauses, targets, tasks, terms and links to other documents. */
export function readPolicy(
  entry: Entry,
  registers: Registers,
  names: Names,
): { policy: Policy; links: readonly PlacedLink[]; issues: Issue[] } {
  const { id, fields, file } = entry
  const issues: Issue[] = []
  const outline = new Outline()
  const targets: Target[] = []
  const tasks: Task[] = []
  const terms: { term: string; clause: string }[] = []
  const seen = new Set<string>()
  const read = readMarkdown(
    { file, body: entry.body, bodyLine: entry.bodyLine, mdx: false },
    {
      heading: (words, depth, at) => outline.heading(words, depth, at),
      text: (text, at) => {
        const before = seen.size
        const nodes = linkNames(text, names, id, seen, (title, offset) => {
          if (looksLikeDocument(title) && fields.title.indexOf(title) === -1)
            issues.push(issue(workNotHeld, at(offset), { title }))
        })
        for (const term of [...seen].slice(before)) terms.push({ term, clause: outline.current?.id ?? '' })
        return nodes
      },
      target: (mark) => {
        const clause = outline.current?.id ?? ''
        const { target, issues: found } = readTarget(mark, {
          policy: id,
          fields,
          clause,
          indicators: registers.indicators,
          isUnread: registers.unread.has('indicators'),
        })
        const first = targets.find((one) => one.id === target.id)
        if (first)
          found.push(
            issue(duplicateId, mark.attributeAt('id'), { id: target.id, first: `${file}:${first.place.line}` }),
          )
        issues.push(...found)
        targets.push(target)
        return target.id
      },
      responsibility: (text, at) => {
        const clause = outline.current
        const list = readResponsibilities(text, at, fields, registers, clause?.label ?? '', issues)
        const taskId = clause?.id ?? 'preamble'
        tasks.push({
          id: taskId,
          policy: id,
          number: clause?.ordinal ?? 0,
          title: clause?.heading ?? '',
          place: at(0),
          responsibilities: list,
          targets: [],
        })
        return taskId
      },
    },
  )
  const preamble = outline.fill(read.blocks)
  const clauses = outline.clauses
  const withTargets = tasks.map((task) => ({
    ...task,
    targets: targets.filter((one) => one.clause === task.id).map((one) => one.id),
  }))
  const policy: Policy = { ...fields, id, file, preamble, clauses, targets, tasks: withTargets, terms }
  const found = [issues, read.issues, outline.issues, checkSubsets(policy), checkDuties(policy, registers)]
  return { policy, links: read.links, issues: found.flat() }
}

/** A 《…》 that names a document rather than a newspaper or a book. */
function looksLikeDocument(title: string): boolean {
  return /(法|条例|办法|规定|意见|通知|方案|计划|规划|细则|名录|决定|标准|纲要)(（[^）]*）)?$/.test(title)
}

function readResponsibilities(
  text: string,
  at: (offset: number) => Place,
  fields: PolicyFields,
  registers: Registers,
  clause: string,
  issues: Issue[],
): Responsibility[] {
  const parsed = parseResponsibility(text)
  if (!parsed) return []
  const named = parsed.groups.flatMap((group) => group.names.map((name) => ({ ...name, role: group.role })))
  const leads = named.filter((one) => one.role === '牵头')
  const listed = leads.map((one) => one.name).join('、')
  const lead = leads[1] ?? leads[0]
  if (leads.length > 1 && lead) issues.push(issue(leadFault, at(lead.start), { clause, what: 'many', names: listed }))
  else if (lead && fields.leadFirst && named[0] !== lead)
    issues.push(issue(leadFault, at(lead.start), { clause, what: 'not-first', names: listed }))
  return named.flatMap(({ name, start, role }, index): Responsibility[] => {
    const organization = findOrganization(name, fields.region, registers.organizations, registers.regions)
    if (!organization && registers.unread.has('organizations')) return []
    if (!organization) {
      const known = [...registers.organizations.values()].flatMap((one) => [one.name, ...one.shortNames])
      const guess = nearest(name, known)
      issues.push(
        issue(dangling, at(start), {
          kind: { zh: '机构', en: 'organisation' },
          found: name,
          ...(guess ? { nearest: guess } : {}),
        }),
      )
      return []
    }
    const byOrder = fields.leadFirst ? (index === 0 ? ('牵头' as const) : ('配合' as const)) : role
    return [
      { organization: organization.id, nameAsWritten: name, role: leads.length > 0 ? role : byOrder, order: index + 1 },
    ]
  })
}

/** NUM-005 and dangling `subsetOf`. */
function checkSubsets(policy: Policy): Issue[] {
  return policy.targets.flatMap((part) => {
    if (part.subsetOf === undefined) return []
    const whole = policy.targets.find((one) => one.id === part.subsetOf)
    if (!whole) {
      const guess = nearest(
        part.subsetOf,
        policy.targets.map((one) => one.id),
      )
      return [
        issue(danglingTarget, part.place, {
          id: part.subsetOf,
          policy: policy.id,
          ...(guess ? { nearest: guess } : {}),
        }),
      ]
    }
    if (part.value === undefined || whole.value === undefined || part.value <= whole.value || part.unit !== whole.unit)
      return []
    return [
      issue(subsetLarger, part.place, {
        part: part.id,
        partValue: String(part.value),
        whole: whole.id,
        wholeValue: String(whole.value),
      }),
    ]
  })
}

/** REF-004: the text gives a duty to a unit that the list of responsible units leaves out. */
function checkDuties(policy: Policy, registers: Registers): Issue[] {
  const clauses = allClauses(policy)
  return policy.tasks.flatMap((task) => {
    const clause = clauses.find((one) => one.id === task.id)
    if (!clause) return []
    return [...blockText(clause.blocks).matchAll(/由([\p{Script=Han}]{2,16}?)(?:牵头|负责|会同)/gu)].flatMap(
      (found) => {
        const organization = findOrganization(found[1] ?? '', policy.region, registers.organizations, registers.regions)
        if (!organization || task.responsibilities.some((one) => one.organization === organization.id)) return []
        return [issue(unitNotListed, task.place, { name: found[1] ?? '', clause: clause.label })]
      },
    )
  })
}
