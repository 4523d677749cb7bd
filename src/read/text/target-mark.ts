import { badDate, badValue, dateOrder, missingField, unknownField, unreviewed } from '../../issues/doc.ts'
import {
  comparatorMismatch,
  deadlineNotPrinted,
  noQuantity,
  oddDigits,
  unitMismatch,
  valueMismatch,
} from '../../issues/num.ts'
import { dangling } from '../../issues/ref.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { isRealDate } from '../../model/number/date.ts'
import { plainDigits } from '../../model/number/plain-digits.ts'
import type { Quantity } from '../../model/number/quantity.ts'
import { findQuantities, mainQuantity, parseQuantity } from '../../model/number/quantity.ts'
import type { PolicyFields } from '../../model/policy/policy.ts'
import { nearest } from '../../model/policy/suggest.ts'
import type { Indicator } from '../../model/register/indicator.ts'
import { comparatorWords, findComparator } from '../../model/target/comparator.ts'
import type { Comparator, Target, TargetKind } from '../../model/target/target.ts'
import { comparators, targetKinds } from '../../model/target/target.ts'
import type { TargetMark } from './mdast.ts'
import { readPath } from './target-path.ts'

const attributeNames = [
  'id',
  'indicator',
  'title',
  'kind',
  'value',
  'to',
  'unit',
  'comparator',
  'by',
  'from',
  'basis',
  'every',
  'subsetOf',
  'region',
  'baseline',
  'path',
  'milestones',
  'note',
] as const

const bases = ['原文明示', '上下文', '规划期', '无'] as const

interface Where {
  readonly policy: string
  readonly fields: PolicyFields
  readonly clause: string
  readonly indicators: ReadonlyMap<string, Indicator>
  /** False where the register could not be read: nothing is known of its ids. */
  readonly hasIndicators: boolean
  /** The years the text prints. */
  readonly years: ReadonlySet<string>
}

/**
 * Reads a promise from its marked words: comparator, value, unit and kind come from the text. An attribute may
 * state what the words leave open; one that contradicts them is an error.
 */
export function readTarget(mark: TargetMark, where: Where): { target: Target; issues: Issue[] } {
  const issues: Issue[] = []
  const { attributes, words } = mark
  const odd = checkSyntax(mark)
  if (odd) issues.push(odd)
  for (const key of odd ? [] : Object.keys(attributes)) {
    if (key === 'unreviewed' || attributeNames.some((one) => one === key)) continue
    const guess = nearest((/^([A-Za-z]+)[:：]/.exec(key)?.[1] ?? key).trim(), attributeNames)
    const near = guess ? { nearest: /[:：]/.test(key) ? `${guess}=…` : guess } : {}
    issues.push(issue(unknownField, mark.attributeAt(key), { key, known: attributeNames, ...near }))
  }
  issues.push(...reviewIssues(mark))
  const id = attributes['id'] ?? ''
  if (!odd && !/^[a-z0-9][a-z0-9-]*$/.test(id)) issues.push(idFault(mark, id))
  const indicator = readIndicator(mark, where, issues)
  const quantities = findQuantities(words)
  if (where.fields.text !== 'full') issues.push(...checkDigits(mark))
  const stated = number(mark, 'value', issues)
  const quantity = pickQuantity(words, quantities, stated)
  const comparator = readComparator(mark, issues)
  const kind = readKind(mark, quantity, comparator.comparator, words, issues)
  const wordless = kind === 'qualitative' || kind === 'direction' || kind === 'milestone'
  const value = stated ?? (wordless ? undefined : (quantity?.value ?? (kind === 'coverage' ? 1 : undefined)))
  if (stated !== undefined && quantities.length > 0 && !quantities.some((one) => close(one.value, stated)))
    issues.push(issue(valueMismatch, mark.attributeAt('value'), mismatch(quantities, stated)))
  // A yearly duty may be an activity without a number (每年评选一批): it is shown, and not judged.
  if (value === undefined && !wordless && kind !== 'yearly') issues.push(issue(noQuantity, mark.at, { words }))
  const unit = readUnit(mark, quantity, kind, indicator, issues)
  const period = readPeriod(mark, where, issues)
  const printed = quantity?.printed
  const baseline = readBaseline(mark, period.deadline, issues)
  const path = readPath(mark, { kind, value, baseline, ...period }, issues)
  return {
    issues,
    target: {
      id,
      policy: where.policy,
      clause: where.clause,
      place: mark.at,
      words,
      title: attributes['title'] ?? indicator?.name ?? words,
      kind,
      comparator: comparator.comparator,
      comparatorWord: comparator.word,
      region: attributes['region'] ?? where.fields.region,
      ...period,
      ...(attributes['indicator'] ? { indicator: attributes['indicator'] } : {}),
      ...(value === undefined ? {} : { value }),
      ...optional('valueTo', number(mark, 'to', issues)),
      ...optional('unit', unit),
      ...optional('unitPrinted', quantity?.unit),
      ...optional('valuePrinted', printed),
      ...(attributes['every'] === 'year' || kind === 'yearly' ? { every: 'year' as const } : {}),
      ...optional('subsetOf', attributes['subsetOf']),
      ...optional('note', attributes['note']),
      ...optional('baseline', baseline),
      ...path,
    },
  }
}

/** DOC-022: only an editor makes a promise of what the import has found. */
export function reviewIssues(mark: TargetMark): Issue[] {
  if (mark.attributes['unreviewed'] === undefined) return []
  return [issue(unreviewed, mark.attributeAt('unreviewed'), { words: mark.words.slice(0, 40) })]
}

/** What breaks the list of attributes itself: signs between or around them that are not blanks, `=` and straight quotes. */
function checkSyntax(mark: TargetMark): Issue | undefined {
  const entries = Object.entries(mark.attributes)
  const say = (key: string, found: string, zh: string, en: string) =>
    issue(badValue, mark.attributeAt(key), {
      key,
      zh: '目标的属性',
      found,
      expected: zh,
      expectedEn: en,
      advice: {
        zh: '写成 {#t01 indicator=指标 by=2025-12-31}：各项之间空一格，等号两边不空',
        en: 'Write {#t01 indicator=id by=2025-12-31}',
      },
    })
  const keys = [...mark.written.matchAll(/[\s{]([A-Za-z]+)=/g)].map((found) => found[1] ?? '')
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice) return say(twice, mark.attributes[twice] ?? '', '同一项写了两次', 'it is written twice')
  const { every } = mark.attributes
  if (every && every !== 'year') return say('every', every, '只能写 every=year', 'only every=year is allowed')
  const bare = entries.find(([key, value]) => value === '' && !attributeNames.some((one) => one === key))
  const comma = entries.find(([key, value]) => /[,，、;；]$/.test(value) || /[,，、;；]/.test(key))
  if (comma) return say(comma[0], comma[1] || comma[0], '各项之间不用逗号', 'no commas between attributes')
  const quote = entries.find(([, value]) => /^[“‘＂][^”’＂]*$/.test(value))
  if (quote) return say(quote[0], quote[1], '引号要用半角的', 'use straight quotes')
  if (bare && /^[＃#]?[a-z]{0,2}\d+$/i.test(bare[0]) && !mark.attributes['id'])
    return say(
      'id',
      bare[0],
      `编号前面要有半角的 #，写 #${bare[0].replace(/^[＃#]/, '').toLowerCase()}`,
      'an id begins with #',
    )
  const empty = entries.find(
    ([key, value]) => value === '' && key !== 'note' && attributeNames.some((one) => one === key),
  )
  if (empty)
    return say(empty[0], bare?.[0] ?? '', '没有写值；等号用半角，两边不空格', 'has no value; write = without blanks')
  const wide = bare && /[＝]/.test(bare[0]) ? bare : undefined
  return wide && say(wide[0], wide[0], '等号要用半角', 'use a half-width =')
}

/** NUM-007 in our own words; a verbatim text prints what it prints. */
function checkDigits(mark: TargetMark): Issue[] {
  const wide = /[０-９][０-９.．]*/.exec(mark.words)?.[0]
  if (wide)
    return [
      issue(oddDigits, mark.at, { found: wide, what: 'full-width', suggestion: plainDigits(wide).replace('．', '.') }),
    ]
  const comma = /\d{1,3}(?:[,，]\d{3})+(?!\d)/.exec(mark.words)?.[0]
  if (comma)
    return [issue(oddDigits, mark.at, { found: comma, what: 'comma', suggestion: comma.replace(/[,，]/g, '') })]
  const letter = /\d[OoＯ]+(?=\D|$)|\d[lI](?=\d)/.exec(mark.words)?.[0]
  return letter
    ? [issue(oddDigits, mark.at, { found: letter, what: 'letter-o', suggestion: letter.replace(/[OoＯ]/g, '0') })]
    : []
}

function idFault(mark: TargetMark, id: string): Issue {
  if (id === '') return issue(missingField, mark.at, { key: '#id', zh: '目标编号', example: '{#t01}' })
  const lower = id.toLowerCase().replace(/[^a-z0-9-]/g, '')
  const words = { expected: '只能用小写字母、数字和短横线', expectedEn: 'lower-case letters, digits and hyphens only' }
  const near = lower === '' ? {} : { nearest: `#${lower}` }
  return issue(badValue, mark.attributeAt('id'), { key: '#id', zh: '目标编号', found: id, ...words, ...near })
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>)
}

function readIndicator(mark: TargetMark, where: Where, issues: Issue[]): Indicator | undefined {
  const id = mark.attributes['indicator']
  if (id === undefined || id === '' || !where.hasIndicators) return undefined
  const found = where.indicators.get(id.replace(/[,，、;；]$/, ''))
  if (found) return found
  const guess = nearest(id, [...where.indicators.keys()])
  const near = guess ? { nearest: guess, nearestName: where.indicators.get(guess)?.name ?? guess } : {}
  issues.push(
    issue(dangling, mark.attributeAt('indicator'), { kind: { zh: '指标', en: 'indicator' }, found: id, ...near }),
  )
  return undefined
}

/** The number that is the promise: the one an editor stated, else the one the words are about. */
function pickQuantity(
  words: string,
  quantities: readonly Quantity[],
  stated: number | undefined,
): Quantity | undefined {
  if (stated === undefined) return mainQuantity(words)
  return quantities.find((one) => close(one.value, stated)) ?? mainQuantity(words)
}

function readComparator(mark: TargetMark, issues: Issue[]): { comparator: Comparator; word: string } {
  const found = findComparator(mark.words)
  const stated = mark.attributes['comparator']
  if (stated === undefined) return found
  const known = comparators.find((one) => one === stated)
  if (!known) {
    issues.push(notAllowed(mark, 'comparator', '比较', stated, comparators))
    return found
  }
  if (found.word !== '' && found.comparator !== known) {
    const params = { word: found.word, meaning: comparatorWords[found.comparator].zh, found: comparatorWords[known].zh }
    issues.push(issue(comparatorMismatch, mark.attributeAt('comparator'), params))
  }
  return { comparator: known, word: found.word }
}

function readKind(
  mark: TargetMark,
  quantity: Quantity | undefined,
  comparator: Comparator,
  words: string,
  issues: Issue[],
): TargetKind {
  const stated = mark.attributes['kind']
  if (stated !== undefined) {
    const known = targetKinds.find((one) => one === stated)
    if (known) return known
    issues.push(notAllowed(mark, 'kind', '目标类型', stated, targetKinds))
  }
  if (mark.attributes['every'] === 'year') return 'yearly'
  if (words.includes('全覆盖')) return 'coverage'
  if (comparator === 'up' || comparator === 'down') return 'direction'
  if (!quantity) return 'qualitative'
  if (quantity.unit === '比率') return /增长|增速/.test(words) ? 'rate' : 'ratio'
  return /累计|新增/.test(words) ? 'cumulative' : 'level'
}

function readUnit(
  mark: TargetMark,
  quantity: Quantity | undefined,
  kind: TargetKind,
  indicator: Indicator | undefined,
  issues: Issue[],
): string | undefined {
  const stated = mark.attributes['unit']
  const printed = quantity?.unit
  if (stated && printed && stated !== printed) {
    issues.push(
      issue(unitMismatch, mark.attributeAt('unit'), { indicator: mark.words, expected: printed, found: stated }),
    )
  }
  const unit = stated ?? (printed || undefined) ?? (kind === 'coverage' ? '比率' : undefined)
  if (unit && indicator?.unit && kind !== 'direction' && unit !== indicator.unit) {
    const at = stated ? mark.attributeAt('unit') : mark.at
    issues.push(issue(unitMismatch, at, { indicator: indicator.name, expected: indicator.unit, found: unit }))
  }
  return unit ?? indicator?.unit
}

function readPeriod(
  mark: TargetMark,
  { fields, years }: Where,
  issues: Issue[],
): Pick<Target, 'from' | 'deadline' | 'deadlineBasis'> {
  const by = date(mark, 'by', issues)
  const from = date(mark, 'from', issues) ?? fields.planPeriod?.from
  const basis = mark.attributes['basis']
  const known = bases.find((one) => one === basis)
  if (basis !== undefined && !known) issues.push(notAllowed(mark, 'basis', '期限依据', basis, bases))
  if (mark.attributes['by'] === 'none') return { ...optional('from', from), deadlineBasis: '无' }
  if (by) issues.push(...checkDeadline(mark, by, from, fields, basis === undefined ? years : undefined))
  const deadline = by ?? fields.planPeriod?.to
  const deadlineBasis = known ?? (by ? '原文明示' : deadline ? '规划期' : '无')
  return { ...optional('from', from), ...optional('deadline', deadline), deadlineBasis }
}

/** DOC-011 and NUM-009: a deadline before its own beginning or before the document, and a year the text does not print. */
function checkDeadline(
  mark: TargetMark,
  by: string,
  from: string | undefined,
  { adoptedOn }: PolicyFields,
  years: ReadonlySet<string> | undefined,
): Issue[] {
  const at = mark.attributeAt('by')
  const late = { later: '目标期限', laterOn: by }
  const begins = mark.attributes['from'] === undefined ? undefined : from
  if (begins && by < begins) return [issue(dateOrder, at, { earlier: '目标起点', earlierOn: begins, ...late })]
  if (adoptedOn && by < adoptedOn) return [issue(dateOrder, at, { earlier: '成文日期', earlierOn: adoptedOn, ...late })]
  const year = by.slice(0, 4)
  return years && !years.has(year) ? [issue(deadlineNotPrinted, at, { by, year })] : []
}

function date(mark: TargetMark, name: string, issues: Issue[]): string | undefined {
  const text = mark.attributes[name]
  if (text === undefined || text === 'none') return undefined
  const checked = isRealDate(text)
  if (checked.ok) return text
  issues.push(issue(badDate, mark.attributeAt(name), { found: text, ...checked }))
  return undefined
}

function number(mark: TargetMark, name: string, issues: Issue[]): number | undefined {
  const text = mark.attributes[name]
  if (text === undefined) return undefined
  const parsed = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : parseQuantity(text)?.value
  if (parsed === undefined) {
    const expected = { expected: '应是数字，例如 52000 或 5.2万', expectedEn: 'expected a number, e.g. 52000' }
    issues.push(issue(badValue, mark.attributeAt(name), { key: name, zh: '数值', found: text, ...expected }))
  }
  return parsed
}

/** `baseline=9200@2020-12-31`, a day before the deadline. */
function readBaseline(mark: TargetMark, deadline: string | undefined, issues: Issue[]): Target['baseline'] {
  const text = mark.attributes['baseline']
  if (text === undefined) return undefined
  const [, value = '', on = ''] = /^(-?[\d.]+)@(\S+)$/.exec(text) ?? []
  const real = /^-?\d+(\.\d+)?$/.test(value) && isRealDate(on).ok
  if (real && (deadline === undefined || on < deadline)) return { value: Number(value), on }
  const expected = real
    ? { expected: `起点要在期限 ${deadline} 以前`, expectedEn: `a baseline lies before the deadline, ${deadline}` }
    : { expected: '写成 数值@日期，例如 9200@2020-12-31', expectedEn: 'write value@date, e.g. 9200@2020-12-31' }
  issues.push(issue(badValue, mark.attributeAt('baseline'), { key: 'baseline', zh: '基期', found: text, ...expected }))
  return undefined
}

function notAllowed(mark: TargetMark, key: string, zh: string, found: string, allowed: readonly string[]): Issue {
  const guess = nearest(found, allowed)
  const words = { expected: `可以写 ${allowed.join('、')}`, expectedEn: `allowed: ${allowed.join(', ')}` }
  return issue(badValue, mark.attributeAt(key), { key, zh, found, ...words, ...(guess ? { nearest: guess } : {}) })
}

function mismatch(
  quantities: readonly Quantity[],
  stated: number,
): { printed: string; expected: string; found: string; factor?: string } {
  const wanted = quantities.at(-1)
  const value = wanted?.value ?? 0
  const ratio = value !== 0 && stated !== 0 ? Math.max(value / stated, stated / value) : 0
  const power = Math.round(Math.log10(ratio))
  const factor = ratio > 1 && close(ratio, 10 ** power) ? { factor: String(10 ** power) } : {}
  return { printed: wanted?.printed ?? '', expected: String(value), found: String(stated), ...factor }
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}
