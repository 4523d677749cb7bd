import { conditionValue } from '../../issues/mea.ts'
import { labelContradicts } from '../../issues/num.ts'
import type { Condition, ProfileField, Rule } from '../../model/benefit/eligibility-rule.ts'
import { profileQuestions } from '../../model/benefit/profile.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { findQuantities } from '../../model/number/quantity.ts'
import { nearest } from '../../model/policy/suggest.ts'
import type { Known } from './references.ts'
import { checkReference } from './references.ts'
import type { Path, Yaml } from './yaml.ts'

const numeric: ReadonlySet<ProfileField> = new Set<ProfileField>(['employees', 'revenue'])
const comparisons = { gte: 'ge', gt: 'gt', lte: 'le', lt: 'lt' } as const
const signs = { gte: '≥', gt: '>', lte: '≤', lt: '<' } as const

/** MEA-007, NUM-011 and REF-001 over all conditions of a measure: what the finder would judge wrongly without a word. */
export function checkEligibility(yaml: Yaml, rule: Rule, known: Known): Issue[] {
  return conditionsOf(rule, ['eligibility']).flatMap(({ condition, path }) => [
    ...checkValue(condition, yaml, path, known),
    ...checkLabel(condition, yaml, path),
  ])
}

function conditionsOf(rule: Rule, path: Path): { condition: Condition; path: Path }[] {
  if ('all' in rule) return rule.all.flatMap((one, index) => conditionsOf(one, [...path, 'all', index]))
  if ('any' in rule) return rule.any.flatMap((one, index) => conditionsOf(one, [...path, 'any', index]))
  return 'not' in rule ? conditionsOf(rule.not, [...path, 'not']) : [{ condition: rule, path }]
}

function checkValue({ field, op, value }: Condition, yaml: Yaml, path: Path, known: Known): Issue[] {
  if (field === 'confirm' || op === 'unknown' || op === 'yes' || op === 'no') return []
  const at = yaml.at([...path, 'value'])
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value]
  const say = (found: string, expected: string, guess?: string) => [
    issue(conditionValue, at, { field, op, found, expected, ...(guess ? { nearest: guess } : {}) }),
  ]
  if (values.length === 0 || values.some((one) => String(one).trim() === '')) return say('', '请补上 value（值）')
  if (op in comparisons) {
    if (!numeric.has(field)) return say(String(values[0]), `${field} 不是数字，请用 is、in 或 not`)
    const odd = values.find((one) => !Number.isFinite(Number(one)))
    return odd === undefined && values.length === 1
      ? []
      : say(String(odd ?? values.join('、')), '请写一个数字，例如 value: 10')
  }
  if (field === 'region') {
    return values.flatMap((one, index) =>
      checkReference(known, 'regions', String(one), Array.isArray(value) ? yaml.at([...path, 'value', index]) : at),
    )
  }
  if (op === 'within') return say(String(values[0]), 'within 只用于 region（区域）')
  const allowed = profileQuestions.find((one) => one.field === field)?.options.map((one) => one.value) ?? []
  const odd = allowed.length > 0 ? values.find((one) => !allowed.includes(String(one))) : undefined
  if (odd === undefined) return []
  return say(String(odd), `可以写 ${allowed.join('、')}`, nearest(String(odd), allowed))
}

/** The number and its bound word in the label, against the condition the finder judges by. */
function checkLabel({ op, value, label }: Condition, yaml: Yaml, path: Path): Issue[] {
  if (!(op === 'gte' || op === 'gt' || op === 'lte' || op === 'lt') || value === undefined) return []
  const stated = Number(value)
  const printed = findQuantities(label)
  if (printed.length === 0 || !Number.isFinite(stated)) return []
  const same = printed.find((one) => [1, 1e4, 1e8].some((scale) => one.value === stated * scale))
  const agrees =
    same && (same.comparator === undefined || same.comparator === comparisons[op] || !(same.comparator in directions))
  if (agrees) return []
  const words = (same ?? printed[0])?.printed ?? label
  return [
    issue(labelContradicts, yaml.at([...path, same ? 'op' : 'value']), {
      label,
      printed: words,
      found: `${signs[op]} ${stated}`,
    }),
  ]
}

const directions = { ge: true, gt: true, le: true, lt: true }
