import { createHash } from 'node:crypto'
import {
  dateOrder,
  docNumberBrackets,
  docNumberForm,
  docNumberIssuer,
  docNumberTaken,
  docNumberYear,
  expired,
  fullTextChanged,
  missingField,
  noRegisterNumber,
  notForPublication,
  planOver,
  relationFault,
  retroactive,
  signatureDate,
  titleContradicts,
  titleWithoutKind,
} from '../../issues/doc.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { parseNumeral } from '../../model/number/chinese-number.ts'
import { daysBetween } from '../../model/number/date.ts'
import { plainDigits } from '../../model/number/plain-digits.ts'
import { parseDocNumber } from '../../model/policy/doc-number.ts'
import type { PolicyFields } from '../../model/policy/policy.ts'
import { documentKinds } from '../../model/policy/policy.ts'
import type { Organization } from '../../model/register/organization.ts'
import type { Prose } from './prose.ts'

type Entry = Prose<PolicyFields> & { readonly fields: PolicyFields }

/** What the rules need to know of all documents, worked out once. */
interface Around {
  readonly asOf: string
  /** No document is from a later day, though one may be from after `asOf`. */
  readonly today: string
  readonly organizations: ReadonlyMap<string, Organization>
  /** 发文字号 → the first file that uses it. */
  readonly numbers: ReadonlyMap<string, string>
  /** Policy id → the documents that say they repeal or replace it. */
  readonly enders: ReadonlyMap<string, readonly Entry[]>
}

export function aroundPolicies(
  all: readonly Entry[],
  { asOf, today, organizations }: Pick<Around, 'asOf' | 'today' | 'organizations'>,
): Around {
  const numbers = new Map<string, string>()
  const enders = new Map<string, Entry[]>()
  for (const entry of all) {
    const { docNumber, relations } = entry.fields
    if (docNumber !== undefined && !numbers.has(docNumber)) numbers.set(docNumber, entry.file)
    for (const { type, policy } of relations) if (ends(type)) enders.set(policy, [...(enders.get(policy) ?? []), entry])
  }
  return { asOf, today, organizations, numbers, enders }
}

function ends(type: string): boolean {
  return type === '废止' || type === '替代'
}

/** DOC-004…017 and DOC-020: what can be said of one document's head. Rules: GB/T 9704-2012 and policy-domain §7. */
export function checkPolicy(entry: Entry, around: Around): Issue[] {
  return [
    ...numberIssues(entry, around),
    ...titleIssues(entry),
    ...dateIssues(entry, around.today),
    ...lifeIssues(entry, around),
    ...textIssues(entry),
  ]
}

function numberIssues({ fields, yaml, file }: Entry, { organizations, numbers }: Around): Issue[] {
  const written = fields.docNumber
  if (written === undefined) {
    if (fields.docNumberNote !== undefined || fields.text === 'stub') return []
    return [
      issue(missingField, yaml.at([]), {
        key: 'docNumber',
        zh: '发文字号',
        example: '义政办发〔2021〕38号；原件没有的，写 docNumberNote: 原文未见',
      }),
    ]
  }
  const at = yaml.at(['docNumber'])
  const parsed = parseDocNumber(written)
  if ('fault' in parsed) {
    const suggestion = parsed.suggestion
    if (parsed.fault === 'brackets' && suggestion) return [issue(docNumberBrackets, at, { found: written, suggestion })]
    return [issue(docNumberForm, at, { found: written, ...(suggestion ? { suggestion } : {}) })]
  }
  const issues: Issue[] = []
  const first = numbers.get(written) ?? file
  if (first !== file) issues.push(issue(docNumberTaken, at, { number: written, other: first }))
  if (fields.adoptedOn && !fields.dateNote && Number(fields.adoptedOn.slice(0, 4)) !== parsed.year)
    issues.push(issue(docNumberYear, yaml.at(['adoptedOn']), { year: parsed.year, adoptedOn: fields.adoptedOn }))
  const owner = [...organizations.values()].find((one) => one.documentCodes.includes(parsed.code))
  if (owner && !fields.issuers.includes(owner.id)) {
    const issuer = organizations.get(fields.issuers[0] ?? '')?.name ?? fields.issuers[0] ?? ''
    issues.push(issue(docNumberIssuer, at, { code: parsed.code, owner: owner.name, issuer }))
  }
  return issues
}

function titleIssues(entry: Entry): Issue[] {
  return [...kindIssues(entry), ...contradictions(entry)]
}

/** DOC-025: the kind a title ends with, and the years it names, against kind and plan period. */
function contradictions({ fields: { title, kind, planPeriod }, yaml }: Entry): Issue[] {
  const named = /的(决议|决定|公告|通告|意见|通知|通报|报告|批复|函|办法|细则|条例|规定)(?:[（(][^）)]*[）)])?$/.exec(
    title,
  )?.[1]
  const params = { title, key: 'kind', zh: '文种', found: kind }
  if (named && named !== kind && kind !== '其他')
    return [issue(titleContradicts, yaml.at(['kind']), { ...params, printed: named })]
  const [printed = '', from = '', to = ''] =
    /(\d{4})\s?年?\s?[-—–－~～至到]{1,2}\s?(\d{4})\s?年?/.exec(plainDigits(title)) ?? []
  const years =
    planPeriod && planPeriod.from <= planPeriod.to && `${planPeriod.from.slice(0, 4)}—${planPeriod.to.slice(0, 4)}`
  if (!years || printed === '' || years === `${from}—${to}`) return []
  const found = `${planPeriod.from} — ${planPeriod.to}`
  return [issue(titleContradicts, yaml.at(['planPeriod']), { title, key: 'planPeriod', zh: '规划期', found, printed })]
}

function kindIssues({ fields, yaml }: Entry): Issue[] {
  if (fields.text === 'stub') return []
  const words: readonly string[] = [
    ...documentKinds.filter((kind) => kind !== '其他'),
    '纲要',
    '要点',
    '清单',
    '公约',
    '章程',
    '法',
    '机制',
    '行动',
  ]
  return words.some((word) => fields.title.includes(word))
    ? []
    : [issue(titleWithoutKind, yaml.at(['title']), { title: fields.title })]
}

function dateIssues({ fields, yaml, body, bodyLine, file }: Entry, today: string): Issue[] {
  const issues: Issue[] = []
  const { adoptedOn, publishedOn, effectiveFrom, effectiveTo, planPeriod, activePeriod } = fields
  const order = (
    earlier: string,
    earlierOn: string | undefined,
    key: (string | number)[],
    later: string,
    laterOn: string | undefined,
  ) => {
    if (earlierOn && laterOn && laterOn < earlierOn)
      issues.push(issue(dateOrder, yaml.at(key), { earlier, earlierOn, later, laterOn }))
  }
  if (!adoptedOn && !fields.dateNote)
    issues.push(
      issue(missingField, yaml.at([]), {
        key: 'adoptedOn',
        zh: '成文日期',
        example: '2021-11-08；原件未见的，写 dateNote 说明',
      }),
    )
  order('成文日期', adoptedOn, ['publishedOn'], '发布日期', publishedOn)
  order('施行日期', effectiveFrom, ['effectiveTo'], '有效期至', effectiveTo)
  if (planPeriod && planPeriod.from <= planPeriod.to)
    order('成文日期', adoptedOn, ['planPeriod', 'to'], '规划期止', planPeriod.to)
  order('规划期起', planPeriod?.from, ['planPeriod', 'to'], '规划期止', planPeriod?.to)
  order('实施期起', activePeriod?.from, ['activePeriod', 'to'], '实施期止', activePeriod?.to)
  order('成文日期', adoptedOn, ['adoptedOn'], '今天', today)
  order('发布日期', publishedOn, ['publishedOn'], '今天', today)
  if (adoptedOn && effectiveFrom && !fields.dateNote && daysBetween(effectiveFrom, adoptedOn) > 366)
    issues.push(issue(retroactive, yaml.at(['effectiveFrom']), { effectiveFrom, adoptedOn }))
  const signed = signatureOf(body)
  if (signed && adoptedOn && signed.date !== adoptedOn)
    issues.push(
      issue(
        signatureDate,
        { file, line: bodyLine + signed.line, column: signed.column },
        { header: adoptedOn, body: signed.date },
      ),
    )
  return issues
}

/** The last line that is nothing but a date: 2021年11月8日 or 二〇二一年十一月八日. */
function signatureOf(body: string): { date: string; line: number; column: number } | undefined {
  const lines = body.split('\n')
  for (let line = lines.length - 1; line >= 0; line--) {
    const found =
      /^([\s\u3000]*)([\d〇零一二三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日\s*$/u.exec(
        lines[line] ?? '',
      )
    if (!found) continue
    const [year, month, day] = [found[2], found[3], found[4]].map((part) => parseNumeral(part ?? ''))
    if (year === undefined || month === undefined || day === undefined) return undefined
    const date = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
    return { date, line, column: (found[1]?.length ?? 0) + 1 }
  }
  return undefined
}

function lifeIssues({ id, fields, yaml }: Entry, { asOf, enders }: Around): Issue[] {
  const issues: Issue[] = []
  const at = (key: keyof PolicyFields) => yaml.at([key])
  if (fields.disclosure !== '主动公开')
    issues.push(issue(notForPublication, at('disclosure'), { disclosure: fields.disclosure }))
  if (fields.isNormative && !fields.registerNumber)
    issues.push(issue(noRegisterNumber, at('isNormative'), { none: true }))
  if (fields.effectiveTo && fields.effectiveTo < asOf && fields.validity?.is === '有效')
    issues.push(issue(expired, at('effectiveTo'), { effectiveTo: fields.effectiveTo }))
  const ended = enders.get(id) ?? []
  const replaced = fields.relations.find((one) => one.type === '被废止' || one.type === '被替代')
  if (
    fields.planPeriod &&
    fields.planPeriod.to < asOf &&
    fields.planPeriod.to >= fields.planPeriod.from &&
    fields.planPeriod.to >= (fields.adoptedOn ?? '') &&
    ended.length === 0 &&
    !replaced &&
    fields.changeNotes.length === 0
  )
    issues.push(issue(planOver, yaml.at(['planPeriod', 'to']), { to: fields.planPeriod.to }))
  for (const [index, relation] of fields.relations.entries()) {
    const place = yaml.at(['relations', index, 'policy'])
    if (relation.policy === id) issues.push(issue(relationFault, place, { what: 'self', other: id }))
    else if (ends(relation.type) && ended.some((other) => other.id === relation.policy))
      issues.push(issue(relationFault, place, { what: 'cycle', other: relation.policy }))
  }
  const repealer = ended.find((other) => other.fields.relations.some((one) => one.policy === id && one.type === '废止'))
  if (repealer && fields.validity?.is === '有效') {
    const on = repealer.fields.adoptedOn
    issues.push(
      issue(relationFault, yaml.at(['validity', 'is']), {
        what: 'still-valid',
        other: repealer.id,
        ...(on ? { on } : {}),
      }),
    )
  }
  return issues
}

/** A verbatim text is hash-locked from the moment its hash is recorded. */
function textIssues({ fields, yaml, body }: Entry): Issue[] {
  if (fields.text !== 'full' || fields.bodyHash === undefined) return []
  const found = bodyHash(body)
  return found === fields.bodyHash
    ? []
    : [issue(fullTextChanged, yaml.at(['bodyHash']), { expected: fields.bodyHash, found })]
}

/** sha256 of a body with line ends unified and outer blank lines dropped. */
export function bodyHash(body: string): string {
  return createHash('sha256').update(body.replaceAll('\r\n', '\n').trim()).digest('hex')
}
