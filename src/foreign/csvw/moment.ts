import { lastDayOf } from '../../model/number/date.ts'
import { compareText } from '../../model/text-order.ts'
import type { DateParts } from './date-pattern.ts'
import { zoneMinutes } from './date-pattern.ts'

/** A point in time on the line of XSD; a value without time zone is taken as UTC when compared. */
export interface Moment {
  readonly seconds: number // since 1970-01-01T00:00:00Z
  readonly fraction: string // digits of the second behind the point, without zeros at the end
  readonly zone: number | undefined // minutes ahead of UTC
}

const year = '(?<year>-?(?:[1-9]\\d{3,}|0\\d{3}))'
const month = '(?<month>\\d{2})'
const day = '(?<day>\\d{2})'
const time = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})(?:\\.(?<fraction>\\d+))?'

/** The forms of XML Schema, without their time zone. */
const forms: Readonly<Record<string, string>> = {
  date: `${year}-${month}-${day}`,
  time,
  dateTime: `${year}-${month}-${day}T${time}`,
  dateTimeStamp: `${year}-${month}-${day}T${time}`,
  gYear: year,
  gYearMonth: `${year}-${month}`,
  gMonth: `--${month}`,
  gMonthDay: `--${month}-${day}`,
  gDay: `---${day}`,
}

const compiled = new Map(
  Object.entries(forms).map(([name, form]) => [name, new RegExp(`^${form}(?<zone>Z|[+-]\\d{2}:\\d{2})?$`)]),
)

/** Reads a date or time in the form that XML Schema gives it; nothing when it is of another form or not real. */
export function parseMoment(text: string, datatype: string): Moment | undefined {
  const groups = compiled.get(datatype)?.exec(text)?.groups
  if (!groups) return undefined
  const number = (name: string) => (groups[name] === undefined ? undefined : Number(groups[name]))
  const zone = groups['zone'] === undefined ? undefined : zoneMinutes(groups['zone'])
  return momentOf(
    {
      ...{ year: number('year'), month: number('month'), day: number('day') },
      ...{ hour: number('hour'), minute: number('minute'), second: number('second') },
      ...{ fraction: groups['fraction'], zone },
    } as DateParts,
    datatype,
  )
}

/** The moment of its parts; nothing when there is no such day or time, or a time stamp has no time zone. */
export function momentOf(parts: DateParts, datatype: string): Moment | undefined {
  // A day without its year or month may be the 29th of February or any 31st.
  const { year = 1972, month = 12, day = 1, hour = 0, minute = 0, second = 0, fraction = '', zone } = parts
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return undefined
  const isMidnight = hour === 24 && minute === 0 && second === 0 && /^0*$/.test(fraction)
  if ((hour > 23 && !isMidnight) || minute > 59 || second > 59) return undefined
  if (zone !== undefined && Math.abs(zone) > 14 * 60) return undefined
  if (datatype === 'dateTimeStamp' && zone === undefined) return undefined
  const days = daysSinceEpoch(year, month, day)
  const seconds = days * 86_400 + hour * 3600 + minute * 60 + second - (zone ?? 0) * 60
  return { seconds, fraction: fraction.replace(/0+$/, ''), zone }
}

export function compareMoments(a: Moment, b: Moment): number {
  return a.seconds - b.seconds || compareText(a.fraction, b.fraction)
}

/** The same text for the same moment. */
export function momentKey({ seconds, fraction, zone }: Moment): string {
  return `${seconds}.${fraction}${zone === undefined ? '' : 'Z'}`
}

/** Days since 1970-01-01 in the Gregorian calendar, also before it was introduced. Years begin in March here, so that leap days come last. */
export function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
