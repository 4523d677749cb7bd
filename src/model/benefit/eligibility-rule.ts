import { z } from 'zod'
import { line, named } from '../field.ts'

/**
 * What the finder may ask. A condition on a field outside the profile is `confirm`: always 需确认,
 * because only the office can know.
 */
export const profileFields = [
  'identity',
  'region',
  'industry',
  'employees',
  'revenue',
  'pensionPaid',
  'outsider',
  'needsFinance',
  'research',
  'exhibition',
  'hires',
  'talent',
  'confirm',
] as const
export type ProfileField = (typeof profileFields)[number]

/** One condition; `label` is what the reader sees, `clause` where it stands. */
export const condition = z.strictObject({
  field: named('字段', z.enum(profileFields)),
  op: named('关系', z.enum(['is', 'in', 'not', 'gte', 'lte', 'gt', 'lt', 'within', 'yes', 'no', 'unknown'])),
  value: named('值', z.union([z.string(), z.number(), z.array(z.string())]).optional()),
  label: named('说明', line),
  clause: named('条款', line.optional()),
})
export type Condition = z.output<typeof condition>

/** A tree of conditions: all of, any of, not. */
export type Rule =
  | Condition
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }

export const rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    z.strictObject({ all: named('全部', z.array(rule).min(1)) }),
    z.strictObject({ any: named('任一', z.array(rule).min(1)) }),
    z.strictObject({ not: named('排除', rule) }),
    condition,
  ]),
)
