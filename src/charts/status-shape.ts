import { statusWords } from '../i18n/status.ts'
import type { StatusId } from '../progress/assessment.ts'
import { xy } from './markup.ts'

const hollow = '<circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" stroke-width="1.5"/>'

/**
 * The shape of every status in a square of 16, by its name in `i18n/status.ts`: solid = judged, hollow = not judged.
 * The page's sheet of symbols and the charts draw the same ones.
 */
export const statusShapes: Readonly<Record<string, string>> = {
  achieved:
    '<circle cx="8" cy="8" r="7.5" fill="currentColor"/>' +
    '<path d="M4.4 8.3 7 10.9l4.7-5.4" fill="none" stroke="var(--paper)" stroke-width="2"/>',
  ontrack: '<circle cx="8" cy="8" r="6.5" fill="currentColor"/>',
  slight: '<path d="M8 .5 15.5 8 8 15.5.5 8z" fill="currentColor"/>',
  far: '<path d="M2 2h12v12H2z" fill="currentColor"/>',
  reverse: '<path d="M.5 2h15L8 15z" fill="currentColor"/>',
  missed:
    '<path d="M1.5 1.5h13v13h-13z" fill="currentColor"/>' +
    '<path d="m5 5 6 6m0-6-6 6" stroke="var(--paper)" stroke-width="2"/>',
  pending: `${hollow}<path d="M8 4v4.4l3 1.8" fill="none" stroke="currentColor" stroke-width="1.5"/>`,
  nofigure:
    '<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2.6 2.5"/>',
  early: `${hollow}<circle cx="8" cy="8" r="2" fill="currentColor"/>`,
  unable: `${hollow}<path d="m3.4 12.6 9.2-9.2" stroke="currentColor" stroke-width="1.5"/>`,
  unquant: '<path d="M1.5 8h13" stroke="currentColor" stroke-width="2.5"/>',
}

/** The shape of a status in a chart, in its colour, its middle at (x, y). */
export function statusMark(status: StatusId, x: number, y: number): string {
  const { cssClass, shape } = statusWords[status]
  return `<g class="mark mark--${cssClass}" transform="translate(${xy(x - 8)} ${xy(y - 8)})">${statusShapes[shape] ?? ''}</g>`
}

/** The square behind it, tinted where the status is a judgement. */
export function statusCell(
  status: StatusId | undefined,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): string {
  const kind = status === undefined ? 'none' : statusWords[status].cssClass
  return `<rect class="cell cell--${kind}" x="${xy(box.x)}" y="${xy(box.y)}" width="${xy(box.width)}" height="${xy(box.height)}"/>`
}
