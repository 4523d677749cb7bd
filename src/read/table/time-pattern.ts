import { lastDayOf } from '../../model/number/date.ts'

/** What a directive of strptime reads: the form of its text, and the part of the moment it gives. */
interface Directive {
  readonly form: string
  readonly set?: (parts: Parts, text: string) => void
}

interface Parts {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  dayOfYear?: number
  isAfternoon?: boolean
}

const shortMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'

function setter(key: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'dayOfYear') {
  return (parts: Parts, text: string): void => {
    parts[key] = Number(text)
  }
}

function setMonth(parts: Parts, text: string): void {
  parts.month = shortMonths.indexOf(text.slice(0, 3).toLowerCase()) + 1
}

function setShortYear(parts: Parts, text: string): void {
  parts.year = Number(text) + (Number(text) < 69 ? 2000 : 1900)
}

function addFraction(parts: Parts, text: string): void {
  parts.second += Number(`0.${text}`)
}

function setHalf(parts: Parts, text: string): void {
  parts.isAfternoon = /^p/i.test(text)
}

/** The directives of strptime in the C locale. */
const directives: Readonly<Record<string, Directive>> = {
  Y: { form: '\\d{4}', set: setter('year') },
  // As POSIX has it: 69 to 99 are of the last century.
  y: { form: '\\d{2}', set: setShortYear },
  m: { form: '1[0-2]|0?[1-9]', set: setter('month') },
  b: { form: shortMonths.join('|'), set: setMonth },
  B: {
    form: 'january|february|march|april|may|june|july|august|september|october|november|december',
    set: setMonth,
  },
  d: { form: '3[01]|[12]\\d|0?[1-9]', set: setter('day') },
  j: { form: '36[0-6]|3[0-5]\\d|[12]\\d{2}|0?[1-9]\\d|0{0,2}[1-9]', set: setter('dayOfYear') },
  H: { form: '2[0-3]|[01]?\\d', set: setter('hour') },
  I: { form: '1[0-2]|0?[1-9]', set: setter('hour') },
  M: { form: '[0-5]?\\d', set: setter('minute') },
  S: { form: '6[01]|[0-5]?\\d', set: setter('second') },
  f: { form: '\\d{1,6}', set: addFraction },
  p: { form: 'am|pm', set: setHalf },
  z: { form: 'Z|[+-]\\d{2}:?\\d{2}(?::?\\d{2})?' },
  Z: { form: 'UTC|GMT|[A-Z]{3,5}' },
  a: { form: 'mon|tue|wed|thu|fri|sat|sun' },
  A: { form: weekdays },
  w: { form: '[0-6]' },
  U: { form: '5[0-3]|[0-4]?\\d' },
  W: { form: '5[0-3]|[0-4]?\\d' },
}

const compounds: Readonly<Record<string, string>> = { D: '%m/%d/%y', F: '%Y-%m-%d', T: '%H:%M:%S', R: '%H:%M' }

/**
 * Compiles a strptime pattern into a reader of texts; what it gives sorts as time does. Undefined where the pattern
 * has no directive, or one that strptime does not know.
 */
export function compileTimePattern(pattern: string): ((text: string) => string | undefined) | undefined {
  const spelt = pattern.replace(/%([DFTR])/g, (_, name: string) => compounds[name] ?? '')
  const used: Directive[] = []
  let form = ''
  for (let at = 0; at < spelt.length; at++) {
    const sign = spelt[at] ?? ''
    if (sign !== '%') {
      form += /\s/.test(sign) ? '\\s+' : sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
      continue
    }
    at++
    const name = spelt[at] ?? ''
    const directive = Object.hasOwn(directives, name) ? directives[name] : undefined
    if (name === '%') form += '%'
    else if (!directive) return undefined
    else {
      used.push(directive)
      form += `(${directive.form})`
    }
  }
  if (used.length === 0) return undefined
  const whole = new RegExp(`^${form}$`, 'i')
  return (text) => {
    const found = whole.exec(text)
    if (!found) return undefined
    const parts: Parts = { year: 1900, month: 1, day: 1, hour: 0, minute: 0, second: 0 }
    for (const [index, directive] of used.entries()) directive.set?.(parts, found[index + 1] ?? '')
    return sortable(parts)
  }
}

function sortable(parts: Parts): string | undefined {
  const { year, month, day, minute, second, dayOfYear, isAfternoon } = parts
  if (day > lastDayOf(year, month)) return undefined
  if (dayOfYear === 366 && lastDayOf(year, 2) === 28) return undefined
  const hour = isAfternoon === undefined ? parts.hour : (parts.hour % 12) + (isAfternoon ? 12 : 0)
  const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
  const date = dayOfYear === undefined ? `${pad(month, 2)}-${pad(day, 2)}` : pad(dayOfYear, 3)
  return `${pad(year, 4)}-${date}T${time}:${second.toFixed(6).padStart(9, '0')}`
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
