import { line } from 'd3-shape'
import { periodLabel } from '../model/number/period.ts'
import type { Observation } from '../model/register/observation.ts'
import { figureWords } from '../views/progress/figure-words.ts'
import { leftMargin, type Plot, valueAxis, yearAxis } from './axes.ts'
import { type Drawing, innerWidth } from './chart-file.ts'
import { type Label, lineBoxes, markBox, placeLabels } from './labels.ts'
import { image, xy } from './markup.ts'
import { timeScale, valueScale } from './scale.ts'
import { type Dot, dotsOf, runsOf } from './series-dots.ts'

/** One line of a chart: a place, or a source. */
export interface Series {
  /** Written beside its last point; empty where there is only one. */
  readonly name: string
  readonly observations: readonly Observation[]
}

export interface SeriesChartOptions {
  /** Unique on the page; ids inside the picture begin with it. */
  readonly id: string
  /** Name of the indicator. */
  readonly title: string
  readonly unit: string
  /** Figures of a point in time stand at the end of their period, others in its middle. */
  readonly stock: boolean
}

const variants = {
  wide: { width: 800, height: 330, right: 24, top: 24, bottom: 34, suffix: '年', unit: true },
  narrow: { width: 328, height: 280, right: 8, top: 24, bottom: 34, suffix: '', unit: false },
  file: { width: innerWidth, height: 330, right: 24, top: 24, bottom: 34, suffix: '年', unit: true },
} as const
type Variant = keyof typeof variants

/**
 * An indicator over time for one or several places, in two widths. Every figure is a point; a line joins two only
 * when their periods are of the same sort and follow each other, and only where sources agree. Figures of less than
 * a year among figures of years are hollow. Empty text without figures.
 */
export function seriesChart(series: readonly Series[], options: SeriesChartOptions): string {
  const lines = linesOf(series, options)
  if (lines.every(({ dots }) => dots.length === 0)) return ''
  const title = titleOf(lines, options)
  return (['wide', 'narrow'] as const)
    .map((variant) => image(options.id, variant, variants[variant], title, body(lines, options, variant)))
    .join('')
}

/** The same drawing for a file of its own, with the sentence that names it. */
export function seriesDrawing(
  series: readonly Series[],
  options: SeriesChartOptions,
): (Drawing & { readonly title: string }) | undefined {
  const lines = linesOf(series, options)
  if (lines.every(({ dots }) => dots.length === 0)) return undefined
  return { ...variants.file, svg: body(lines, options, 'file'), title: titleOf(lines, options) }
}

function linesOf(series: readonly Series[], { stock }: SeriesChartOptions): Line[] {
  return series.map(({ name, observations }) => ({ name, dots: dotsOf(observations, stock) }))
}

type Line = { readonly name: string; readonly dots: readonly Dot[] }

function body(lines: readonly Line[], options: SeriesChartOptions, variant: Variant): string {
  const { width, height, right, top, bottom, suffix, unit } = variants[variant]
  const all = lines.flatMap(({ dots }) => dots)
  const scale = valueScale(
    all.map((dot) => dot.value),
    options.unit,
    height - bottom,
    top,
    unit,
  )
  const area: Plot = { left: leftMargin(scale), right: width - right, top, bottom: height - bottom }
  const first = all.map((dot) => dot.row.period.start).sort()[0] ?? ''
  const last =
    all
      .map((dot) => dot.row.period.end)
      .sort()
      .at(-1) ?? ''
  const time = timeScale(`${first.slice(0, 4)}-01-01`, `${last.slice(0, 4)}-12-31`, area.left, area.right)
  const at = (dot: Dot) => ({ x: time.at(dot.x), y: scale.at(dot.value) })
  const yearsToo = all.some((dot) => dot.row.period.kind === 'year')
  const strokes = lines.flatMap(({ dots }, index) =>
    runsOf(dots).map((run) => {
      const d = line<Dot>(
        (dot) => Number(xy(at(dot).x)),
        (dot) => Number(xy(at(dot).y)),
      )([...run])
      return `<path class="series series--${index + 1}"${dashes[index % dashes.length]} d="${d}"/>`
    }),
  )
  const points = lines.flatMap(({ dots }, index) =>
    dots.map((dot) => {
      const hollow = yearsToo && dot.row.period.kind !== 'year' && !options.stock
      return shape(index, at(dot).x, at(dot).y, hollow ? 'base' : `point point--${index + 1}`)
    }),
  )
  const boxes = all.map((dot) => markBox(at(dot).x, at(dot).y, 6))
  const frame = { left: area.left + 2, top: 2, right: width, bottom: area.bottom - 2 }
  const along = lines.flatMap(({ dots }) => runsOf(dots).flatMap((run) => lineBoxes(run.map(at))))
  const labels = lines.flatMap((one) => labelsOf(one, at, area))
  return [
    valueAxis(scale, area),
    yearAxis(time, area, suffix),
    ...strokes,
    ...points,
    placeLabels(labels, frame, boxes, along, [], 6),
  ].join('')
}

/** Lines differ by dashes and points by shape, so that no colour is needed to tell them apart. */
const dashes = ['', ' stroke-dasharray="7 4"', ' stroke-dasharray="2 4"', ' stroke-dasharray="10 4 2 4"'] as const

function shape(index: number, x: number, y: number, kind: string): string {
  if (index % 3 === 1) return `<rect class="${kind}" x="${xy(x - 4.5)}" y="${xy(y - 4.5)}" width="9" height="9"/>`
  if (index % 3 === 2) return `<path class="${kind}" d="M${xy(x)} ${xy(y - 5.5)}l5.5 9.5h-11z"/>`
  return `<circle class="${kind}" cx="${xy(x)}" cy="${xy(y)}" r="4.5"/>`
}

/** The last figure of each line with its name, the last whole year where that is another, then the first. */
function labelsOf({ name, dots }: Line, at: (dot: Dot) => { x: number; y: number }, area: Plot): Label[] {
  const labels: Label[] = []
  const last = dots.at(-1)
  const first = dots[0]
  const label = (dot: Dot, title: string, bold: boolean): Label => {
    const place = at(dot)
    const near = place.x > (area.left + area.right) / 2
    const text = `${figureWords(dot.row)}，${periodLabel(dot.row.period, 'zh')}`
    const sides = near ? (['above', 'left', 'below', 'right'] as const) : (['above', 'right', 'below', 'left'] as const)
    return { lines: title ? [title, text] : [text], at: place, sides, bold }
  }
  if (last) labels.push(label(last, name, true))
  const year = dots.findLast(({ row }) => row.period.kind === 'year')
  if (year && year !== last) labels.push(label(year, '', false))
  if (first && first !== last && first !== year) labels.push(label(first, '', false))
  return labels
}

function titleOf(lines: readonly Line[], { title }: SeriesChartOptions): string {
  const said = lines.flatMap(({ name, dots }) => {
    const [first, last] = [dots[0], dots.at(-1)]
    if (!first || !last) return []
    const ends = [...new Set([first, last])].map(({ row }) => `${periodLabel(row.period, 'zh')} ${figureWords(row)}`)
    return [`${name ? `${name} ` : ''}${ends.join('，')}`]
  })
  return `${title}：${said.join('；')}`
}
