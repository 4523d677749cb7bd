import { line } from 'd3-shape'
import { periodLabel } from '../model/number/period.ts'
import { figureWords } from '../views/progress/figure-words.ts'
import type { Drawing } from './chart-file.ts'
import { escapeXml, image, xy } from './markup.ts'
import { timeScale, type ValueScale, valueScale } from './scale.ts'
import type { Series, SeriesChartOptions } from './series-chart.ts'
import { type Dot, dotsOf, runsOf } from './series-dots.ts'
import { lineHeight, textWidth, wrapText } from './text-width.ts'

const plotHeight = 76
const gap = 24
/** Between the names and the plots: the value of the upper line stands there. */
const above = 22
/** Narrowest panel in which a name, two years and a figure can be read. */
const narrowest = 150

type Panel = { readonly name: string; readonly dots: readonly Dot[] }

/**
 * The same indicator for many places, a small chart each, all on one scale and one span of time so that they can be
 * compared by eye. Each panel names its place and its last figure. Empty text without figures.
 */
export function smallMultiples(series: readonly Series[], options: SeriesChartOptions): string {
  const draw = (variant: 'wide' | 'narrow') => {
    const drawing = multiplesDrawing(series, options, variant === 'wide' ? 800 : 328)
    return drawing ? image(options.id, variant, drawing, drawing.title, drawing.svg) : ''
  }
  return draw('wide') + draw('narrow')
}

/** The same drawing in any width, with the sentence that names it. */
export function multiplesDrawing(
  series: readonly Series[],
  options: SeriesChartOptions,
  width: number,
): (Drawing & { readonly title: string }) | undefined {
  const panels = series
    .map(({ name, observations }) => ({ name, dots: dotsOf(observations, options.stock) }))
    .filter(({ dots }) => dots.length > 0)
  if (panels.length === 0) return undefined
  const all = panels.flatMap(({ dots }) => dots)
  const count = Math.min(panels.length, width > 400 ? 4 : 2, Math.floor((width + gap) / (narrowest + gap)) || 1)
  const inner = (width - gap * (count - 1)) / count
  const values = all.map(({ value }) => value)
  const scale = valueScale(values, options.unit, plotHeight, 0, false)
  const top = scale.ticks.at(-1)?.label ?? ''
  const starts = all.map(({ row }) => row.period.start.slice(0, 4)).sort()
  const ends = all.map(({ row }) => row.period.end.slice(0, 4)).sort()
  const [first = '', last = ''] = [starts[0], ends.at(-1)]
  const labels = panels.map((panel) => labelOf(panel, inner))
  let y = 0
  let svg = ''
  for (let start = 0; start < panels.length; start += count) {
    const row = panels.slice(start, start + count)
    const head = Math.max(...row.map((_, index) => labels[start + index]?.length ?? 0)) * lineHeight
    row.forEach((panel, index) => {
      const left = index * (inner + gap)
      svg += `<text x="${xy(left + inner)}" y="${xy(y + head + above - 5)}" text-anchor="end">${escapeXml(top)}</text>`
      svg += namesAt(labels[start + index] ?? [], left, y)
      svg += `<g transform="translate(${xy(left)} ${xy(y + head + above)})">${plotOf(panel, scale, first, last, inner)}</g>`
      svg += yearsAt(first, last, left, y + head + above + plotHeight, inner)
    })
    y += head + above + plotHeight + 34
  }
  return { svg, width, height: y, title: titleOf(panels, options) }
}

/** Name and last figure, as many lines as they take. */
function labelOf({ name, dots }: Panel, width: number): string[] {
  const last = dots.at(-1)
  const figure = last ? `${figureWords(last.row)}，${periodLabel(last.row.period, 'zh')}` : ''
  return [...wrapText(name, width), ...wrapText(figure, width)]
}

function namesAt(lines: readonly string[], x: number, y: number): string {
  return lines
    .map((text, index) => {
      const weight = index === 0 ? ' class="direct"' : ''
      return `<text${weight} x="${xy(x)}" y="${xy(y + 14 + index * lineHeight)}">${escapeXml(text)}</text>`
    })
    .join('')
}

function plotOf({ dots }: Panel, scale: ValueScale, first: string, last: string, width: number): string {
  const time = timeScale(`${first}-01-01`, `${last}-12-31`, 0, width)
  const at = (dot: Dot) => ({ x: time.at(dot.x), y: scale.at(dot.value) })
  const strokes = runsOf(dots).map((run) => {
    const d = line<Dot>(
      (dot) => Number(xy(at(dot).x)),
      (dot) => Number(xy(at(dot).y)),
    )(run)
    return `<path class="series" d="${d ?? ''}"/>`
  })
  const radius = dots.length > 12 ? 2 : 3
  const points = dots.map((dot) => `<circle class="point" cx="${xy(at(dot).x)}" cy="${xy(at(dot).y)}" r="${radius}"/>`)
  const zero = `<path class="axis" d="M0 ${xy(scale.at(0))}H${xy(width)}"/>`
  return `<path class="grid" d="M0 ${xy(scale.at(scale.high))}H${xy(width)}"/>${zero}${strokes.join('')}${points.join('')}`
}

function yearsAt(first: string, last: string, left: number, bottom: number, width: number): string {
  const y = xy(bottom + 18)
  if (first === last || textWidth('0000') * 2 + 8 > width) return `<text x="${xy(left)}" y="${y}">${first}</text>`
  return (
    `<text x="${xy(left)}" y="${y}">${first}</text>` +
    `<text x="${xy(left + width)}" y="${y}" text-anchor="end">${last}</text>`
  )
}

function titleOf(panels: readonly Panel[], { title }: SeriesChartOptions): string {
  const said = panels.flatMap(({ name, dots }) => {
    const last = dots.at(-1)
    return last ? [`${name} ${figureWords(last.row)}（${periodLabel(last.row.period, 'zh')}）`] : []
  })
  return `${title}，${panels.length} 处同一刻度：${said.join('；')}`
}
