import { type BoundWord, boundWordAfter, boundWordBefore } from './bound-word.ts'
import { numeralChars, parseNumeral } from './chinese-number.ts'
import { shiftDecimal } from './decimal.ts'
import { notQuantities } from './not-quantity.ts'
import type { Approximation } from './observation.ts'
import { plainDigits } from './plain-digits.ts'
import type { Comparator } from './target.ts'
import { currencyBefore, unitAt } from './unit.ts'

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
  const plain = normalise(trimmed)
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

interface Token {
  readonly start: number
  readonly end: number
  readonly digits: string // a decimal number, or a fraction already worked out
  readonly power: number // of ten
  readonly unit: string
  readonly approx?: Approximation
  readonly comparator?: Comparator
  readonly chinese: boolean
}

interface Around {
  readonly start: number
  readonly end: number
  readonly unit?: string
  readonly before?: BoundWord
  readonly after?: BoundWord
}

/** Same length as the text, so that offsets hold. */
function normalise(text: string): string {
  const commas = text.replace(/(?<=[０-９])，(?=[０-９]{3})/g, ',')
  return plainDigits(commas).replace(/[萬億餘兩幾]/g, (char) => simplified[char] ?? char)
}

const simplified: Readonly<Record<string, string>> = { 萬: '万', 億: '亿', 餘: '余', 兩: '两', 幾: '几' }

const candidate = new RegExp(`\\d|[${numeralChars}]|全覆盖|半|half an? `, 'gi')

function nextCandidate(plain: string, from: number): number | undefined {
  candidate.lastIndex = from
  return candidate.exec(plain)?.index
}

const numeralRun = new RegExp(`[${numeralChars}]+`, 'y')

/** Where the run of digits or numeral signs at `at` ends: nothing inside it is looked at twice. */
function endOfRun(plain: string, at: number): number {
  const run = plain[at] !== undefined && /\d/.test(plain[at]) ? /\d+/y : numeralRun
  run.lastIndex = at
  return run.exec(plain) ? run.lastIndex : at + 1
}

function readToken(plain: string, at: number): Token | undefined {
  return readWord(plain, at) ?? readGerman(plain, at) ?? readArabic(plain, at) ?? readChinese(plain, at)
}

const half = /半(个月|年|天|小时|个小时|个工作日)(?!度)/y
const halfEnglish = /half an? (million|billion|trillion)(?![a-z])/iy
const fraction = new RegExp(
  `([${numeralChars}]{1,8}|\\d{1,6})分之([${numeralChars}点]{1,12}|\\d{1,9}(?:\\.\\d{1,9})?)`,
  'y',
)

/** Quantities that are words: 全覆盖, 半个月, 四分之一, 百分之六, half a million. */
function readWord(plain: string, at: number): Token | undefined {
  if (plain.startsWith('全覆盖', at)) {
    return { start: at, end: at + 3, digits: '1', power: 0, unit: '比率', comparator: 'eq', chinese: false }
  }
  const word = match(half, plain, at)
  if (word && !/[上下]/.test(plain[at - 1] ?? '')) {
    const unit = unitAt(plain, at + 1)
    if (unit) return { start: at, end: unit.end, digits: '0.5', power: 0, unit: unit.unit, chinese: false }
  }
  const words = match(halfEnglish, plain, at)
  if (words) {
    const power = powers[(words[1] ?? '').toLowerCase()] ?? 0
    return withUnit(plain, { start: at, end: at + words[0].length, digits: '0.5', power, unit: '', chinese: false })
  }
  const parts = match(fraction, plain, at)
  const value = parts ? share(parts[1] ?? '', parts[2] ?? '') : undefined
  if (!parts || value === undefined) return undefined
  return { start: at, end: at + parts[0].length, digits: value, power: 0, unit: '比率', chinese: false }
}

function share(whole: string, part: string): string | undefined {
  const [units, decimals] = part.split('点')
  const numerator = parseNumeral(units ?? '')
  const fractional = decimals === undefined ? '' : parseNumeral(decimals)
  if (numerator === undefined || fractional === undefined) return undefined
  const digits =
    decimals === undefined ? `${numerator}` : `${numerator}.${String(fractional).padStart(decimals.length, '0')}`
  const power = { 百: -2, 千: -3, 万: -4 }[whole]
  if (power !== undefined) return String(shiftDecimal(digits, power))
  const denominator = parseNumeral(whole)
  return denominator ? String(Number(digits) / denominator) : undefined
}

const powers: Readonly<Record<string, number>> = {
  thousand: 3,
  million: 6,
  mln: 6,
  mn: 6,
  billion: 9,
  bln: 9,
  bn: 9,
  trillion: 12,
  tn: 12,
  millionen: 6,
  mio: 6,
  milliarden: 9,
  milliarde: 9,
  mrd: 9,
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
}

const german = /(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?\s?(Milliarden?|Millionen|Mrd|Mio)\.?(?![a-z])/iy
const arabic = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y
const scaleWord =
  /\s{0,4}(?:(万亿|[十百千]?[万亿]|[百千](?![分米克瓦]))|(thousand|million|mln|mn|billion|bln|bn|trillion|tn)(?![A-Za-z]))/iy
const hedge = /\s{0,2}(?:余|多|来(?=[万亿家户个人]))/y

function readGerman(plain: string, at: number): Token | undefined {
  const found = match(german, plain, at)
  if (!found) return undefined
  const digits = (found[1] ?? '').replaceAll('.', '') + (found[2] ? `.${found[2]}` : '')
  const power = powers[(found[3] ?? '').toLowerCase()] ?? 0
  return withUnit(plain, { start: at, end: at + found[0].length, digits, power, unit: '', chinese: false })
}

function readArabic(plain: string, at: number): Token | undefined {
  const found = match(arabic, plain, at)
  if (!found) return undefined
  const digits = found[0].replaceAll(',', '')
  return scaled(plain, { start: at, end: at + found[0].length, digits, power: 0, unit: '', chinese: false })
}

function readChinese(plain: string, at: number): Token | undefined {
  const run = match(numeralRun, plain, at)?.[0]
  if (!run) return undefined
  const value = parseNumeral(run)
  if (value === undefined) return undefined
  return scaled(plain, { start: at, end: at + run.length, digits: String(value), power: 0, unit: '', chinese: true })
}

/** 10余万家, 24万多家, 28.29万余平方米: a hedge may stand before or after the scale. */
function scaled(plain: string, token: Token): Token {
  let end = token.end
  let power = token.power
  let hedged = false
  const early = match(hedge, plain, end)
  if (early) {
    hedged = true
    end += early[0].length
  }
  const scale = match(scaleWord, plain, end)
  if (scale) {
    power += powers[(scale[1] ?? scale[2] ?? '').toLowerCase()] ?? 0
    end += scale[0].length
    const late = match(hedge, plain, end)
    if (late) {
      hedged = true
      end += late[0].length
    }
  }
  return withUnit(plain, { ...token, end, power, approx: hedged ? '余' : undefined })
}

function withUnit(plain: string, token: Token): Token {
  const gap = /\s{0,6}(?:of )?/y
  const at = token.end + (match(gap, plain, token.end)?.[0].length ?? 0)
  const unit = unitAt(plain, at)
  if (!unit) return token
  const power = token.power + (unit.unit === '比率' ? (plain[at] === '‰' ? -3 : -2) : 0)
  return { ...token, end: unit.end, power, unit: unit.unit }
}

/** Binding and hedging words and the currency on both sides; `floor` is the end of the quantity before. */
function withWords(plain: string, token: Token, floor: number): Around {
  let start = token.start
  let before: BoundWord | undefined
  const sign = /(?<![\dA-Za-z)）年月日])[-−]$/.exec(plain.slice(Math.max(floor, start - 2), start))
  if (sign) start -= 1
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

/** Is it a number of something in running text? */
function countsSomething(plain: string, token: Token): boolean {
  if (!Number.isFinite(shiftDecimal(token.digits, token.power))) return false
  // 一批 and 一件事 are turns of speech; other numerals count only with a counting word
  if (token.chinese) return token.unit !== '' && token.digits !== '1' && !/[年月天]/.test(token.unit)
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
  // a year without 年
  return !(bare && /^(?:19|20)\d{2}$/.test(plain.slice(token.start, token.end)))
}

/** In 20—100万元 the first number is meant in 万元 too. */
function shareUnits(plain: string, all: { token: Token; around: Around }[]): { token: Token; around: Around }[] {
  return all.map((one, at) => {
    const next = all[at + 1]
    const bare = one.token.unit === '' && one.token.power === 0 && !one.around.unit
    if (!next || !bare || next.token.unit === '' || next.token.chinese) return one
    const between = plain.slice(one.around.end, Math.min(next.around.start, one.around.end + 6))
    if (next.around.start - one.around.end > 5 || !/^\s?[-—–－~～至到]{1,2}\s?$/.test(between)) return one
    return { ...one, token: { ...one.token, power: next.token.power, unit: next.token.unit } }
  })
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
