import type { Lang } from '../lang.ts'
import { parseNumeral } from './chinese-number.ts'
import { plainDigits } from './plain-digits.ts'

const day = 86_400_000

/** Whole days from `a` to `b`, both ISO days; negative where `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / day)
}

/** The ISO day `n` days after an ISO day. */
export function addDays(iso: string, n: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + n * day).toISOString().slice(0, 10)
}

/** What is wrong with a date as written; `suggestion` is an ISO day where one can be guessed. */
export type DateCheck =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly reason: 'format' | 'month' | 'day'
      readonly lastDay?: number
      readonly suggestion?: string
    }

/** Is the text a day of the calendar, written as `2021-11-08`? */
export function isRealDate(text: string): DateCheck {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!iso) return { ok: false, reason: 'format', suggestion: guessDay(text) }
  const [year, month, date] = [Number(iso[1]), Number(iso[2]), Number(iso[3])]
  if (month < 1 || month > 12) return { ok: false, reason: 'month' }
  const lastDay = lastDayOf(year, month)
  if (date >= 1 && date <= lastDay) return { ok: true }
  return { ok: false, reason: 'day', lastDay, suggestion: isoDay(year, month, date < 1 ? 1 : lastDay) }
}

/** Days in a month, `month` from 1. Called for every cell of a column of dates: it makes no objects. */
export function lastDayOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** `2021-11-08` from its numbers. */
export function isoDay(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The English name of a month, from 1. */
export function monthName(month: number): string {
  return months[month - 1] ?? ''
}

/** 2021年11月8日 · 8 November 2021 */
export function formatDate(iso: string, lang: Lang): string {
  const [year, month, date] = iso.split('-').map(Number) as [number, number, number]
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${monthName(month)} ${year}`
}

/** 二〇二一年十一月八日 in digits. */
function hanDay(text: string): string | undefined {
  const [, ...parts] =
    /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/.exec(
      text.trim(),
    ) ?? []
  const numbers = parts.map((part) => parseNumeral(part.replaceAll('○', '〇')))
  return numbers.length === 3 && numbers.every((one) => one !== undefined) ? numbers.join('-') : undefined
}

/** `2021.11.8`, `2021/11/8`, `2021年11月8日`, `20211108` as an ISO day; a day past the end of its month becomes the last. */
function guessDay(text: string): string | undefined {
  if (text.length > 40) return undefined
  const plain = plainDigits(hanDay(text) ?? text)
    .replace(/[T\s]\d{1,2}:\d{2}(?::\d{2})?.*$/, '')
    .replace(/\s/g, '')
  // What Excel shows of a day whose format was lost: days since 30 December 1899.
  if (/^[2-7]\d{4}$/.test(plain)) return addDays('1899-12-30', Number(plain))
  const parts =
    /^(\d{4})[-./年·．。／－–—](\d{1,2})[-./月·．。／－–—](\d{1,2})[日号]?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (!parts) return undefined
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined
  return isoDay(year, month, Math.min(date, lastDayOf(year, month)))
}
