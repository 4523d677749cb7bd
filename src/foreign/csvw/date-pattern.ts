/** What a date, time or both says, before it is checked against the calendar. */
export interface DateParts {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  /** Digits behind the point of the second, e.g. "143". */
  readonly fraction?: string
  /** Minutes ahead of UTC; none when the value has no time zone. */
  readonly zone?: number
}

export interface DatePattern {
  /** Reads a text of this form; nothing when it is of another. */
  parse(text: string): DateParts | undefined
  readonly hasDate: boolean
  readonly hasTime: boolean
}

const dates =
  /^(?:yyyy-MM-dd|yyyyMMdd|dd-MM-yyyy|d-M-yyyy|MM-dd-yyyy|M-d-yyyy|dd\/MM\/yyyy|d\/M\/yyyy|MM\/dd\/yyyy|M\/d\/yyyy|dd\.MM\.yyyy|d\.M\.yyyy|MM\.dd\.yyyy|M\.d\.yyyy)/
const times = /^(?:HH:mm:ss(?:\.S{1,99})?|HHmmss|HH:mm|HHmm)/

const fields: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
}

const zones: Readonly<Record<string, string>> = {
  X: 'Z|[+-]\\d{2}(?:\\d{2})?',
  XX: 'Z|[+-]\\d{4}',
  XXX: 'Z|[+-]\\d{2}:\\d{2}',
  x: '[+-]\\d{2}(?:\\d{2})?',
  xx: '[+-]\\d{4}',
  xxx: '[+-]\\d{2}:\\d{2}',
}

/** Reads one of the patterns that CSVW lists (UAX #35 symbols): a date, a time, or both, and perhaps a time zone. */
export function parseDatePattern(pattern: string): DatePattern | undefined {
  const date = dates.exec(pattern)?.[0] ?? ''
  let rest = pattern.slice(date.length)
  const joint = date === '' ? '' : (/^(?: |T)(?=H)/.exec(rest)?.[0] ?? '')
  if (joint === 'T' && date !== 'yyyy-MM-dd') return undefined
  rest = rest.slice(joint.length)
  const time = date === '' || joint !== '' ? (times.exec(rest)?.[0] ?? '') : ''
  rest = rest.slice(time.length)
  if (date + time === '' || (joint !== '' && time === '')) return undefined
  const zone = /^( ?)(X{1,3}|x{1,3})$/.exec(rest)
  if (rest !== '' && !zone) return undefined
  const form = new RegExp(
    `^${fieldForm(date)}${joint}${timeForm(time)}${zone ? `${zone[1] ?? ''}(?<zone>${zones[zone[2] ?? ''] ?? ''})` : ''}$`,
  )
  return { hasDate: date !== '', hasTime: time !== '', parse: (text) => read(form, text) }
}

function timeForm(time: string): string {
  const [whole = '', fraction] = time.split('.')
  return fieldForm(whole) + (fraction === undefined ? '' : `(?:\\.(?<fraction>\\d{1,${fraction.length}}))?`)
}

function fieldForm(pattern: string): string {
  return pattern.replaceAll(/yyyy|MM?|dd?|HH|mm|ss|[./]/g, (symbol) => fields[symbol] ?? `\\${symbol}`)
}

/** The parts that the named groups of a form have found. */
function read(form: RegExp, text: string): DateParts | undefined {
  const groups = form.exec(text)?.groups
  if (!groups) return undefined
  const parts: Record<string, number | string> = {}
  for (const [name, value] of Object.entries(groups)) {
    if (value === undefined) continue
    parts[name] = name === 'fraction' ? value : name === 'zone' ? zoneMinutes(value) : Number(value)
  }
  return parts
}

/** Minutes ahead of UTC of `Z`, `+08`, `+0800` or `+08:00`. */
export function zoneMinutes(text: string): number {
  if (text === 'Z') return 0
  const digits = text.replaceAll(/\D/g, '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0)
  return text.startsWith('-') ? -minutes : minutes
}
