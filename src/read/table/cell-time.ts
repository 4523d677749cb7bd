import { isRealDate, lastDayOf } from '../../model/number/date.ts'
import { compileTimePattern } from './time-pattern.ts'

export type TimeType = 'date' | 'time' | 'datetime'

/**
 * Reads a date, time or datetime as its format says; the result sorts as time does. `house` also takes hours and
 * minutes without seconds, which the standard does not. `fmt:` before a pattern is a remnant of version 0.
 */
export function timeReader(type: TimeType, format = 'default', isHouse = false): (text: string) => string | undefined {
  if (format === 'any') return anyTime(type)
  if (format === 'default' || format === '') return defaultTime(type, isHouse)
  return compileTimePattern(format.replace(/^fmt:/, '')) ?? (() => undefined)
}

/** Can the values of this format be read at all? */
export function isTimeFormat(format: string): boolean {
  return /^(?:default|any|)$/.test(format) || compileTimePattern(format.replace(/^fmt:/, '')) !== undefined
}

/** A month as the number of months since year 0. */
export function readMonth(text: string): number | undefined {
  const found = /^(-?\d{4,})-(0[1-9]|1[0-2])(?:Z|[+-]\d{2}:\d{2})?$/.exec(text)
  return found ? Number(found[1]) * 12 + Number(found[2]) - 1 : undefined
}

/** A duration of XML Schema in seconds, a month taken as 30.44 days: enough to compare by. */
export function readDuration(text: string): number | undefined {
  const found =
    /^(-)?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text)
  if (!found) return undefined
  const [years, months, days, hours, minutes, seconds] = found.slice(2).map((part) => Number(part ?? 0))
  const whole = ((years ?? 0) * 12 + (months ?? 0)) * 30.44 + (days ?? 0)
  const size = whole * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
  if (!Number.isFinite(size)) return undefined
  return found[1] ? -size : size
}

const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?'
const houseClock = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?'
const zone = '(?:Z|[+-]\\d{2}:\\d{2})?'

function defaultTime(type: TimeType, isHouse: boolean): (text: string) => string | undefined {
  const hours = isHouse ? houseClock : clock
  if (type === 'date') return (text) => (isRealDate(text).ok ? text : undefined)
  if (type === 'time') {
    const form = new RegExp(`^${hours}${isHouse ? '' : zone}$`)
    return (text) => (form.test(text) ? text : undefined)
  }
  const form = new RegExp(`^\\d{4}-\\d{2}-\\d{2}T${hours}${zone}$`)
  return (text) => (form.test(text) && isRealDate(text.slice(0, 10)).ok ? moment(text) : undefined)
}

/** A moment with a zone is compared in UTC, one without as it stands. */
function moment(text: string): string {
  if (!/(?:Z|[+-]\d{2}:\d{2})$/.test(text)) return text
  const value = Date.parse(text)
  return Number.isNaN(value) ? text : new Date(value).toISOString()
}

/** Whatever can be read: ISO first, then days with slashes, dots or Chinese signs, then what the platform reads. */
function anyTime(type: TimeType): (text: string) => string | undefined {
  if (type === 'time') {
    return (text) => (/^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?\s*(?:[ap]m)?$/i.test(text) ? text : undefined)
  }
  return (text) => {
    const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?!\d)/.exec(text)
    if (day) {
      const [year, month, date] = [Number(day[1]), Number(day[2]), Number(day[3])]
      const isReal = month >= 1 && month <= 12 && date >= 1 && date <= lastDayOf(year, month)
      return isReal ? `${day[1]}-${pad(month)}-${pad(date)}${text.slice(day[0].length)}` : undefined
    }
    const value = /\d/.test(text) && /[\s/,.-]/.test(text) ? Date.parse(text) : Number.NaN
    return Number.isNaN(value) ? undefined : new Date(value).toISOString()
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
