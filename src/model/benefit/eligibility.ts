import type { Condition, ProfileField, Rule } from './eligibility-rule.ts'
import { profileFieldNames } from './profile.ts'

/** What a reader has told the finder; a field left out is not known. */
export type Answers = Partial<Record<ProfileField, string | number | boolean | readonly string[]>>

/** 符合 · 不符合 · 需确认 */
export type Verdict = 'yes' | 'no' | 'unknown'

export interface ConditionVerdict {
  readonly condition: Condition
  /** What the condition means for the reader: under a `not` it is the other way round. */
  readonly verdict: Verdict
  readonly negated: boolean
  readonly reason: string
}

export interface RuleVerdict {
  readonly verdict: Verdict
  readonly conditions: readonly ConditionVerdict[] // in the order of the rule
}

export interface EligibilityContext {
  /** Code of a region → its own code and those above it. */
  readonly regions: Readonly<Record<string, readonly string[]>>
}

/** Judges a rule by what is known. What is not known is never held against the reader: it is `unknown`. */
export function evaluate(rule: Rule, answers: Answers, context: EligibilityContext): RuleVerdict {
  const conditions: ConditionVerdict[] = []
  return { verdict: judge(rule, false, answers, context, conditions), conditions }
}

/** Why nobody can meet a rule. */
export interface Contradiction {
  readonly field: ProfileField
  readonly text: string // e.g. 从业人员 ≥300 且 ≤10
  readonly conditions: readonly Condition[] // the one or two that exclude each other
}

/**
 * Conditions that no answer can meet together (MEA-005): number ranges without a common number, two different values,
 * yes and no. Every finding is a real contradiction; some that only show across several `any` parts are not found.
 */
export function findContradiction(rule: Rule): Contradiction | undefined {
  return clash([], [positive(rule, false)])
}

function judge(
  part: Rule,
  negated: boolean,
  answers: Answers,
  context: EligibilityContext,
  into: ConditionVerdict[],
): Verdict {
  if ('not' in part) return judge(part.not, !negated, answers, context, into)
  if ('all' in part)
    return every(
      part.all.map((one) => judge(one, negated, answers, context, into)),
      negated,
    )
  if ('any' in part)
    return every(
      part.any.map((one) => judge(one, negated, answers, context, into)),
      !negated,
    )
  const answer = answers[part.field]
  const plain = leaf(part, answer, context)
  const verdict = negated ? flip(plain) : plain
  into.push({ condition: part, verdict, negated, reason: reasonOf(part, verdict, answer) })
  return verdict
}

/** Three-valued "all"; `dual` makes it "any": verdicts below a `not` come already turned round. */
function every(verdicts: readonly Verdict[], dual: boolean): Verdict {
  const decisive = dual ? 'yes' : 'no'
  if (verdicts.includes(decisive)) return decisive
  return verdicts.includes('unknown') ? 'unknown' : flip(decisive)
}

function flip(verdict: Verdict): Verdict {
  return verdict === 'yes' ? 'no' : verdict === 'no' ? 'yes' : 'unknown'
}

function leaf(condition: Condition, answer: Answers[ProfileField], context: EligibilityContext): Verdict {
  const { op } = condition
  if (condition.field === 'confirm' || op === 'unknown' || isOpen(answer)) return 'unknown'
  switch (op) {
    case 'yes':
    case 'no': {
      const said = truth(answer)
      return said === undefined ? 'unknown' : verdictOf(said === (op === 'yes'))
    }
    case 'is':
    case 'in':
      return verdictOf(listed(condition, answer))
    case 'not':
      return verdictOf(!listed(condition, answer))
    case 'within':
      return verdictOf(
        texts(answer).some((code) => {
          const chain = context.regions[code] ?? [code]
          return texts(condition.value).some((value) => chain.includes(value))
        }),
      )
    default:
      return compare(op, answer, condition.value)
  }
}

/** Not answered: missing, empty, or no number where one was typed wrongly. */
function isOpen(answer: Answers[ProfileField]): answer is undefined {
  return answer === undefined || answer === '' || Number.isNaN(answer) || (Array.isArray(answer) && answer.length === 0)
}

function truth(answer: Answers[ProfileField]): boolean | undefined {
  if (answer === true || answer === 'yes' || answer === 'true') return true
  return answer === false || answer === 'no' || answer === 'false' ? false : undefined
}

function listed(condition: Condition, answer: Answers[ProfileField]): boolean {
  const values = texts(condition.value)
  return texts(answer).some((one) => values.includes(one))
}

function texts(value: unknown): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)]
}

function compare(op: 'gte' | 'lte' | 'gt' | 'lt', answer: Answers[ProfileField], value: Condition['value']): Verdict {
  const [a, b] = [amount(answer), amount(value)]
  if (a === undefined || b === undefined) return 'unknown'
  return verdictOf(op === 'gte' ? a >= b : op === 'lte' ? a <= b : op === 'gt' ? a > b : a < b)
}

function amount(value: unknown): number | undefined {
  if (typeof value !== 'number' && (typeof value !== 'string' || value.trim() === '')) return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

function verdictOf(holds: boolean): Verdict {
  return holds ? 'yes' : 'no'
}

function reasonOf(condition: Condition, verdict: Verdict, answer: Answers[ProfileField]): string {
  const name = profileFieldNames[condition.field].zh
  if (condition.field === 'confirm' || condition.op === 'unknown') return '需由经办单位确认'
  if (isOpen(answer)) return `您还没有填写“${name}”`
  if (verdict === 'unknown') return `“${name}”的填写内容无法判断`
  const said = typeof answer === 'boolean' ? (answer ? '是' : '否') : texts(answer).join('、')
  return `您填写的“${name}”是${said}，${verdict === 'yes' ? '符合' : '不符合'}`
}

/** A rule without `not`: each one is carried down to the conditions. */
type Positive = Condition | { readonly all: readonly Positive[] } | { readonly any: readonly Positive[] }

const opposite = {
  is: 'not',
  not: 'in',
  in: 'not',
  gte: 'lt',
  lt: 'gte',
  lte: 'gt',
  gt: 'lte',
  yes: 'no',
  no: 'yes',
} as const

function positive(rule: Rule, negated: boolean): Positive {
  if ('not' in rule) return positive(rule.not, !negated)
  if ('all' in rule || 'any' in rule) {
    const parts = ('all' in rule ? rule.all : rule.any).map((one) => positive(one, negated))
    return 'all' in rule !== negated ? { all: parts } : { any: parts }
  }
  if (!negated) return rule
  const op = rule.op === 'within' || rule.op === 'unknown' ? 'unknown' : opposite[rule.op]
  return { ...rule, op }
}

/** The contradiction of conditions that all must hold, those of `known` among themselves excepted. */
function clash(known: readonly Condition[], parts: readonly Positive[]): Contradiction | undefined {
  const held = [...known]
  const choices: { readonly any: readonly Positive[] }[] = []
  const waiting = [...parts]
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    if ('all' in part) waiting.unshift(...part.all)
    else if ('any' in part) choices.push(part)
    else {
      const own = part
      const other = held.find((one) => exclude(one, own))
      if (other) return described(other, own)
      held.push(own)
    }
  }
  for (const { any } of choices) {
    const found = any.map((one) => clash(held, [one]))
    if (found.length > 0 && found.every((one) => one !== undefined)) return found[0]
  }
  return undefined
}

function exclude(a: Condition, b: Condition): boolean {
  if (a.field !== b.field || a.field === 'confirm') return false
  if ((a.op === 'yes' && b.op === 'no') || (a.op === 'no' && b.op === 'yes')) return true
  const [first, second] = [allowed(a), allowed(b)]
  if (first && second) return !first.some((value) => second.includes(value))
  if (first && b.op === 'not') return first.every((value) => texts(b.value).includes(value))
  if (second && a.op === 'not') return second.every((value) => texts(a.value).includes(value))
  const [left, right] = [range(a), range(b)]
  if (!left || !right) return false
  const low = Math.max(left.low, right.low)
  const high = Math.min(left.high, right.high)
  const open = [left, right].some((one) => (one.low === low && one.lowOpen) || (one.high === high && one.highOpen))
  return low > high || (low === high && open)
}

/** The values a condition lets through, where it lists them. */
function allowed(condition: Condition): string[] | undefined {
  return condition.op === 'is' || condition.op === 'in' ? texts(condition.value) : undefined
}

function range(condition: Condition): { low: number; high: number; lowOpen: boolean; highOpen: boolean } | undefined {
  const value = amount(condition.value)
  if (value === undefined) return undefined
  switch (condition.op) {
    case 'gte':
    case 'gt':
      return { low: value, high: Number.POSITIVE_INFINITY, lowOpen: condition.op === 'gt', highOpen: false }
    case 'lte':
    case 'lt':
      return { low: Number.NEGATIVE_INFINITY, high: value, lowOpen: false, highOpen: condition.op === 'lt' }
    case 'is':
      return { low: value, high: value, lowOpen: false, highOpen: false }
    default:
      return undefined
  }
}

const signs: Readonly<Record<Condition['op'], string>> = {
  is: '＝',
  in: '属于 ',
  not: '不是 ',
  gte: '≥',
  lte: '≤',
  gt: '>',
  lt: '<',
  within: '在 ',
  yes: '是',
  no: '否',
  unknown: '未知',
}

function described(a: Condition, b: Condition): Contradiction {
  const say = (one: Condition): string => `${signs[one.op]}${texts(one.value).join('、')}`
  return { field: a.field, text: `${profileFieldNames[a.field].zh} ${say(a)} 且 ${say(b)}`, conditions: [a, b] }
}
