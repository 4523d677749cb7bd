import { shiftDecimal } from './decimal.ts'
import { plainDigits } from './plain-digits.ts'

const digits = '零一二三四五六七八九'
const smallUnits = ['', '十', '百', '千']

/** Other shapes of the same signs: traditional, formal and round zeros. */
const variants: Readonly<Record<string, string>> = {
  〇: '零',
  '○': '零',
  两: '二',
  兩: '二',
  萬: '万',
  億: '亿',
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
}

/** Everything a numeral may be written with, apart from digits. */
export const numeralChars = `${digits}十百千万亿${Object.keys(variants).join('')}`

/**
 * The value of a numeral: 五, 十二, 一百零五, 二〇二一 (digit by digit), 两千, １２, 3千5百, 5.2万.
 * Undefined for anything that is not exactly one number, such as 十百千万 or the loose 三百五.
 */
export function parseNumeral(text: string): number | undefined {
  const plain = plainText(text)
  if (plain === undefined) return undefined
  if (/^\d+(\.\d+)?$/.test(plain)) return safe(Number(plain))
  if (/^[零一二三四五六七八九\d]+$/.test(plain)) {
    return safe(Number([...plain].map((char) => (char >= '0' && char <= '9' ? char : digits.indexOf(char))).join('')))
  }
  const scaled = /^(\d+(?:\.\d+)?)([十百千]?)(万亿|亿|万|)$/.exec(plain)
  if (scaled) return safe(shiftDecimal(scaled[1] ?? '', smallUnits.indexOf(scaled[2] ?? '') + powerOf(scaled[3] ?? '')))
  return safe(large(plain))
}

/** The numeral of a whole number from 0 to 9999: 三十二, 一百零五, 十. */
export function toChineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999) throw new RangeError(`no numeral for ${n}: 0 to 9999 only`)
  if (n === 0) return '零'
  const written = [...String(n)]
    .map((char, at, all) => (char === '0' ? '零' : `${digits[Number(char)]}${smallUnits[all.length - 1 - at]}`))
    .join('')
  return written.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

function powerOf(scale: string): number {
  return scale === '万亿' ? 12 : scale === '亿' ? 8 : scale === '万' ? 4 : 0
}

function plainText(text: string): string | undefined {
  // no numeral in use is longer; the limit keeps hostile input cheap
  if (text.length > 48) return undefined
  const plain = plainDigits(text.trim()).replace(/./gu, (char) => variants[char] ?? char)
  return plain === '' ? undefined : plain
}

/** Numbers with 万 and 亿: what stands before the last 亿, then before the last 万, then the rest. */
function large(text: string): number | undefined {
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(unit)
    if (at < 0) continue
    const high = large(text.slice(0, at))
    const rest = text.slice(at + 1)
    const low = rest === '' ? 0 : large(rest)
    // a rest below a thousandth of its unit is announced by 零: 一万零五, never 一万五
    if (high === undefined || high === 0 || low === undefined || low >= size) return undefined
    if (low > 0 && low < size / 10 && !rest.startsWith('零')) return undefined
    return high * size + low
  }
  return section(text)
}

/** 0 to 9999 without 万: strictly falling units, 零 where one is skipped. */
function section(text: string): number | undefined {
  const parts =
    /^零?(?:([一二三四五六七八九]|\d)千)?(零?)(?:([一二三四五六七八九]|\d)百)?(零?)(?:([一二三四五六七八九]|\d)?(十))?(零?)([一二三四五六七八九]|\d)?$/.exec(
      text,
    )
  if (!parts || text === '') return undefined
  const [, thousands, gap1, hundreds, gap2, tens, ten, gap3, ones] = parts
  // 十 without a digit only opens a numeral: 十二, but 一百一十二
  if (ten && !tens && (thousands || hundreds)) return undefined
  const skipped = gap1 !== '' || gap2 !== '' || gap3 !== ''
  if (ones && !ten && (thousands || hundreds) && !skipped) return undefined
  if (ten && thousands && !hundreds && gap1 === '' && gap2 === '') return undefined
  if (!ones && gap3 !== '') return undefined
  const value =
    1000 * digit(thousands) + 100 * digit(hundreds) + 10 * (ten ? (tens ? digit(tens) : 1) : 0) + digit(ones)
  return value
}

function digit(char: string | undefined): number {
  if (!char) return 0
  return char >= '0' && char <= '9' ? Number(char) : digits.indexOf(char)
}

function safe(value: number | undefined): number | undefined {
  return value !== undefined && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined
}
