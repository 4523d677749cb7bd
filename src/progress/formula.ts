import type { Bilingual } from '../model/lang.ts'
import { formatParts, formatRounded, formatShare, formatValue } from '../model/number/format.ts'
import type { Observation } from '../model/register/observation.ts'
import type { FormulaLine, Input, Pace } from './assessment.ts'
import type { Elapsed } from './paths/elapsed.ts'

type Part = FormulaLine['parts'][number]

/** Words that several formulas share. */
export const terms = {
  target: { zh: '目标', en: 'target' },
  baseline: { zh: '起点', en: 'baseline' },
  latest: { zh: '最近数', en: 'latest figure' },
  total: { zh: '期内累计', en: 'total since the start' },
  daysPast: { zh: '已过天数', en: 'days elapsed' },
  daysAll: { zh: '总天数', en: 'days in all' },
  daysLeft: { zh: '余下天数', en: 'days left' },
  achieved: { zh: '完成比例', en: 'achieved share' },
  expected: { zh: '应达比例', en: 'expected share' },
  pace: { zh: '快慢比', en: 'pace' },
} as const satisfies Record<string, Bilingual>

/** What stands where a figure is missing. */
export const blanks = {
  figure: { zh: '没有检索到', en: 'not found' },
  baseline: { zh: '没有起点', en: 'no baseline' },
  deadline: { zh: '原文未写期限', en: 'no deadline in the text' },
  number: { zh: '原文没有数字', en: 'no number in the text' },
  previous: { zh: '没有可比的上一期', en: 'no earlier comparable figure' },
} as const satisfies Record<string, Bilingual>

/** The variable itself. */
export function symbol(name: string): Part {
  return { symbol: name, text: name }
}

/** An input filled in; money and shares carry their unit, counts stand alone. */
export function figure(name: string, value: number, unit?: string): Part {
  const text =
    unit === '元' || unit === '比率' || unit === '百分点' ? formatValue(value, unit) : formatParts(value).number
  return { symbol: name, text }
}

/** The place of a missing figure. */
export function missing(name: string): Part {
  return { symbol: name, text: '' }
}

function days(name: string, count: number): Part {
  return { symbol: name, text: formatRounded(count, 0) }
}

/** 完成比例 p ＝ …; `over` and `under` are filled in by the caller, without them the line is blank. */
export function achievedLine(
  words: Bilingual,
  over: readonly Part[],
  under: readonly Part[],
  p: number | undefined,
  blank: Bilingual = blanks.figure,
): FormulaLine {
  const parts = [symbol('p'), ' ＝ ', ...over, ' ÷ ', ...under]
  if (p === undefined) return { label: terms.achieved, words, parts, blank }
  return { label: terms.achieved, words, parts: [...parts, ' ＝ ', formatShare(p)] }
}

/** 应达比例 q ＝ 已过天数 ÷ 总天数. */
export function expectedLine(time: Elapsed | undefined, blank: Bilingual = blanks.deadline): FormulaLine {
  const words = { zh: '已过天数 ÷ 总天数', en: 'days elapsed ÷ days in all' }
  const label = terms.expected
  if (!time) return { label, words, parts: [symbol('q'), ' ＝ ', missing('q')], blank }
  const parts = [
    symbol('q'),
    ' ＝ ',
    days('n', time.past),
    ' ÷ ',
    days('N', time.total),
    ' ＝ ',
    formatShare(time.share),
  ]
  return { label, words, parts }
}

/** 快慢比 R ＝ p ÷ q. */
export function paceLine(p: number, q: number, pace: number): FormulaLine {
  const parts = [
    symbol('R'),
    ' ＝ ',
    { symbol: 'p', text: formatShare(p) },
    ' ÷ ',
    { symbol: 'q', text: formatShare(q) },
  ]
  const words = { zh: '完成比例 ÷ 应达比例', en: 'achieved share ÷ expected share' }
  return { label: terms.pace, words, parts: [...parts, ' ＝ ', formatPace(pace)] }
}

/** A pace to two digits, with a real minus: `0.80`, `−0.53`. */
export function formatPace(pace: number): string {
  return pace.toFixed(2).replace('-', '−')
}

/** 余下所需, or 所需速度 where nothing is known yet: an amount over days. */
export function requiredLine(amount: readonly Part[], dayCount: number, pace: Pace, started: boolean): FormulaLine {
  const label = started ? { zh: '余下所需', en: 'still required' } : { zh: '所需速度', en: 'required pace' }
  const words = started
    ? { zh: '余下的数 ÷ 余下天数', en: 'what is left ÷ days left' }
    : { zh: '目标 ÷ 总天数', en: 'target ÷ days in all' }
  return { label, words, parts: [...amount, ' ÷ ', days(started ? 'N − n' : 'N', dayCount), ' ＝ ', paceText(pace)] }
}

/** 此前速度: the observed pace, to hold against the required one. */
export function observedLine(pace: Pace): FormulaLine {
  return {
    label: { zh: '此前速度', en: 'pace so far' },
    words: { zh: '已完成的数 ÷ 已过天数', en: 'what is done ÷ days elapsed' },
    parts: [paceText(pace)],
  }
}

/** What is left to the target; shares in percentage points, never in percent of percent. */
export function gapLine(target: number, value: number, unit: string | undefined): FormulaLine {
  const gap = target - value
  const text = unit === '比率' ? `${formatRounded(gap * 100, 2)} 个百分点` : formatValue(gap, unit)
  return {
    label: { zh: '差距', en: 'gap' },
    words: { zh: '目标 − 最近数', en: 'target − latest figure' },
    parts: [figure('y_T', target, unit), ' − ', figure('y', value, unit), ' ＝ ', text],
  }
}

/** `47.5 家／天（17,333 家／年）`; shares change by percentage points a year. */
function paceText(pace: Pace): string {
  const perYear = pace.perDay * 365
  if (pace.unit === '比率') return `${formatRounded(perYear * 100, 2)} 个百分点／年`
  return `${rounded(pace.perDay, pace.unit)}／天（${rounded(perYear, pace.unit)}／年）`
}

export function targetInput(value: number, unit: string | undefined): Input {
  return { name: terms.target, symbol: 'y_T', value, ...(unit && { unit }), origin: { type: 'target' } }
}

export function rowInput(name: Bilingual, symbolName: string, row: Observation): Input {
  return { name, symbol: symbolName, value: row.value, unit: row.unit, origin: { type: 'observation', id: row.id } }
}

export function computedInput(name: Bilingual, symbolName: string, value: number | string, unit?: string): Input {
  return { name, symbol: symbolName, value, ...(unit && { unit }), origin: { type: 'computed' } }
}

/** Elapsed days and the expected share as inputs; they follow from dates of the target and of the figure. */
export function timeInputs(time: Elapsed | undefined, share = time?.share): Input[] {
  if (!time || share === undefined) return []
  return [
    computedInput(terms.daysPast, 'n', time.past, '天'),
    computedInput(terms.daysAll, 'N', time.total, '天'),
    computedInput(terms.expected, 'q', share),
  ]
}

/** Three digits are enough for a pace; whole things from a thousand on, money to five digits. */
function rounded(value: number, unit: string): string {
  if (unit !== '元' && Math.abs(value) >= 1000) return formatValue(Math.round(value), unit)
  return formatValue(Number(value.toPrecision(unit === '元' ? 5 : 3)), unit)
}
