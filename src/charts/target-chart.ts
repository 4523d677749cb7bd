import { line } from 'd3-shape'
import { verdictWords } from '../i18n/verdict-words.ts'
import { daysBetween, formatDate } from '../model/number/date.ts'
import { formatValue } from '../model/number/format.ts'
import { periodLabel } from '../model/number/period.ts'
import { promiseText } from '../model/target/promise.ts'
import type { Target } from '../model/target/target.ts'
import type { Assessment } from '../progress/assessment.ts'
import { figureWords } from '../views/progress/figure-words.ts'
import { judgedValue } from '../views/progress/judged-figure.ts'
import { leftMargin, type Plot, valueAxis, yearAxis } from './axes.ts'
import { type Drawing, innerWidth } from './chart-file.ts'
import { type Box, type Label, lineBoxes, markBox, placeLabels } from './labels.ts'
import { escapeXml, hatchLines, hatchPattern, image, xy } from './markup.ts'
import { type TimeScale, timeScale, type ValueScale, valueScale } from './scale.ts'
import { type Point, type TargetPlot, targetPlot } from './target-plot.ts'
import { balanceText, lineHeight, textWidth } from './text-width.ts'

export interface TargetChartOptions {
  /** Unique on the page; ids inside the picture begin with it. */
  readonly id: string
  /** A day to mark in red: `成文` and when. */
  readonly event?: { readonly day: string; readonly name: string } | undefined
}

type Place = Label['at']

const variants = {
  wide: { width: 800, height: 330, right: 24, top: 34, bottom: 34, suffix: '年', unit: true },
  narrow: { width: 328, height: 300, right: 8, top: 34, bottom: 34, suffix: '', unit: false },
  file: { width: innerWidth, height: 330, right: 24, top: 34, bottom: 34, suffix: '年', unit: true },
} as const
type Variant = keyof typeof variants

/**
 * The way to a target and how far it has been gone, in two widths: dashed path, figures with a line, filled goal,
 * hollow diamonds before the period, hatching where there are no figures. Empty text where there is nothing to draw.
 */
export function targetChart(target: Target, assessment: Assessment, options: TargetChartOptions): string {
  const plot = targetPlot(target, assessment)
  if (!plot) return ''
  const title = titleOf(target, assessment)
  return (['wide', 'narrow'] as const)
    .map((variant) =>
      image(options.id, variant, variants[variant], title, body(target, assessment, plot, options, variant)),
    )
    .join('')
}

/** The same drawing for a file of its own, with the sentence that names it. */
export function targetDrawing(
  target: Target,
  assessment: Assessment,
  options: TargetChartOptions,
): (Drawing & { readonly title: string; readonly plot: TargetPlot }) | undefined {
  const plot = targetPlot(target, assessment)
  if (!plot) return undefined
  const svg = body(target, assessment, plot, options, 'file')
  return { ...variants.file, svg, title: titleOf(target, assessment), plot }
}

function body(
  target: Target,
  assessment: Assessment,
  plot: TargetPlot,
  options: TargetChartOptions,
  variant: Variant,
): string {
  const { width, height, right, top, bottom, suffix, unit } = variants[variant]
  const values = valuesOf(plot)
  const scale = valueScale(values, target.unit ?? '', height - bottom, top, unit)
  const area: Plot = { left: leftMargin(scale), right: width - right, top, bottom: height - bottom }
  const time = timeScale(plot.from, plot.to, area.left, area.right)
  const at = (point: Point) => ({ x: time.at(point.day), y: Math.max(top, scale.at(point.value)) })
  const hatch = `${options.id}-${variant}-hatch`
  const all = [...plot.runs.flat().filter((point) => point.row), ...plot.others, ...plot.before]
  const marks = [...all, ...(plot.goal ? [plot.goal] : []), ...(plot.expected ? [plot.expected] : [])]
  const boxes = marks.map((point) => markBox(at(point).x, at(point).y))
  const frame: Box = { left: area.left + 2, top: 2, right: width, bottom: area.bottom - 2 }
  const event = eventMark(options.event, time, area)
  const lines = [...plot.paths, ...plot.runs].flatMap((points) => lineBoxes(points.map(at)))
  const faint = lineBoxes(event.points)
  const note = emptyNote(plot.empty, time, area, boxes)
  const taken = [...boxes, ...event.boxes, ...note.boxes]
  return [
    plot.empty && variant !== 'file' ? hatchPattern(hatch) : '',
    valueAxis(scale, area),
    variant === 'file' ? hatchedBy(plot.empty, time, area) : hatchRect(plot.empty, time, area, hatch),
    yearAxis(time, area, suffix),
    ...plot.paths.map((points) => `<path class="path" d="${through(points, at)}"/>`),
    ...plot.runs.map((points) => (points.length > 1 ? `<path class="series" d="${through(points, at)}"/>` : '')),
    event.line,
    ...plot.before.map((point) => diamond(point, at(point), scale)),
    ...plot.others.map((point) => circle('base', at(point), 4.5)),
    ...plot.runs.flat().map((point) => (point.row ? circle('point', at(point), 5) : '')),
    plot.expected ? expectedMark(at(plot.expected)) : '',
    plot.goal ? circle('goal', at(plot.goal), 5) : '',
    note.svg,
    event.text,
    placeLabels(labelsOf(target, assessment, plot, at, scale.high, variant === 'narrow'), frame, taken, lines, faint),
  ].join('')
}

function valuesOf(plot: TargetPlot): number[] {
  const inside = [...plot.paths.flat(), ...plot.runs.flat(), ...plot.others, ...(plot.goal ? [plot.goal] : [])].map(
    (point) => point.value,
  )
  const high = Math.max(0, ...inside.map(Math.abs))
  // A reference figure far off the scale would flatten everything else; it is drawn as an arrow at the edge.
  return [...inside, ...plot.before.map((point) => point.value).filter((value) => value <= high * 1.6)]
}

function labelsOf(
  target: Target,
  assessment: Assessment,
  plot: TargetPlot,
  at: (point: Point) => { x: number; y: number },
  high: number,
  narrow: boolean,
): Label[] {
  const labels: Label[] = []
  const level = plot.goal ?? plot.paths[0]?.[1]
  if (level) {
    const lines = [`目标 ${promiseText(target)}`]
    labels.push({ lines, at: at(level), sides: ['corner', 'left', 'below'], bold: true })
  }
  // Figures after the deadline are drawn, but the verdict rests on an earlier one.
  const latest = plot.runs.flat().find(({ row }) => row !== undefined && row.id === assessment.latest?.id)
  if (latest?.row) {
    const lines = [judgedValue(target, assessment), periodLabel(latest.row.period, 'zh', true)]
    labels.push({ lines, at: at(latest), sides: ['right', 'above', 'corner', 'left', 'below'], bold: true })
  }
  for (const point of spaced(plot.before)) {
    if (!point.row) continue
    const when = periodLabel(point.row.period, 'zh')
    const place = point.value > high ? '规划期前，超出图幅' : '规划期前'
    const lines = [
      figureWords(point.row),
      ...(narrow ? [`${when}，`, ...place.split(/(?<=，)/)] : [`${when}，${place}`]),
    ]
    labels.push({ lines, at: at(point), sides: ['right', 'below', 'left', 'above'], bold: true })
  }
  for (const point of plot.others) {
    if (!point.row) continue
    labels.push({
      lines: [`另一来源 ${figureWords(point.row)}`],
      at: at(point),
      sides: ['right', 'left', 'below', 'above'],
    })
  }
  if (plot.expected) {
    const value = Number(plot.expected.value.toPrecision(4))
    const lines = [`此时应达 ${formatValue(value, target.unit)}`]
    labels.push({ lines, at: at(plot.expected), sides: ['below', 'right', 'left', 'above'] })
  }
  return labels
}

function through(points: readonly Point[], at: (point: Point) => { x: number; y: number }): string {
  return (
    line<Point>(
      (point) => Number(xy(at(point).x)),
      (point) => Number(xy(at(point).y)),
    )([...points]) ?? ''
  )
}

function circle(kind: 'point' | 'goal' | 'base', { x, y }: { x: number; y: number }, radius: number): string {
  return `<circle class="${kind}" cx="${xy(x)}" cy="${xy(y)}" r="${radius}"/>`
}

/** A hollow circle on the path, as faint as the path itself. */
function expectedMark({ x, y }: { x: number; y: number }): string {
  return `<circle cx="${xy(x)}" cy="${xy(y)}" r="4" fill="var(--paper)" stroke="var(--ink-2)" stroke-width="1.5"/>`
}

function diamond({ value }: Point, { x, y }: { x: number; y: number }, scale: ValueScale): string {
  if (value > scale.high) return `<path class="base" d="M${xy(x)} ${xy(y)}l6 11h-12z"/>`
  return `<path class="base" d="M${xy(x)} ${xy(y - 7)}l7 7-7 7-7-7z"/>`
}

function hatchRect(empty: TargetPlot['empty'], time: TimeScale, area: Plot, pattern: string): string {
  if (!empty) return ''
  const [x, end] = [time.at(empty.from), time.at(empty.to)]
  const height = area.bottom - area.top
  return `<rect x="${xy(x)}" y="${xy(area.top)}" width="${xy(end - x)}" height="${xy(height)}" fill="url(#${escapeXml(pattern)})"/>`
}

function hatchedBy(empty: TargetPlot['empty'], time: TimeScale, area: Plot): string {
  return empty ? hatchLines(time.at(empty.from), area.top, time.at(empty.to), area.bottom) : ''
}

/** Says what the hatching means, on paper so that it can be read, where no mark is in the way. */
function emptyNote(
  empty: TargetPlot['empty'],
  time: TimeScale,
  area: Plot,
  marks: readonly Box[],
): { readonly svg: string; readonly boxes: readonly Box[] } {
  if (!empty) return { svg: '', boxes: [] }
  const [from, to] = [time.at(empty.from), time.at(empty.to)]
  const lines = balanceText(empty.started ? '其后没有检索到公开数字' : '没有检索到公开完成数', to - from - 16)
  const width = Math.max(...lines.map((text) => textWidth(text))) + 12
  const height = lines.length * lineHeight + 8
  const left = from + (to - from - width) / 2
  if (width > to - from || lines.length > 3) return { svg: '', boxes: [] }
  for (const share of [0.82, 0.65, 0.5, 0.35, 0.2]) {
    const top = area.top + (area.bottom - area.top) * share - height / 2
    const box = { left, top, right: left + width, bottom: top + height }
    const free = marks.every(
      (mark) => mark.right <= box.left || mark.left >= box.right || mark.bottom <= box.top || mark.top >= box.bottom,
    )
    if (!free || box.bottom > area.bottom) continue
    const texts = lines.map((text, index) => {
      const y = top + 4 + index * lineHeight + 14
      return `<text class="direct" x="${xy(left + width / 2)}" y="${xy(y)}" text-anchor="middle">${escapeXml(text)}</text>`
    })
    const rect = `<rect x="${xy(left)}" y="${xy(top)}" width="${xy(width)}" height="${height}" fill="var(--paper)"/>`
    return { svg: rect + texts.join(''), boxes: [box] }
  }
  return { svg: '', boxes: [] }
}

function eventMark(
  event: TargetChartOptions['event'],
  time: TimeScale,
  area: Plot,
): { readonly line: string; readonly text: string; readonly boxes: readonly Box[]; readonly points: Place[] } {
  if (!event || event.day < time.from || event.day > time.to) return { line: '', text: '', boxes: [], points: [] }
  const x = time.at(event.day)
  const words = `${event.name} ${event.day}`
  const width = textWidth(words)
  const left = Math.max(0, Math.min(x - width / 2, area.right - width))
  return {
    line: `<path class="event" d="M${xy(x)} ${xy(area.top - 4)}V${xy(area.bottom)}"/>`,
    text: `<text x="${xy(left)}" y="${xy(area.top - 12)}">${escapeXml(words)}</text>`,
    boxes: [{ left, top: area.top - 30, right: left + width, bottom: area.top - 6 }],
    points: [
      { x, y: area.top - 4 },
      { x, y: area.bottom },
    ],
  }
}

/** Days between two reference figures that both have room for a label. */
const labelDistance = 180

/** The latest first; of figures close together, as those of months are, only the latest. */
function spaced(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points.toReversed()) {
    const next = kept.at(-1)
    if (!next || daysBetween(point.day, next.day) >= labelDistance) kept.push(point)
  }
  return kept
}

function titleOf(target: Target, assessment: Assessment): string {
  const { latest, before, series } = assessment
  const parts = [`目标 ${promiseText(target)}${target.deadline ? `，期限 ${formatDate(target.deadline, 'zh')}` : ''}`]
  if (latest && series.length > 0) {
    parts.push(`${periodLabel(latest.period, 'zh', true)} ${judgedValue(target, assessment)}`)
  } else parts.push('期内没有检索到公开完成数')
  const reference = before.at(-1)
  if (reference) parts.push(`${periodLabel(reference.period, 'zh')} ${figureWords(reference)}，在规划期前`)
  return `${target.title}：${parts.join('；')}。${verdictWords(assessment)}`
}
