import type { CalendarEvent } from '../../model/data/event.ts'
import { compareText } from '../../model/text-order.ts'

/** One line of the calendar; many promises of one policy that fall due on one day are one line. */
export interface CalendarLine {
  readonly first: CalendarEvent
  readonly events: readonly CalendarEvent[]
  /** The policy, where `events` are its targets. */
  readonly policy?: string
}

export interface CalendarList {
  /** Still to come or still running, the nearest first. */
  readonly upcoming: readonly CalendarLine[]
  /** Over, by the year in which they ended, latest first. */
  readonly past: readonly { readonly year: string; readonly lines: readonly CalendarLine[] }[]
}

/** Sorts events around a day. An event that ends on the day itself is not over. */
export function calendarList(events: readonly CalendarEvent[], asOf: string): CalendarList {
  const lines = linesOf(events)
  const over = lines.filter((line) => line.first.end < asOf).sort((a, b) => compareText(b.first.end, a.first.end))
  return {
    upcoming: lines.filter((line) => line.first.end >= asOf).sort((a, b) => compareText(a.first.start, b.first.start)),
    past: [...Map.groupBy(over, (line) => line.first.end.slice(0, 4))].map(([year, own]) => ({ year, lines: own })),
  }
}

/** The kind of an event, unless its title says it already. */
export function kindBeside({ title, kind }: Pick<CalendarEvent, 'title' | 'kind'>): string | undefined {
  return title.endsWith(kind) ? undefined : kind
}

function linesOf(events: readonly CalendarEvent[]): CalendarLine[] {
  return [...Map.groupBy(events, keyOf).values()].flatMap((group) => {
    const [first] = group
    return first ? [{ first, events: group, policy: policyOf(first) }] : []
  })
}

function keyOf(event: CalendarEvent): string {
  const policy = policyOf(event)
  return policy ? [policy, event.kind, event.start, event.end].join(' ') : event.id
}

function policyOf(event: CalendarEvent): string | undefined {
  return event.subject.type === 'target' ? event.subject.id.split('/')[0] : undefined
}
