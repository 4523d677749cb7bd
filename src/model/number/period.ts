import type { Lang } from '../lang.ts'
import { compareText } from '../text-order.ts'
import { parseNumeral } from './chinese-number.ts'
import { daysBetween, formatDate, isoDay, isRealDate, lastDayOf, monthName } from './date.ts'
import { plainDigits } from './plain-digits.ts'

/**
 * A span of days, from how statistics write it: `2023` · `2023-09` · `2023-09-30` · `2023-Q1` · `2023-H1` ·
 * `2023-01/2023-09` · `2021/2023`. `end` is what progress is measured at.
 */
export interface Period {
  readonly text: string
  readonly start: string // ISO day
  readonly end: string // ISO day, inclusive
  readonly kind: (typeof periodKinds)[number]
}

export const periodKinds = ['year', 'half', 'quarter', 'month', 'day', 'range'] as const

/**
 * Reads a period in the forms above or as Chinese documents write it: 2021年, 2021年上半年, 2021年第三季度,
 * 2021年1—9月, 2021—2023年, 2020年6月10日, 2023年底, 截至2020年6月10日, 二〇二一年. `text` of the result is the
 * form above, so equal periods have equal texts.
 */
export function parsePeriod(text: string): Period | undefined {
  if (text.length > 60) return undefined
  const plain = plainDigits(text).replace(/\s/g, '')
  return parsePlain(plain) ?? parseChinese(plain)
}

/** Order of a series: by end, then the shorter period first. */
export function comparePeriods(a: Period, b: Period): number {
  return compareText(a.end, b.end) || compareText(b.start, a.start)
}

/** The same period one year earlier, 2023-09 → 2022-09; undefined for 29 February. */
export function yearBefore(period: Period): Period | undefined {
  return parsePeriod(period.text.replace(/(?<!\d)\d{4}(?!\d)/g, (year) => String(Number(year) - 1).padStart(4, '0')))
}

/** Days of a period, both ends counted. */
export function periodDays(period: Period): number {
  return daysBetween(period.start, period.end) + 1
}

/** 2021年上半年 · first half of 2021. `stock`: a day is the moment of a count, 截至2020年6月10日 · as of 10 June 2020. */
export function periodLabel(period: Period, lang: Lang, stock = false): string {
  const zh = lang === 'zh'
  const [year, month] = [Number(period.start.slice(0, 4)), Number(period.start.slice(5, 7))]
  switch (period.kind) {
    case 'year':
      return zh ? `${year}年` : `${year}`
    case 'half':
      return zh ? `${year}年${month === 1 ? '上' : '下'}半年` : `${month === 1 ? 'first' : 'second'} half of ${year}`
    case 'quarter': {
      const quarter = (month + 2) / 3
      return zh ? `${year}年第${'一二三四'[quarter - 1]}季度` : `Q${quarter} ${year}`
    }
    case 'month':
      return zh ? `${year}年${month}月` : `${monthName(month)} ${year}`
    case 'day':
      if (!stock) return formatDate(period.start, lang)
      return zh ? `截至${formatDate(period.start, lang)}` : `as of ${formatDate(period.start, lang)}`
    case 'range':
      return rangeLabel(period, lang)
  }
}

function rangeLabel(period: Period, lang: Lang): string {
  const zh = lang === 'zh'
  const [from = '', to = ''] = period.text.split('/')
  const [fromYear, toYear] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  if (from.length === 4) return zh ? `${fromYear}—${toYear}年` : `${fromYear}–${toYear}`
  if (from.length === 7) {
    const [first, last] = [Number(from.slice(5)), Number(to.slice(5))]
    if (zh)
      return `${fromYear}年${first}${fromYear === toYear ? '' : '月'}—${fromYear === toYear ? '' : `${toYear}年`}${last}月`
    return `${monthName(first)}${fromYear === toYear ? '' : ` ${fromYear}`}–${monthName(last)} ${toYear}`
  }
  return `${formatDate(from, lang)}${zh ? '—' : ' – '}${formatDate(to, lang)}`
}

const part = '\\d{4}(?:-\\d{2}(?:-\\d{2})?)?'
const plainRange = new RegExp(`^(${part})/(${part})$`)

function parsePlain(text: string): Period | undefined {
  const range = plainRange.exec(text)
  if (range) return span(single(range[1] ?? ''), single(range[2] ?? ''))
  const portion = /^(\d{4})-(?:Q([1-4])|H([12]))$/i.exec(text)
  if (!portion) return single(text)
  return portion[2] ? quarter(Number(portion[1]), Number(portion[2])) : half(Number(portion[1]), Number(portion[3]))
}

/** A year, month or day in ISO form. */
function single(text: string): Period | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!parts) return undefined
  const year = Number(parts[1])
  if (!parts[2]) return { text, start: isoDay(year, 1, 1), end: isoDay(year, 12, 31), kind: 'year' }
  const month = Number(parts[2])
  if (month < 1 || month > 12) return undefined
  if (!parts[3]) {
    return { text, start: isoDay(year, month, 1), end: isoDay(year, month, lastDayOf(year, month)), kind: 'month' }
  }
  return isRealDate(text).ok ? { text, start: text, end: text, kind: 'day' } : undefined
}

function quarter(year: number, n: number): Period {
  const last = n * 3
  return {
    text: `${pad(year, 4)}-Q${n}`,
    start: isoDay(year, last - 2, 1),
    end: isoDay(year, last, lastDayOf(year, last)),
    kind: 'quarter',
  }
}

function half(year: number, n: number): Period {
  const [start, end] = n === 1 ? [isoDay(year, 1, 1), isoDay(year, 6, 30)] : [isoDay(year, 7, 1), isoDay(year, 12, 31)]
  return { text: `${pad(year, 4)}-H${n}`, start, end, kind: 'half' }
}

/** From the first to the last of two periods of the same kind; undefined where they are the wrong way round. */
function span(from: Period | undefined, to: Period | undefined): Period | undefined {
  if (!from || !to || from.kind !== to.kind || from.start > to.start) return undefined
  return { text: `${from.text}/${to.text}`, start: from.start, end: to.end, kind: 'range' }
}

const dash = '(?:[-—–－~～]{1,2}|至|到)'
const numeral = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const chineseYear = '([12]\\d{3}|[一二][〇零○一二三四五六七八九]{3})年'
const years = new RegExp(`^([12]\\d{3})年?${dash}([12]\\d{3})年$`)
const year = new RegExp(`^${chineseYear}(.*)$`)
const day = new RegExp(`^${numeral}月${numeral}日$`)
const month = new RegExp(`^${numeral}月(?:份)?$`)
const monthEnd = new RegExp(`^(?:${numeral}月)?(?:底|末)$`)
const monthRange = new RegExp(`^${numeral}月?${dash}${numeral}月(?:份)?$`)
const dayRange = new RegExp(`^(${numeral}月${numeral}日)${dash}(?:${chineseYear})?(${numeral}月${numeral}日)$`)

function parseChinese(text: string): Period | undefined {
  const stated = text.replace(/^截[至止](?:到)?/, '')
  const moment = stated !== text
  const span1 = years.exec(stated)
  if (span1) return span(single(span1[1] ?? ''), single(span1[2] ?? ''))
  const found = year.exec(stated)
  if (!found) return undefined
  const y = number(found[1])
  if (y === undefined) return undefined
  const rest = found[2] ?? ''
  // 截至2021年9月 is the last day of that month
  const read = withinYear(y, rest)
  return moment && read && read.kind !== 'day' ? single(read.end) : read
}

function withinYear(y: number, rest: string): Period | undefined {
  const iso = pad(y, 4)
  if (rest === '' || rest === '度' || rest === '全年') return single(iso)
  if (/^年?[底末]$/.test(rest)) return single(isoDay(y, 12, 31))
  if (/^[上下]半年$/.test(rest)) return half(y, rest.startsWith('上') ? 1 : 2)
  const quarters = /^(前)?第?([一二三四1-4])(?:个)?季度?$/.exec(rest)
  if (quarters) {
    const n = number(quarters[2]) ?? 0
    return quarters[1] ? span(single(`${iso}-01`), single(`${iso}-${pad(n * 3, 2)}`)) : quarter(y, n)
  }
  const oneDay = day.exec(rest)
  if (oneDay) return dayOf(y, oneDay[1], oneDay[2])
  const oneMonth = month.exec(rest)
  if (oneMonth) return monthOf(y, oneMonth[1])
  const ending = monthEnd.exec(rest)
  if (ending) return single(monthOf(y, ending[1] ?? '12')?.end ?? '')
  const someMonths = monthRange.exec(rest)
  if (someMonths) return span(monthOf(y, someMonths[1]), monthOf(y, someMonths[2]))
  const someDays = dayRange.exec(rest)
  if (!someDays) return undefined
  return span(dayOf(y, someDays[2], someDays[3]), dayOf(number(someDays[4]) ?? y, someDays[6], someDays[7]))
}

function monthOf(y: number, month: string | undefined): Period | undefined {
  return single(`${pad(y, 4)}-${pad(number(month) ?? 0, 2)}`)
}

function dayOf(y: number, month: string | undefined, date: string | undefined): Period | undefined {
  return single(`${pad(y, 4)}-${pad(number(month) ?? 0, 2)}-${pad(number(date) ?? 0, 2)}`)
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseNumeral(text)
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0')
}
