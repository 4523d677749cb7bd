import { createEvents, type DateArray, type EventAttributes } from 'ics'
import { eventsOf } from '../../model/benefit/calendar.ts'
import type { CalendarEvent } from '../../model/data/event.ts'
import { addDays } from '../../model/number/date.ts'
import { onOneLine } from '../../model/one-line.ts'
import type { Site } from '../../model/site.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { urls } from '../urls.ts'

/** All deadlines and dates as iCalendar (RFC 5545): whole days, the stamp of each is the site's day in UTC. */
export function calendarIcs(site: Site, options: PublishOptions): string {
  const { config, asOf } = site
  const { value, error } = createEvents(
    eventsOf(site).map((event) => eventAttributes(event, asOf, options)),
    { productId: '-//Gongbao//Gongbao//ZH', calName: `${config.place}${config.name}` },
  )
  if (value === null) throw new Error('the calendar cannot be written', { cause: error })
  return foldByBytes(value)
}

/** `timestamp` is known to the library and missing from its types. */
type Attributes = EventAttributes & { readonly timestamp: number }

function eventAttributes(event: CalendarEvent, asOf: string, options: PublishOptions): Attributes {
  return {
    uid: `${event.id.replace(/[^\w./-]/g, '-')}@${new URL(options.origin).host}`,
    title: onOneLine(event.title.includes(event.kind) ? event.title : `${event.kind}：${event.title}`),
    start: day(event.start),
    // The end of a whole-day event is the first day after it (RFC 5545 §3.6.1).
    end: day(addDays(event.end, 1)),
    description: event.note && onOneLine(event.note),
    url: addressOf(subjectPath(event), options),
    categories: [event.kind],
    transp: 'TRANSPARENT',
    timestamp: Date.parse(`${asOf}T00:00:00Z`),
  }
}

function subjectPath({ subject }: CalendarEvent): string {
  switch (subject.type) {
    case 'policy':
      return urls.policy(subject.id)
    case 'measure':
      return urls.measure(subject.id)
    case 'target': {
      const [policy = '', target = ''] = subject.id.split('/')
      return urls.target(policy, target)
    }
    default:
      return urls.calendar()
  }
}

function day(iso: string): DateArray {
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number)
  return [year, month, date]
}

/** The library folds after 75 characters; RFC 5545 §3.1 says 75 octets, and a Chinese character has three. */
function foldByBytes(text: string): string {
  return text
    .replace(/\r\n[\t ]/g, '')
    .split('\r\n')
    .map((line) => foldLine(line).join('\r\n '))
    .join('\r\n')
}

function foldLine(line: string): string[] {
  const folded: string[] = []
  let current = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > (folded.length === 0 ? 75 : 74)) {
      folded.push(current)
      current = ''
      bytes = 0
    }
    current += character
    bytes += size
  }
  return [...folded, current]
}
