import { define } from '../issue.ts'

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
