import { badValue, emptyBody } from '../../issues/doc.ts'
import { subsetLarger } from '../../issues/num.ts'
import {
  ambiguousName,
  dangling,
  danglingTarget,
  duplicateId,
  leadFault,
  unitNotListed,
  workNotHeld,
} from '../../issues/ref.ts'
import { repeatedTitle, unitsNotRead } from '../../issues/str.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { parseNumeral } from '../../model/number/chinese-number.ts'
import { plainDigits } from '../../model/number/plain-digits.ts'
import { blockText } from '../../model/policy/markdown.ts'
import type { Policy, PolicyFields } from '../../model/policy/policy.ts'
import { allClauses } from '../../model/policy/policy.ts'
import { parseResponsibility } from '../../model/policy/responsibility.ts'
import { nearest } from '../../model/policy/suggest.ts'
import type { Responsibility, Task } from '../../model/policy/task.ts'
import type { Indicator } from '../../model/register/indicator.ts'
import type { Organization } from '../../model/register/organization.ts'
import type { Region } from '../../model/register/region.ts'
import type { Target } from '../../model/target/target.ts'
import { readMarkdown } from './markdown.ts'
import type { PlacedLink, TargetMark } from './mdast.ts'
import { clip } from './mdast.ts'
import type { Names } from './names.ts'
import { findOrganization, linkNames, organizationsNamed, titleKey } from './names.ts'
import { Outline } from './outline.ts'
import type { Prose } from './prose.ts'
import { readTarget, reviewIssues } from './target-mark.ts'

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
): { policy: Policy; links: readonly PlacedLink[]; issues: Issue[]; unsettled: boolean } {
  const { id, fields, file } = entry
  const issues: Issue[] = []
  const outline = new Outline()
  const years = yearsIn(fields, entry.body)
  const targets: Target[] = []
  const tasks: Task[] = []
  const terms: { term: string; clause: string }[] = []
  const seen = new Set<string>()
  const read = readMarkdown(
    { file, body: entry.body, bodyLine: entry.bodyLine, mdx: false },
    {
      heading: (words, depth, at) => {
        const isTitle = depth === 1 && words.length > 3 && titleKey(fields.title).includes(titleKey(words))
        if (isTitle || titleKey(words) === titleKey(fields.title))
          issues.push(issue(repeatedTitle, at, { title: words }))
        return outline.heading(words, depth, at)
      },
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
          hasIndicators: !registers.unread.has('indicators'),
          years,
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
  const lowest = Math.max(0, ...tasks.map(levelOf))
  const withTargets = tasks.map((task) => ({
    ...task,
    number: levelOf(task) === lowest ? task.number : undefined,
    targets: targets.filter((one) => one.clause === task.id).map((one) => one.id),
  }))
  const policy: Policy = { ...fields, id, file, preamble, clauses, targets, tasks: withTargets, terms }
  const own = [...issues, ...read.issues]
  const isSure = !own.some((one) => unsure.has(one.code))
  const isEmpty = entry.body.trim() === '' && fields.text !== 'stub'
  const found = [
    ...own,
    ...(isEmpty ? [issue(emptyBody, entry.yaml.at(['text']), { text: fields.text })] : []),
    // A heading that was not read makes every number below it wrong.
    ...(own.some((one) => shifting.has(one.code)) ? [] : outline.issues),
    ...checkSubsets(policy, isSure),
    ...checkDuties(policy, registers),
  ]
  return { policy, links: read.links, issues: found, unsettled: isEmpty || !isSure || outline.issues.length > 0 }
}

const shifting: ReadonlySet<string> = new Set(['STR-007', 'TXT-009', 'TXT-015'])
/** Faults of a body after which its clauses and targets are not known for sure. */
const unsure: ReadonlySet<string> = new Set([...shifting, 'TXT-005', 'TXT-008', 'REF-008', 'DOC-002'])

/** All years a policy prints, or that its plan runs to: in digits or as 二〇二五年; attributes of marks print nothing. */
function yearsIn({ title, planPeriod }: PolicyFields, body: string): ReadonlySet<string> {
  const text = plainDigits(
    `${title} ${planPeriod?.from ?? ''} ${planPeriod?.to ?? ''} ${body.replace(/\{[^{}\n]*\}/g, ' ')}`,
  )
  const digits = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map((found) => found[0])
  const numerals = [...text.matchAll(/[一二][〇零○一二三四五六七八九]{3}(?=年)/g)].map((found) =>
    String(parseNumeral(found[0].replaceAll('○', '〇')) ?? ''),
  )
  // “十四五”“2023—25年” and the like leave a year to the reader.
  return new Set([...digits, ...numerals])
}

/** What is said of a body even where its head has errors: an imported one has both. */
export function readUnfinished({ file, body, bodyLine }: Prose<PolicyFields>): Issue[] {
  const issues: Issue[] = []
  const target = (mark: TargetMark) => {
    issues.push(...reviewIssues(mark))
    return ''
  }
  readMarkdown({ file, body, bodyLine, mdx: false }, { target })
  return issues
}

/** A 《…》 that names a document rather than a newspaper or a book. */
function looksLikeDocument(title: string): boolean {
  return /(法|条例|办法|规定|意见|通知|方案|计划|规划|细则|名录|决定|标准|纲要)(（[^）]*）)?$/.test(title)
}

/** How deep the clause of a task stands: the numbers of tasks run through one level. */
function levelOf({ id }: Pick<Task, 'id'>): number {
  return id.split('-').length
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
  if (/^\s*[（(]/.test(text) && !/[）)]\s*$/.test(text)) {
    issues.push(issue(unitsNotRead, at(0), { found: clip(text), what: 'open' }))
    return []
  }
  if (parsed.groups.length === 0) issues.push(issue(unitsNotRead, at(0), { found: clip(text), what: 'empty' }))
  const seen = new Set<string>()
  const named = parsed.groups.flatMap((group) => group.names.map((name) => ({ ...name, role: group.role })))
  const leads = named.filter((one) => one.role === '牵头')
  const listed = leads.map((one) => one.name).join('、')
  const lead = leads[1] ?? leads[0]
  if (leads.length > 1 && lead) issues.push(issue(leadFault, at(lead.start), { clause, what: 'many', names: listed }))
  else if (lead && fields.leadFirst && named[0] !== lead)
    issues.push(issue(leadFault, at(lead.start), { clause, what: 'not-first', names: listed }))
  return named.flatMap(({ name, start, role }, index): Responsibility[] => {
    const meant = organizationsNamed(name, fields.region, registers.organizations, registers.regions)
    const [organization] = meant
    if (meant.length > 1)
      issues.push(
        issue(ambiguousName, at(start), {
          found: name,
          names: meant.map((one) => `${one.name}（${one.id}）`).join('、'),
        }),
      )
    if (!organization) {
      if (registers.unread.has('organizations')) return []
      const several = partsOf(name, (part) =>
        findOrganization(part, fields.region, registers.organizations, registers.regions),
      )
      const known = [...registers.organizations.values()].flatMap((one) => [one.name, ...one.shortNames])
      const guess = nearest(name, known)
      issues.push(
        issue(dangling, at(start), {
          kind: { zh: '机构', en: 'organisation' },
          found: name,
          ...(guess ? { nearest: guess } : {}),
          ...(several ? { several } : {}),
        }),
      )
      return []
    }
    if (meant.length === 1 && seen.has(organization.id))
      issues.push(issue(unitsNotRead, at(start), { found: name, what: 'double' }))
    seen.add(organization.id)
    const byOrder = fields.leadFirst ? (index === 0 ? ('牵头' as const) : ('配合' as const)) : role
    return [
      { organization: organization.id, nameAsWritten: name, role: leads.length > 0 ? role : byOrder, order: index + 1 },
    ]
  })
}

/** 市场监管局和财政局 → 市场监管局、财政局, where every part is an organisation. */
function partsOf(name: string, find: (part: string) => unknown): string | undefined {
  for (const between of [/[\s/／·.．|｜+&]+/, /[及和与]/]) {
    const parts = name.split(between).filter((part) => part !== '')
    if (parts.length > 1 && parts.every((part) => find(part) !== undefined)) return parts.join('、')
  }
  // Blanks between Chinese words are gone by now: two names that stand side by side.
  for (let at = 2; at < name.length - 1; at++) {
    const parts = [name.slice(0, at), name.slice(at)]
    if (parts.every((part) => find(part) !== undefined)) return parts.join('、')
  }
  return undefined
}

/** NUM-005 and dangling `subsetOf`. */
function checkSubsets(policy: Policy, isSure: boolean): Issue[] {
  return policy.targets.flatMap((part) => {
    if (part.subsetOf === undefined) return []
    if (part.subsetOf === part.id) {
      const expected = { expected: '不能指向自己', expectedEn: 'it cannot be part of itself' }
      return [issue(badValue, part.place, { key: 'subsetOf', zh: '属于', found: part.id, ...expected })]
    }
    const whole = policy.targets.find((one) => one.id === part.subsetOf)
    if (!whole && !isSure) return []
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
