import type { Approximation } from '../register/observation.ts'
import type { Comparator } from '../target/target.ts'
import { numeralChars, parseNumeral } from './chinese-number.ts'
import { chinesePowers } from './chinese-powers.ts'
import { shiftDecimal } from './decimal.ts'
import { plainDigits } from './plain-digits.ts'
import { unitAt } from './unit.ts'

/** A number with its scale and unit as they stand in a normalised text; the words around it are read in `quantity.ts`. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly digits: string // a decimal number, or a fraction already worked out
  readonly power: number // of ten
  readonly unit: string
  readonly approx?: Approximation
  readonly comparator?: Comparator
  readonly chinese: boolean
}

/** Same length as the text, so that offsets hold. */
export function normalise(text: string): string {
  const commas = text.replace(/(?<=[０-９])，(?=[０-９]{3})/g, ',')
  return plainDigits(commas).replace(/[萬億餘兩幾]/g, (char) => simplified[char] ?? char)
}

const simplified: Readonly<Record<string, string>> = { 萬: '万', 億: '亿', 餘: '余', 兩: '两', 幾: '几' }

const candidate = new RegExp(`\\d|[${numeralChars}]|全覆盖|半|half an? `, 'gi')

/** Where the next quantity may begin. */
export function nextCandidate(plain: string, from: number): number | undefined {
  candidate.lastIndex = from
  return candidate.exec(plain)?.index
}

const numeralRun = new RegExp(`[${numeralChars}]+`, 'y')

/** Where the run of digits or numeral signs at `at` ends: nothing inside it is looked at twice. */
export function endOfRun(plain: string, at: number): number {
  const run = plain[at] !== undefined && /\d/.test(plain[at]) ? /\d+/y : numeralRun
  run.lastIndex = at
  return run.exec(plain) ? run.lastIndex : at + 1
}

/** The quantity that begins at `at`, with its scale and unit. */
export function readToken(plain: string, at: number): Token | undefined {
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
  ...chinesePowers,
}

const german = /(\d{1,3}(?:\.\d{3}){1,8}|\d{1,20})(?:,(\d{1,9}))?\s?(Milliarden?|Millionen|Mrd|Mio)\.?(?![a-z])/iy
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

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
