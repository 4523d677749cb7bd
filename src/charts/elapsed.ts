import { addDays, daysBetween } from '../model/number/date.ts'
import { escapeXml, xy } from './markup.ts'

/** A period and how much of it is gone; days are ISO. */
export interface ElapsedBar {
  readonly from: string
  readonly to: string
  /** Time is filled up to the end of this day: the latest figure, or the as-of day. */
  readonly at: string
  /** A day to mark in red, e.g. when the document was adopted. */
  readonly event?: string | undefined
  /** A whole sentence that says the same. */
  readonly label: string
}

const length = 1000

/** The time bar under a plan's title: stretches to any width, marks the turns of the years. */
export function elapsedSvg({ from, to, at, event, label }: ElapsedBar): string {
  const opens = addDays(from, -1)
  const total = Math.max(1, daysBetween(opens, to))
  const place = (day: string) => (Math.min(total, Math.max(0, daysBetween(opens, day))) / total) * length
  const first = Number(from.slice(0, 4))
  const years = Array.from({ length: Number(to.slice(0, 4)) - first }, (_, index) => `${first + index}-12-31`)
  const turns = years.map((day) => `M${xy(place(day))} 4v12`).join('')
  return (
    `<svg viewBox="0 0 ${length} 20" preserveAspectRatio="none" role="img" aria-label="${escapeXml(label)}">` +
    `<rect class="elapsed__track" x="0" y="4" width="${length}" height="12"/>` +
    `<rect class="elapsed__past" x="0" y="4" width="${xy(place(at))}" height="12"/>` +
    (turns ? `<path class="elapsed__tick" d="${turns}"/>` : '') +
    (event === undefined ? '' : `<path class="elapsed__event" d="M${xy(place(event))} 0v20"/>`) +
    '</svg>'
  )
}
