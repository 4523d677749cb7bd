import { define } from '../model/issue.ts'
import type { Bilingual } from '../model/lang.ts'

export const windowOrder = define<{ opens: string; closes: string }>(
  'MEA-001',
  'error',
  { zh: '申领时间先后颠倒', en: 'Window closes before it opens' },
  (p) => ({
    zh: [`截止日期（${p.closes}）早于开始日期（${p.opens}）。`, '请核对两个日期是否写反。'],
    en: [`The window closes (${p.closes}) before it opens (${p.opens}).`, 'Check whether the dates were swapped.'],
  }),
)

export const windowInWords = define<{ words: string }>(
  'MEA-002',
  'warning',
  { zh: '申领时间只有文字', en: 'Window given only in words' },
  (p) => ({
    zh: [`申领时间只写了“${p.words}”。`, '请补起止日期（opens、closes），或写 dateNote: 原文未明确。'],
    en: [`The window is given only as “${p.words}”.`, 'Add opens and closes, or a dateNote.'],
  }),
)

export const amountWithoutUnit = define<{ printed: string }>(
  'MEA-003',
  'warning',
  { zh: '金额缺单位或计量对象', en: 'Amount without unit or per' },
  (p) => ({
    zh: [`金额“${p.printed}”缺单位或计量对象。`, '请写明，例如 unit: 元，per: 人。'],
    en: [`The amount “${p.printed}” lacks its unit or what it is per.`, 'Add unit and per, e.g. 元 and 人.'],
  }),
)

export const noApplicationConditions = define<{ missing: string }>(
  'MEA-004',
  'warning',
  { zh: '免申即享的条件不全', en: 'Paid without application, conditions incomplete' },
  (p) => ({
    zh: [`标为“免申即享”，但缺：${p.missing}。`, '四个条件：受益对象明确、认定有据、标准数额具体、文件时限有效。'],
    en: [
      `Marked 免申即享 without: ${p.missing}.`,
      'Four conditions: clear recipients, evidence, a standard amount, a document in force.',
    ],
  }),
)

export const impossible = define<{ text: string }>(
  'MEA-005',
  'error',
  { zh: '资格条件永远无法满足', en: 'Conditions nobody can meet' },
  (p) => ({
    zh: [`资格条件永远无法满足：${p.text}。`, '请核对“全部”（all）里的条件；任选其一的请用“任一”（any）。'],
    en: [`The conditions can never be met: ${p.text}.`, 'Check the conditions under all; use any for alternatives.'],
  }),
)

export const conditionValue = define<{ field: string; op: string; found: string; expected: string; nearest?: string }>(
  'MEA-007',
  'error',
  { zh: '条件的值不合用', en: 'Value does not fit its condition' },
  (p) => ({
    zh: [
      `条件 ${p.field} ${p.op} ${p.found === '' ? '没有写值' : `的值“${p.found}”不合用`}，惠企查询会判错。`,
      p.nearest ? `是不是想写 ${p.nearest}？` : `${p.expected}。`,
    ],
    en: [
      `The condition ${p.field} ${p.op} ${p.found === '' ? 'has no value' : `cannot use “${p.found}”`}; the finder would judge wrongly.`,
      p.nearest ? `Did you mean ${p.nearest}?` : 'See the handbook for what each condition takes.',
    ],
  }),
)

export const windowOpen = define<{ missing: 'opens' | 'closes' | 'both' }>(
  'MEA-008',
  'warning',
  { zh: '申领时间缺一头', en: 'Window with one end' },
  (p) => ({
    zh: [
      p.missing === 'both'
        ? '申领时间没有写起止日期，也没有写原文时间。'
        : `申领时间没有写${p.missing === 'opens' ? '开始' : '截止'}日期（${p.missing}）。`,
      '请补上日期；原文没有写的，在 dateNote（时间说明）里写明，例如 长期有效。',
    ],
    en: [
      p.missing === 'both' ? 'The window says no time.' : `The window lacks ${p.missing}.`,
      'Add the date, or say in dateNote that the source gives none.',
    ],
  }),
)

export const amountOrder = define<{ key: string; zh: string; found: string; why: Bilingual }>(
  'MEA-009',
  'error',
  { zh: '金额自相矛盾', en: 'Amount contradicts itself' },
  (p) => ({
    zh: [`${p.zh}（${p.key}）${p.found} ${p.why.zh}。`, '请核对原文的金额。'],
    en: [`${p.key} ${p.found} ${p.why.en}.`, 'Check the amount in the source.'],
  }),
)

export const clauseWithoutPolicy = define<{ clause: string }>(
  'MEA-010',
  'error',
  { zh: '写了条款，没有写依据文件', en: 'Clause without a policy' },
  (p) => ({
    zh: [`条款“${p.clause}”不知道是哪份文件的。`, '请补 policy（依据文件），写政策的文件名，不带 .md。'],
    en: [`The clause “${p.clause}” belongs to no policy.`, 'Add policy, the file name of the policy without .md.'],
  }),
)
