import { addDays } from '../model/number/date.ts'
import { escapeXml, xy } from './markup.ts'
import type { TimeScale, ValueScale } from './scale.ts'
import { textWidth } from './text-width.ts'

export interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Room for the labels of the value axis, so that none is cut off. */
export function leftMargin(scale: ValueScale): number {
  return Math.ceil(Math.max(...scale.ticks.map((tick) => textWidth(tick.label)))) + 12
}

/** Horizontal hairlines with their values; no vertical axis line. */
export function valueAxis(scale: ValueScale, plot: Plot): string {
  return scale.ticks
    .map(({ value, label }) => {
      const y = scale.at(value)
      return (
        `<path class="grid" d="M${xy(plot.left)} ${xy(y)}H${xy(plot.right)}"/>` +
        `<text x="${xy(plot.left - 8)}" y="${xy(y + 5)}" text-anchor="end">${escapeXml(label)}</text>`
      )
    })
    .join('')
}

/** The ink line at the bottom with a mark at each turn of the year and the years between the marks. */
export function yearAxis(time: TimeScale, plot: Plot, suffix: string): string {
  const first = Number(time.from.slice(0, 4))
  const last = Number(addDays(time.to, -1).slice(0, 4))
  const every = yearStep(last - first + 1, plot.right - plot.left, textWidth(`0000${suffix}`))
  let svg = ''
  for (let year = first; year <= last; year += 1) {
    const start = Math.max(plot.left, time.at(`${year}-01-01`))
    const end = Math.min(plot.right, time.at(`${year + 1}-01-01`))
    svg += `<path class="axis" d="M${xy(start)} ${xy(plot.bottom)}v5"/>`
    const text = `${year}${suffix}`
    const middle = (start + end) / 2
    const half = textWidth(text) / 2
    const inside = middle - half >= plot.left - 40 && middle + half <= plot.right + 8
    if ((year - first) % every === 0 && inside && (every > 1 || end - start >= half * 2)) {
      svg += `<text x="${xy(middle)}" y="${xy(plot.bottom + 20)}" text-anchor="middle">${text}</text>`
    }
  }
  return `${svg}<path class="axis" d="M${xy(plot.left)} ${xy(plot.bottom)}H${xy(plot.right)}"/>`
}

function yearStep(years: number, width: number, label: number): number {
  const room = Math.max(1, Math.floor(width / (label + 10)))
  return [1, 2, 5, 10, 20, 50, 100].find((step) => Math.ceil(years / step) <= room) ?? 500
}
