import { amountOrder, amountWithoutUnit } from '../../issues/mea.ts'
import { amountUnit, summaryContradicts, valueMismatch } from '../../issues/num.ts'
import type { MeasureFields } from '../../model/benefit/measure.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { FoundQuantity } from '../../model/number/quantity.ts'
import { findQuantities } from '../../model/number/quantity.ts'
import type { Yaml } from './yaml.ts'

type Amount = NonNullable<MeasureFields['amount']>

/**
 * MEA-003, MEA-009, NUM-001, NUM-010 and NUM-012: the amount of a measure against itself, against the words its source
 * prints, and against the summary. Only what the printed words do say is compared.
 */
export function checkAmount({ amount, summary }: MeasureFields, yaml: Yaml): Issue[] {
  if (!amount) return []
  const order = checkOrder(amount, yaml)
  if (order.length > 0) return order
  const printed = findQuantities(amount.printed)
  const values = checkValues(amount, printed, yaml)
  if (values.length > 0) return values
  const units = [...checkUnit(amount, printed, yaml), ...checkPer(amount, yaml)]
  return [...units, ...checkSummary(amount, printed, summary, yaml), ...checkComplete(amount, yaml)]
}

const names = { value: '数值', to: '上限值', cap: '封顶' } as const
const keys = ['value', 'to', 'cap'] as const

function checkOrder(amount: Amount, yaml: Yaml): Issue[] {
  const { value, to, cap } = amount
  const say = (key: keyof typeof names, zh: string, en: string) => [
    issue(amountOrder, yaml.at(['amount', key]), { key, zh: names[key], found: String(amount[key]), why: { zh, en } }),
  ]
  const negative = keys.find((key) => (amount[key] ?? 0) < 0)
  if (negative) return say(negative, '小于零', 'is below zero')
  if (to !== undefined && value !== undefined && to < value)
    return say('to', `小于数值 ${value}`, `is below the value ${value}`)
  if (cap !== undefined && value !== undefined && cap < value && amount.unit !== '比率')
    return say('cap', `小于数值 ${value}`, `is below the value ${value}`)
  return []
}

function checkValues(amount: Amount, printed: readonly FoundQuantity[], yaml: Yaml): Issue[] {
  const capped = /最高|最多|不超过|封顶|上限|以内|以下/.test(amount.printed)
  for (const key of keys) {
    const stated = amount[key]
    if (stated === undefined || (key === 'cap' && !capped)) continue
    const said = [
      ...printed.map((one) => (one.unit === '比率' && amount.unit?.includes('%') ? one.value * 100 : one.value)),
      ...bareNumbers(amount.printed, printed),
    ]
    if (said.length === 0 || said.some((one) => close(one, stated))) continue
    const wanted = nearestTo(stated, said)
    const ratio = Math.max(wanted / stated, stated / wanted)
    const power = Math.round(Math.log10(ratio))
    const factor = power > 0 && close(ratio, 10 ** power) ? { factor: String(10 ** power) } : {}
    const params = { printed: amount.printed, expected: String(wanted), found: String(stated), ...factor }
    return [issue(valueMismatch, yaml.at(['amount', key]), params)]
  }
  return []
}

/** Numbers without a unit we know (20G), beside those read: nothing where Chinese numerals may say the same. */
function bareNumbers(printed: string, read: readonly FoundQuantity[]): number[] {
  if (read.length === 0 && /[一二两三四五六七八九十百千万亿]/.test(printed)) return []
  return [...printed.matchAll(/\d+(?:\.\d+)?/g)]
    .filter((found) => !read.some((one) => one.start <= found.index && found.index < one.end))
    .map((found) => Number(found[0]))
}

function checkUnit(amount: Amount, printed: readonly FoundQuantity[], yaml: Yaml): Issue[] {
  const { unit, value, to } = amount
  const said = printed.find(
    (one) => one.unit !== '' && (close(one.value, value ?? Number.NaN) || close(one.value, to ?? Number.NaN)),
  )
  if (!unit || !said || unit.includes('%') || unit.startsWith(said.unit) || said.unit.startsWith(unit)) return []
  const params = {
    key: 'unit',
    zh: '单位',
    found: unit,
    printed: amount.printed,
    expected: said.unit.split('/')[0] ?? said.unit,
  }
  return [issue(amountUnit, yaml.at(['amount', 'unit']), params)]
}

/** 500元/户 and 每人次1000元 say what the amount is per. */
function checkPer({ per, printed }: Amount, yaml: Yaml): Issue[] {
  const said =
    /[/／]\s?(\p{Script=Han}{1,4})/u.exec(printed)?.[1] ??
    /每(人次|人|户|家|名|个|亩|台|辆|场|次|吨|件)/.exec(printed)?.[1]
  if (!per || !said || per.includes(said) || said.includes(per)) return []
  return [
    issue(amountUnit, yaml.at(['amount', 'per']), { key: 'per', zh: '计量对象', found: per, printed, expected: said }),
  ]
}

function checkSummary(amount: Amount, printed: readonly FoundQuantity[], summary: string, yaml: Yaml): Issue[] {
  const known = [...keys.flatMap((key) => amount[key] ?? []), ...printed.map((one) => one.value)]
  const said = findQuantities(summary).filter((one) => one.unit === amount.unit)
  const [first] = said
  if (!first || known.length === 0 || said.some((one) => known.some((value) => close(value, one.value)))) return []
  return [issue(summaryContradicts, yaml.at(['summary']), { printed: first.printed, amount: amount.printed })]
}

function checkComplete(amount: Amount, yaml: Yaml): Issue[] {
  if (amount.value === undefined || (amount.unit && (amount.per || amount.unit === '比率'))) return []
  return [issue(amountWithoutUnit, yaml.at(['amount']), { printed: amount.printed })]
}

function nearestTo(stated: number, all: readonly number[]): number {
  const distance = (one: number) => Math.abs(Math.log((one || 1e-9) / (stated || 1e-9)))
  return all.reduce((best, one) => (distance(one) < distance(best) ? one : best))
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}
