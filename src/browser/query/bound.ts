import { chinesePowers } from '../../model/number/chinese-powers.ts'
import { parsePeriod } from '../../model/number/period.ts'
import type { QueryColumn } from '../../publish/query/query-table.ts'
import { isNumeric } from './column.ts'

const powers: Readonly<Record<string, number>> = { ...chinesePowers, '': 0, 萬: 4, 億: 8 }
const written =
  /^([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)(e[+-]?\d{1,3})?([百千十]?[万萬亿億]|百|千|万亿)?(%?)$/i

/**
 * A bound as people type it: 1000000000, 1,000,000,000, 10亿, 5.2万, ５０, 6.9%. Undefined for what is no number; a
 * thousands comma stands before three digits.
 */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace('−', '-')
  const [whole, sign = '', digits = '', exponent = '', unit = '', percent = ''] = written.exec(plain) ?? []
  const power = powers[unit]
  if (whole === undefined || power === undefined) return undefined
  // The exponent is moved in the text, so that 5.2万 is exactly what 52000 is.
  const own = exponent === '' ? 0 : Number(exponent.slice(1))
  return Number(`${sign}${digits.replaceAll(',', '')}e${own + power - (percent ? 2 : 0)}`)
}

/** True for a column whose bounds are days, months or years. */
export function isTime({ name, type }: Pick<QueryColumn, 'name' | 'type'>): boolean {
  return name === 'period' || ['date', 'datetime', 'yearmonth'].includes(type)
}

/** A bound of a column of time as the column writes it: 2021年6月 → 2021-06. Undefined for what is no time. */
export function readTime(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z?$/.test(plain)) return plain
  return parsePeriod(plain)?.text
}

interface Range {
  readonly from?: string
  readonly to?: string
}

/** What is wrong with the bounds of a range, in words for the field; undefined where they can be read. */
export function rangeFault(column: QueryColumn, { from = '', to = '' }: Range): string | undefined {
  const read = isNumeric(column.type) ? readNumber : isTime(column) ? readTime : undefined
  if (!read) return undefined
  const example = isNumeric(column.type) ? '请写数，例如 52000、5.2万、1,000、10亿' : '请写时期，例如 2021、2021-06'
  const bad = [from, to].filter((text) => text.trim() !== '' && read(text) === undefined)
  if (bad.length > 0) return `“${bad.join('”“')}”读不懂。${example}。`
  const [low, high] = [from, to].map((text) => (text.trim() === '' ? undefined : read(text)))
  if (low !== undefined && high !== undefined && low > high && !within(low, high)) {
    return `“${from}”比“${to}”大，没有数在其中。请对调。`
  }
  return undefined
}

/** A month lies in its year though its text comes after it. */
function within(low: string | number, high: string | number): boolean {
  return typeof low === 'string' && low.startsWith(String(high))
}
