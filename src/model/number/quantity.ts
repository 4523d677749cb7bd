import type { Approximation } from '../register/observation.ts'
import type { Comparator } from '../target/target.ts'
import { type BoundWord, boundWordAfter, boundWordBefore } from './bound-word.ts'
import { shiftDecimal } from './decimal.ts'
import { notQuantities } from './not-quantity.ts'
import { endOfRun, nextCandidate, normalise, readToken, type Token } from './quantity-token.ts'
import { currencyBefore } from './unit.ts'

/** A number with its unit, in base units: 5.2万家以上 is 52000 家 with ≥. */
export interface Quantity {
  readonly value: number // 万 亿 万亿 multiplied out, % as a fraction, 百分点 as points
  readonly unit: string // canonical: 家 户 元 ㎡ 比率 百分点 …; '' if none
  readonly printed: string // as written, hedging and binding words included
  readonly scale: number // what the printed number was multiplied by: 10000 for 万, 0.01 for %
  readonly approx?: Approximation
  readonly comparator?: Comparator
  /** The word that gave the comparator, e.g. 以上. */
  readonly word?: string
}

export interface FoundQuantity extends Quantity {
  readonly start: number
  readonly end: number
}

/** A text that is one quantity and nothing else: 约471.6亿元, 1.05 million, 285,99 Milliarden Yuan, 全覆盖. */
export function parseQuantity(text: string): Quantity | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > 200) return undefined
  // alone, a full-width comma before three digits can only part thousands
  const plain = normalise(trimmed.replace(/(?<=\d)，(?=\d{3}(?!\d))/g, ','))
  const first = nextCandidate(plain, 0)
  if (first === undefined) return undefined
  const token = readToken(plain, first)
  if (!token) return undefined
  const around = withWords(plain, token, 0)
  const lead = plain.slice(0, around.start)
  const trend = /^(?:[同环]比)?(增长|上升|提高|增加|下降|降低|减少|回落|降幅|增幅)?(?:为|了|达)?\s*$/.exec(
    lead.replace(/^已/, ''),
  )
  if (!trend) return undefined
  const rest = plain.slice(around.end).trim()
  // a unit outside the list still counts where it is all that follows
  const free = /^[\p{Script=Han}A-Za-z㎡²/（）()]{1,10}$/u.test(rest) && token.unit === ''
  if (rest !== '' && !free) return undefined
  const falls = /下降|降低|减少|回落|降幅/.test(trend[1] ?? '') && (token.unit === '比率' || token.unit === '百分点')
  const found = quantity(trimmed, token, around)
  return {
    ...strip(found),
    value: falls ? -found.value : found.value,
    unit: free ? rest : found.unit,
    printed: trimmed,
  }
}

/**
 * Every quantity in running text, with offsets. Years, document numbers, clause numbers, codes and the
 * names of programmes (NUM-006) are passed over. Time is linear in the length of the text.
 */
export function findQuantities(text: string): FoundQuantity[] {
  const plain = normalise(text)
  const skipped = notQuantities(plain)
  const tokens: { token: Token; around: Around }[] = []
  let span = 0
  let at = nextCandidate(plain, 0)
  let floor = 0
  while (at !== undefined) {
    while (span < skipped.length && (skipped[span]?.[1] ?? 0) <= at) span++
    const blocked = skipped[span]
    if (blocked && blocked[0] <= at) {
      at = nextCandidate(plain, blocked[1])
      continue
    }
    const token = readToken(plain, at)
    if (token && countsSomething(plain, token)) {
      const around = withWords(plain, token, floor)
      tokens.push({ token, around })
      floor = around.end
    }
    at = nextCandidate(plain, Math.max(token?.end ?? at + 1, endOfRun(plain, at), floor))
  }
  return shareUnits(plain, tokens).map(({ token, around }) => quantity(text, token, around))
}

/**
 * The quantity a promise is about: the first that is neither a qualifier (单户授信1000万元以下的…) nor a
 * span of time beside other numbers (三年累计培育100家).
 */
export function mainQuantity(words: string): FoundQuantity | undefined {
  const all = findQuantities(words)
  const free = all.filter((one) => !isQualifier(words, one))
  return free.find((one) => !/^(年|月|天|季度|周)$/.test(one.unit)) ?? free[0] ?? all[0]
}

/** Does a bound word and 的 follow, so that the number narrows a noun: 100人以上的企业? */
export function isQualifier(words: string, found: FoundQuantity): boolean {
  return /[上下内外]$/.test(found.printed) && /^\s?的/.test(words.slice(found.end, found.end + 2))
}

interface Around {
  readonly start: number
  readonly end: number
  readonly unit?: string
  readonly before?: BoundWord
  readonly after?: BoundWord
}

/** Binding and hedging words and the currency on both sides; `floor` is the end of the quantity before. */
function withWords(plain: string, token: Token, floor: number): Around {
  let start = token.start
  let before: BoundWord | undefined
  if (start > floor && /(?:^|[^\dA-Za-z)）年月日])[-−]$/.test(plain.slice(Math.max(0, start - 2), start))) start -= 1
  const currency = currencyBefore(plain.slice(Math.max(floor, start - 8), start))
  if (currency && token.unit === '') start = Math.max(floor, start - 8) + currency.start
  for (let step = 0; step < 2; step++) {
    const from = Math.max(floor, start - 20)
    const found = boundWordBefore(plain.slice(from, start))
    if (!found) break
    before = {
      word: before?.comparator ? before.word : found.bound.word,
      ...definedOf(found.bound),
      ...definedOf(before),
    }
    start = from + found.start
  }
  const after = boundWordAfter(plain.slice(token.end, token.end + 12))
  return {
    start,
    end: token.end + (after?.end ?? 0),
    unit: token.unit === '' ? currency?.unit : undefined,
    before,
    after: after?.bound,
  }
}

function definedOf(bound: BoundWord | undefined): Omit<BoundWord, 'word'> {
  return {
    ...(bound?.comparator && { comparator: bound.comparator }),
    ...(bound?.approx && { approx: bound.approx }),
  }
}

function quantity(text: string, token: Token, around: Around): FoundQuantity {
  const negative = /[-−]/.test(text[token.start - 1] ?? '') && around.start < token.start
  const value = shiftDecimal(token.digits, token.power)
  const binding = around.after?.comparator ? around.after : around.before
  const comparator = binding?.comparator ?? token.comparator
  const approx = around.before?.approx ?? token.approx ?? around.after?.approx
  return {
    value: negative ? -value : value,
    unit: around.unit ?? token.unit,
    printed: text.slice(around.start, around.end),
    scale: shiftDecimal('1', token.power),
    ...(approx && { approx }),
    ...(comparator && { comparator }),
    ...(comparator && { word: binding?.word ?? text.slice(token.start, token.end) }),
    start: around.start,
    end: around.end,
  }
}

function strip({ start: _start, end: _end, ...rest }: FoundQuantity): Quantity {
  return rest
}

/** In numerals only counts of these are figures: 三个方面, 四条意见, 一件事 and 三级 are turns of speech. */
const statistical = /^(?:[家户元人名笔亩吨㎡倍场辆台]|公里|批次|百分点|比率|工作日|小时|标箱|美元)/

/** Is it a number of something in running text? */
function countsSomething(plain: string, token: Token): boolean {
  if (!Number.isFinite(shiftDecimal(token.digits, token.power))) return false
  if (token.chinese) return token.digits !== '1' && statistical.test(token.unit)
  const before = plain[token.start - 1] ?? ''
  const after = plain[token.end] ?? ''
  const bare = token.unit === '' && token.power === 0
  // part of a code: A4, c2-1, 5G, 531X
  if (
    /[A-Za-z_]/.test(before) &&
    (bare || !/[A-Z]/.test(before)) &&
    !currencyBefore(plain.slice(Math.max(0, token.start - 3), token.start))
  ) {
    return false
  }
  if (/[A-Za-z_]/.test(after) && bare) return false
  if (/[-+＋.]/.test(before) && /[\dA-Za-z]/.test(plain[token.start - 2] ?? '') && bare) return false
  // a year without 年, a version: 三服务2.0
  return !(bare && /^(?:(?:19|20)\d{2}|\d{1,2}\.0)$/.test(plain.slice(token.start, token.end)))
}

/** In 20—100万元 the first number is meant in 万元 too. */
function shareUnits(plain: string, all: { token: Token; around: Around }[]): { token: Token; around: Around }[] {
  return all.map((one, at) => {
    const next = all[at + 1]
    const bare = one.token.unit === '' && one.token.power === 0 && !one.around.unit
    if (!next || !bare || next.token.chinese || (next.token.unit === '' && next.token.power === 0)) return one
    const between = plain.slice(one.around.end, Math.min(next.around.start, one.around.end + 6))
    if (next.around.start - one.around.end > 5 || !/^\s?[-—–－~～至到]{1,2}\s?$/.test(between)) return one
    return { ...one, token: { ...one.token, power: next.token.power, unit: next.token.unit } }
  })
}
