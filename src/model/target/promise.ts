import { formatParts, formatValue } from '../number/format.ts'
import type { Comparator, Target } from './target.ts'

/** The sign of a comparator in tables and charts; a plain “=” is left out. */
const comparatorSigns = {
  ge: '≥',
  gt: '＞',
  eq: '',
  le: '≤',
  lt: '＜',
  up: '',
  down: '',
  none: '',
} as const satisfies Record<Comparator, string>

/** How the words of the text are read, for the facts of one promise. */
export const comparatorNames = {
  ge: '不低于（≥）',
  gt: '高于（＞）',
  eq: '等于（＝）',
  le: '不高于（≤）',
  lt: '低于（＜）',
  up: '保持上升',
  down: '保持下降',
  none: '只有文字要求',
} as const satisfies Record<Comparator, string>

type Promised = Pick<Target, 'comparator' | 'value' | 'valueTo' | 'unit' | 'every' | 'valuePrinted' | 'words'> &
  Partial<Pick<Target, 'kind'>>

/** What was promised, short: `≥ 52,000 家` · `每年 ≥ 350 台次` · `保持增长` · `8%—10%` · `前 3 位`. */
export function promiseText(target: Promised): string {
  if (target.value === undefined) return wordsOnly(target)
  return every(target) + amount(target.value, target)
}

function amount(value: number, target: Promised): string {
  const unit = unitOf(target)
  if (target.valueTo !== undefined) return `${formatValue(value, unit)}—${formatValue(target.valueTo, unit)}`
  if (target.kind === 'rank') return `前 ${formatValue(value, unit)}`
  const sign = comparatorSigns[target.comparator]
  return sign ? `${sign} ${formatValue(value, unit)}` : formatValue(value, unit)
}

/** The number alone with its sign, for a column whose unit stands beside it: `≥ 360`. */
export function promiseNumber(target: Promised): string | undefined {
  if (target.value === undefined) return undefined
  // Of ranks the lower number is the better one.
  const sign = target.kind === 'rank' ? '≤' : comparatorSigns[target.comparator]
  const { number, unit } = formatParts(target.value, unitOf(target))
  const text = unit === '%' ? `${number}%` : number
  return sign ? `${sign} ${text}` : text
}

function wordsOnly(target: Promised): string {
  if (target.comparator === 'up') return '保持增长'
  if (target.comparator === 'down') return '保持下降'
  return target.valuePrinted ?? target.words
}

/** “每年” is said once: in front, not in the unit. */
function unitOf(target: Promised): string | undefined {
  return target.every === 'year' ? target.unit?.replace(/[/／]年$/, '') : target.unit
}

function every(target: Promised): string {
  return target.every === 'year' ? '每年 ' : ''
}
