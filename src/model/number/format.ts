import { withoutEnd } from '../without-end.ts'

/**
 * Numbers for people, in Chinese. Values come in canonical units (元, ratios as fractions); what is printed
 * never shows more digits than the value has, and never the noise of binary fractions.
 */

/** A value with its unit: `52,000 家` · `2.5%` · `360 亿元` · `0 个百分点`. */
export function formatValue(value: number, unit?: string): string {
  const { number, unit: suffix } = formatParts(value, unit)
  return suffix === '%' ? `${number}%` : suffix ? `${number} ${suffix}` : number
}

/** The same in two parts, for columns that print the unit once. */
export function formatParts(value: number, unit = ''): { readonly number: string; readonly unit: string } {
  if (unit === '比率') return { number: grouped(shifted(value, 2)), unit: '%' }
  if (unit === '百分点') return { number: grouped(shifted(value, 0)), unit: '个百分点' }
  if (unit === '元') return money(value)
  return { number: grouped(shifted(value, 0)), unit }
}

/** A count with its unit, thousands grouped: `formatNumber(52000, '家')` → `52,000 家`. */
export function formatNumber(value: number, unit?: string): string {
  const number = grouped(shifted(value, 0))
  return unit ? `${number} ${unit}` : number
}

/** A share as a percentage, rounded half up to at most `digits` decimals: `0.923` → `92.3%`. */
export function formatShare(share: number, digits = 1): string {
  return `${formatRounded(share * 100, digits)}%`
}

/** Rounded half away from zero to at most `digits` decimals, trailing zeros dropped: `47.488` → `47.5`. */
export function formatRounded(value: number, digits = 1): string {
  const scale = 10 ** digits
  // Twelve significant digits first: 1.005 × 100 is 100.49999… in binary and would round down.
  const scaled = Math.round(Number((Math.abs(value) * scale).toPrecision(12))) / scale
  return grouped(plain(value < 0 ? -scaled : scaled))
}

/** Bytes of a download: `87.7 KB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_950) return `${formatRounded(bytes / 1000)} KB`
  return `${formatRounded(bytes / 1e6)} MB`
}

/** 元 in the largest of 亿, 万 and 元 that keeps every digit in at most four decimals. */
function money(value: number): { number: string; unit: string } {
  const size = Math.abs(value)
  for (const [places, name] of [
    [8, '亿元'],
    [4, '万元'],
  ] as const) {
    const text = shifted(value, -places)
    if (size >= 10 ** places && decimals(text) <= 4) return { number: grouped(text), unit: name }
  }
  return { number: grouped(shifted(value, 0)), unit: '元' }
}

/** Moves the decimal point in the text, so 0.07 becomes 7 and not 7.000000000000001. */
function shifted(value: number, places: number): string {
  const text = plain(value)
  if (places === 0) return text
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '0', fraction = ''] = text.slice(sign.length).split('.')
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`
  const point = Math.max(0, -places) + whole.length + places
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const rest = withoutEnd(digits.slice(point), '0')
  const joined = rest ? `${integer}.${rest}` : integer
  return joined === '0' ? '0' : sign + joined
}

/** Shortest decimal text of a number without an exponent; fifteen digits are what a double keeps. */
function plain(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  const [mantissa = '', exponent] = text.split('e')
  if (!exponent) return text === '-0' ? '0' : text
  return shifted(Number(mantissa), Number(exponent))
}

function decimals(text: string): number {
  return text.split('.')[1]?.length ?? 0
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const sign = whole.startsWith('-') ? '−' : ''
  const thousands = whole.replace('-', '').replace(/\B(?=(\d{3})+$)/g, ',')
  return sign + (fraction === undefined ? thousands : `${thousands}.${fraction}`)
}
