import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answers, evaluate, findContradiction, type Verdict } from '../../../src/model/benefit/eligibility.ts'
import {
  type Condition,
  type ProfileField,
  profileFields,
  type Rule,
} from '../../../src/model/benefit/eligibility-rule.ts'

const context = {
  regions: {
    '330782': ['330782', '330700', '330000'],
    '330700': ['330700', '330000'],
    '330114': ['330114', '330100', '330000'],
  },
}

describe('one condition', () => {
  test.each<[Pick<Condition, 'field' | 'op' | 'value'>, Answers, Verdict]>([
    [{ field: 'identity', op: 'is', value: '小微企业' }, { identity: '小微企业' }, 'yes'],
    [{ field: 'identity', op: 'is', value: '小微企业' }, { identity: ['劳动者', '小微企业'] }, 'yes'],
    [{ field: 'identity', op: 'in', value: ['小微企业', '个体工商户'] }, { identity: '学生' }, 'no'],
    [{ field: 'identity', op: 'not', value: '学生' }, { identity: '学生' }, 'no'],
    [{ field: 'employees', op: 'gte', value: 300 }, { employees: 300 }, 'yes'],
    [{ field: 'employees', op: 'gt', value: 300 }, { employees: 300 }, 'no'],
    [{ field: 'employees', op: 'lte', value: 10 }, { employees: '9' }, 'yes'],
    [{ field: 'employees', op: 'lt', value: 10 }, { employees: 'about ten' }, 'unknown'],
    [{ field: 'pensionPaid', op: 'yes' }, { pensionPaid: true }, 'yes'],
    [{ field: 'outsider', op: 'no' }, { outsider: true }, 'no'],
    [{ field: 'outsider', op: 'no' }, { outsider: 'no' }, 'yes'],
    [{ field: 'region', op: 'within', value: '330700' }, { region: '330782' }, 'yes'],
    [{ field: 'region', op: 'within', value: '330000' }, { region: '330114' }, 'yes'],
    [{ field: 'region', op: 'within', value: '330782' }, { region: '330114' }, 'no'],
    [{ field: 'region', op: 'within', value: ['330100', '330700'] }, { region: '330114' }, 'yes'],
    [{ field: 'region', op: 'within', value: '999999' }, { region: '999999' }, 'yes'],
    [{ field: 'confirm', op: 'yes' }, { confirm: true }, 'unknown'],
    [{ field: 'talent', op: 'unknown' }, { talent: true }, 'unknown'],
  ])('%j with %j is %s', (one, answers, verdict) => {
    expect(evaluate({ ...one, label: '条件' }, answers, context).verdict).toBe(verdict)
  })

  test.each([undefined, '', [], Number.NaN])('an answer of %j is not known, never a no', (answer) => {
    const found = evaluate(leaf('employees', 'gte', 3), { employees: answer }, context)
    expect(found.verdict).toBe('unknown')
    expect(found.conditions[0]?.reason).toBe('您还没有填写“从业人员”')
  })

  test('the reason names the answer', () => {
    const reason = (answers: Answers) => evaluate(leaf('employees', 'lte', 10), answers, context).conditions[0]?.reason
    expect(reason({ employees: 12 })).toBe('您填写的“从业人员”是12，不符合')
    expect(reason({ employees: 9 })).toBe('您填写的“从业人员”是9，符合')
  })
})

describe('a tree of conditions', () => {
  const small = leaf('employees', 'lte', 10)
  const pays = leaf('pensionPaid', 'yes')

  test('all of', () => {
    const rule = { all: [small, pays] }
    expect(verdict(rule, { employees: 5, pensionPaid: true })).toBe('yes')
    expect(verdict(rule, { employees: 50 })).toBe('no')
    expect(verdict(rule, { employees: 5 })).toBe('unknown')
  })

  test('any of', () => {
    const rule = { any: [small, pays] }
    expect(verdict(rule, { employees: 5 })).toBe('yes')
    expect(verdict(rule, { employees: 50 })).toBe('unknown')
    expect(verdict(rule, { employees: 50, pensionPaid: false })).toBe('no')
  })

  test('not', () => {
    expect(verdict({ not: small }, { employees: 5 })).toBe('no')
    expect(verdict({ not: small }, {})).toBe('unknown')
    expect(verdict({ not: { all: [small, pays] } }, { employees: 50 })).toBe('yes')
    expect(verdict({ not: { not: small } }, { employees: 5 })).toBe('yes')
  })

  test('each condition is listed once, in order, with what it means for the reader', () => {
    const found = evaluate({ all: [pays, { not: small }] }, { employees: 5 }, context)
    expect(found.conditions.map((one) => [one.condition.field, one.verdict, one.negated])).toEqual([
      ['pensionPaid', 'unknown', false],
      ['employees', 'no', true],
    ])
  })
})

describe('contradictions', () => {
  test('a range without a number in it', () => {
    const rule = { all: [leaf('employees', 'gte', 300), leaf('employees', 'lte', 10)] }
    expect(findContradiction(rule)?.text).toBe('从业人员 ≥300 且 ≤10')
  })

  test.each<[string, Rule]>([
    ['two values', { all: [leaf('region', 'is', '330782'), leaf('region', 'is', '330114')] }],
    ['lists without a common value', { all: [leaf('industry', 'in', ['物流']), leaf('industry', 'in', ['制造业'])] }],
    ['a value and its exclusion', { all: [leaf('industry', 'is', '物流'), leaf('industry', 'not', '物流')] }],
    ['yes and no', { all: [leaf('hires', 'yes'), leaf('hires', 'no')] }],
    ['an open and a closed end', { all: [leaf('employees', 'gt', 10), leaf('employees', 'lte', 10)] }],
    ['a value outside a range', { all: [leaf('employees', 'is', 5), leaf('employees', 'gte', 10)] }],
    ['nested', { all: [leaf('employees', 'gte', 300), { all: [{ any: [leaf('employees', 'lte', 10)] }] }] }],
    [
      'every alternative',
      { all: [leaf('hires', 'yes'), { any: [leaf('hires', 'no'), { not: leaf('hires', 'yes') }] }] },
    ],
    ['under not', { not: { any: [leaf('employees', 'lt', 300), leaf('employees', 'gt', 10)] } }],
  ])('%s', (_, rule) => {
    expect(findContradiction(rule)).toBeDefined()
  })

  test.each<[string, Rule]>([
    ['a range with one number', { all: [leaf('employees', 'gte', 10), leaf('employees', 'lte', 10)] }],
    ['alternatives', { any: [leaf('region', 'is', '330782'), leaf('region', 'is', '330114')] }],
    ['one open alternative', { all: [leaf('hires', 'yes'), { any: [leaf('hires', 'no'), leaf('talent', 'yes')] }] }],
    ['places inside each other', { all: [leaf('region', 'within', '330000'), leaf('region', 'within', '330782')] }],
    ['matters only the office knows', { all: [leaf('confirm', 'yes'), leaf('confirm', 'no')] }],
    ['a value and another excluded', { all: [leaf('industry', 'is', '物流'), leaf('industry', 'not', '制造业')] }],
  ])('silent on %s', (_, rule) => {
    expect(findContradiction(rule)).toBeUndefined()
  })
})

const conditions = fc
  .oneof(
    fc.record({
      field: fc.constantFrom<ProfileField>('employees', 'revenue'),
      op: fc.constantFrom('gte', 'lte', 'gt', 'lt', 'is'),
      value: fc.integer({ min: 0, max: 4 }),
    }),
    fc.record({
      field: fc.constantFrom<ProfileField>('hires', 'talent', 'confirm'),
      op: fc.constantFrom('yes', 'no', 'unknown'),
    }),
    fc.record({
      field: fc.constantFrom<ProfileField>('industry'),
      op: fc.constantFrom('is', 'in', 'not'),
      value: fc.constantFrom('a', 'b', 'c'),
    }),
  )
  .map((one) => ({ ...one, label: 'x' }) as Condition)

const { rule: rules } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4 },
    conditions,
    fc.record({ all: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
}))

const complete = fc.record({
  employees: fc.integer({ min: -1, max: 5 }),
  revenue: fc.integer({ min: -1, max: 5 }),
  hires: fc.boolean(),
  talent: fc.boolean(),
  industry: fc.constantFrom('a', 'b', 'c', 'd'),
})

test('what is decided stays decided when more is known', () => {
  fc.assert(
    fc.property(rules, complete, fc.subarray([...profileFields]), (rule, all, known) => {
      const some: Answers = Object.fromEntries(
        Object.entries(all).filter(([field]) => known.includes(field as ProfileField)),
      )
      const before = verdict(rule, some)
      if (before !== 'unknown') expect(verdict(rule, all)).toBe(before)
      else expect(['yes', 'no', 'unknown']).toContain(verdict(rule, all))
    }),
  )
})

test('not turns yes and no round and leaves unknown', () => {
  fc.assert(
    fc.property(rules, fc.oneof(complete, fc.constant({})), (rule, answers) => {
      const opposite = { yes: 'no', no: 'yes', unknown: 'unknown' }
      expect(verdict({ not: rule }, answers)).toBe(opposite[verdict(rule, answers)])
    }),
  )
})

test('all and any are dual, and with nothing known a rule never says no to anything it could allow', () => {
  fc.assert(
    fc.property(fc.array(rules, { minLength: 1, maxLength: 3 }), complete, (parts, answers) => {
      const negated = parts.map((one) => ({ not: one }))
      expect(verdict({ not: { all: parts } }, answers)).toBe(verdict({ any: negated }, answers))
      expect(verdict({ all: parts }, {})).toBe('unknown')
    }),
  )
})

test('a rule with a contradiction is met by no answers', () => {
  fc.assert(
    fc.property(rules, complete, (rule, answers) => {
      if (findContradiction(rule)) expect(verdict(rule, answers)).not.toBe('yes')
      else expect(findContradiction(rule)).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})

function leaf(field: ProfileField, op: Condition['op'], value?: Condition['value']): Condition {
  return { field, op, label: '条件', ...(value === undefined ? {} : { value }) }
}

function verdict(rule: Rule, answers: Answers): Verdict {
  return evaluate(rule, answers, context).verdict
}
