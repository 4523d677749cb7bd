import type { Place } from '../../model/issue.ts'
import type { Bilingual } from '../../model/lang.ts'
import type { Builtin } from './builtin.ts'
import type { Fields } from './fields.ts'
import { parseNumeric } from './numeric.ts'
import type { Value } from './value.ts'
import { compareValues, lengthOf, numberValue, readValue } from './value.ts'

/** What the values of a datatype must keep to. */
export interface Limits {
  readonly lengths: readonly Length[]
  readonly bounds: readonly Bound[]
}

interface Length {
  readonly name: (typeof lengthNames)[number]
  readonly limit: number
}

interface Bound {
  readonly name: (typeof boundNames)[number]
  readonly limit: Value
  readonly written: string
}

export const noLimits: Limits = { lengths: [], bounds: [] }

const lengthNames = ['length', 'minLength', 'maxLength'] as const
const boundNames = ['minimum', 'maximum', 'minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'] as const

/** Reads the limits of a datatype description and reports those that contradict (Metadata Vocabulary §5.11.2). */
export function readLimits(fields: Fields, base: Builtin, conflict: (at: Place, reason: Bilingual) => void): Limits {
  const lengths = lengthNames.flatMap((name) => {
    const limit = fields.count(name)
    return limit === undefined ? [] : [{ name, limit }]
  })
  const written = boundNames.filter((name) => fields.take(name) !== undefined)
  const first = lengths[0]?.name
  if (first !== undefined && base.family !== 'text' && base.family !== 'binary') {
    conflict(fields.at(first), {
      zh: `${base.name} 不能限制长度（${first}）`,
      en: `${base.name} has no length to limit (${first})`,
    })
    return noLimits
  }
  if (written[0] !== undefined && !['number', 'date', 'duration'].includes(base.family)) {
    const name = written[0]
    conflict(fields.at(name), {
      zh: `${base.name} 不能限制大小（${name}）`,
      en: `${base.name} has no order to limit (${name})`,
    })
    return noLimits
  }
  const bounds = written.flatMap((name) => readBound(fields, name, base))
  const limits = { lengths, bounds }
  for (const [a, b, sign] of forbidden) checkPair(a, b, sign)
  return limits

  /** Both limits at once are wrong when the first compares with the second as `wrong` says. */
  function checkPair(a: LimitName, b: LimitName, wrong: (sign: number) => boolean): void {
    const sign = comparePair(limits, a, b)
    if (sign !== undefined && wrong(sign))
      conflict(fields.at(a), { zh: `${a} 与 ${b} 矛盾`, en: `${a} contradicts ${b}` })
  }
}

/** Which limit a text and its value break; nothing when none. */
export function brokenLimit(
  limits: Limits,
  text: string,
  value: Value,
  base: Builtin,
): { readonly name: string; readonly limit: string } | undefined {
  for (const { name, limit } of limits.lengths) {
    const length = lengthOf(text, base)
    const isKept = name === 'length' ? length === limit : name === 'minLength' ? length >= limit : length <= limit
    if (!isKept) return { name, limit: String(limit) }
  }
  for (const { name, limit, written } of limits.bounds) {
    const sign = compareValues(value, limit)
    if (sign === undefined || !keeps[name](sign)) return { name, limit: written }
  }
  return undefined
}

type LimitName = Length['name'] | Bound['name']

const keeps: Readonly<Record<Bound['name'], (sign: number) => boolean>> = {
  minimum: (sign) => sign >= 0,
  minInclusive: (sign) => sign >= 0,
  minExclusive: (sign) => sign > 0,
  maximum: (sign) => sign <= 0,
  maxInclusive: (sign) => sign <= 0,
  maxExclusive: (sign) => sign < 0,
}

const always = () => true
const isLess = (sign: number) => sign < 0
const isNotMore = (sign: number) => sign <= 0
const differs = (sign: number) => sign !== 0

const forbidden: readonly (readonly [LimitName, LimitName, (sign: number) => boolean])[] = [
  ['length', 'minLength', isLess],
  ['maxLength', 'length', isLess],
  ['maxLength', 'minLength', isLess],
  ['minimum', 'minInclusive', differs],
  ['maximum', 'maxInclusive', differs],
  ['minInclusive', 'minExclusive', always],
  ['minimum', 'minExclusive', always],
  ['maxInclusive', 'maxExclusive', always],
  ['maximum', 'maxExclusive', always],
  ['maxInclusive', 'minInclusive', isLess],
  ['maximum', 'minimum', isLess],
  ['maximum', 'minInclusive', isLess],
  ['maxInclusive', 'minimum', isLess],
  ['maxExclusive', 'minInclusive', isNotMore],
  ['maxExclusive', 'minimum', isNotMore],
  ['maxExclusive', 'minExclusive', isLess],
  ['maxInclusive', 'minExclusive', isNotMore],
  ['maximum', 'minExclusive', isNotMore],
]

function comparePair({ lengths, bounds }: Limits, a: LimitName, b: LimitName): number | undefined {
  const [one, other] = [lengths.find(({ name }) => name === a), lengths.find(({ name }) => name === b)]
  if (one && other) return one.limit - other.limit
  const [left, right] = [bounds.find(({ name }) => name === a), bounds.find(({ name }) => name === b)]
  return left && right && compareValues(left.limit, right.limit)
}

/** A number or a text in the form of XML Schema, whatever the format of the cells. */
function readBound(fields: Fields, name: Bound['name'], base: Builtin): Bound[] {
  const said = fields.take(name)
  if (said === undefined) return []
  const written = said.type === 'string' ? said.value : said.type === 'number' ? said.source : ''
  const isNumber = said.type === 'number' && base.family === 'number'
  const limit = isNumber ? numberValue(parseNumeric(written), base) : readValue(written, base)
  if (limit) return [{ name, limit, written }]
  const form = { zh: `有效的 ${base.name}`, en: `a valid ${base.name}` }
  return fields.ignore(name, said, form) ?? []
}
