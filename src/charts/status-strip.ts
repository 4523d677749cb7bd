import { statusWords } from '../i18n/status.ts'
import { comparePeriods, type Period, periodLabel } from '../model/number/period.ts'
import type { StatusId } from '../progress/assessment.ts'
import { image, xy } from './markup.ts'
import { statusCell, statusMark } from './status-shape.ts'

/** How something stood in one period; without a status where nothing was judged then. */
export interface StripCell {
  readonly period: Period
  readonly status?: StatusId | undefined
}

export interface StripOptions {
  /** Unique on the page; ids inside the picture begin with it. */
  readonly id: string
  /** What the strip is about: the name of a target or project. */
  readonly title: string
}

const variants = {
  wide: { width: 800, left: 64, part: 60, year: 66 },
  narrow: { width: 328, left: 46, part: 70, year: 46 },
} as const
type Variant = keyof typeof variants

const rowHeight = 30
const head = 24

/**
 * A status over time like a calendar: months, quarters and halves in one row per year; years in one row. Each cell
 * has the colour and the shape of its status; the description says them in words, runs of the same status together.
 * Periods of the sort of the first only, each once, oldest first; empty text without cells.
 */
export function statusStrip(cells: readonly StripCell[], options: StripOptions): string {
  const first = cells[0]
  if (!first) return ''
  const same = [
    ...new Map(
      cells.filter(({ period }) => period.kind === first.period.kind).map((cell) => [cell.period.text, cell]),
    ).values(),
  ].sort((a, b) => comparePeriods(a.period, b.period))
  const details = runsOf(same)
    .map(({ from, to, status }) => {
      const [start, end] = [periodLabel(from.period, 'zh'), periodLabel(to.period, 'zh')]
      return `${start === end ? start : `${start}至${end}`} ${status ? statusWords[status].zh : '没有判定'}`
    })
    .join('；')
  return (['wide', 'narrow'] as const)
    .map((variant) => {
      const { svg, height } = body(same, variant)
      const size = { width: variants[variant].width, height }
      return image(options.id, variant, size, `${options.title}：各时段的状态`, svg, details)
    })
    .join('')
}

function body(cells: readonly StripCell[], variant: Variant) {
  return cells[0]?.period.kind === 'year' ? yearsOf(cells, variant) : partsOf(cells, variant)
}

/** Years side by side, each under its own number; a further row where they do not fit. */
function yearsOf(cells: readonly StripCell[], variant: Variant) {
  const { width, year } = variants[variant]
  const perRow = Math.floor(width / year)
  const svg = cells.map(({ period, status }, index) => {
    const x = (index % perRow) * year
    const y = Math.floor(index / perRow) * (head + rowHeight)
    const name = `<text x="${xy(x + year / 2)}" y="${xy(y + 16)}" text-anchor="middle">${period.end.slice(0, 4)}</text>`
    return name + cellAt(status, x, y + head, year)
  })
  return { svg: svg.join(''), height: Math.ceil(cells.length / perRow) * (head + rowHeight) }
}

/** Parts of a year in columns, years in rows. */
function partsOf(cells: readonly StripCell[], variant: Variant) {
  const { width, left, part } = variants[variant]
  const columns = columnsOf(cells[0]?.period.kind)
  const years = [...new Set(cells.map(({ period }) => period.end.slice(0, 4)))].sort()
  const step = Math.min(part, (width - left) / columns.length)
  const heads = columns.map(
    (name, index) => `<text x="${xy(left + (index + 0.5) * step)}" y="16" text-anchor="middle">${name}</text>`,
  )
  const names = years.map((year, index) => `<text x="0" y="${xy(head + index * rowHeight + 18)}">${year}</text>`)
  const marks = cells.map(({ period, status }) => {
    const column = Math.floor(((Number(period.end.slice(5, 7)) - 1) / 12) * columns.length)
    return cellAt(status, left + column * step, head + years.indexOf(period.end.slice(0, 4)) * rowHeight, step)
  })
  return { svg: [...heads, ...names, ...marks].join(''), height: head + years.length * rowHeight }
}

function cellAt(status: StatusId | undefined, x: number, y: number, width: number): string {
  const height = rowHeight - 4
  const back = statusCell(status, { x: x + 1, y, width: width - 2, height })
  return status ? back + statusMark(status, x + width / 2, y + height / 2) : back
}

function columnsOf(kind: Period['kind'] | undefined): readonly string[] {
  if (kind === 'quarter') return ['一季度', '二季度', '三季度', '四季度']
  if (kind === 'half') return ['上半年', '下半年']
  return Array.from({ length: 12 }, (_, index) => `${index + 1}`)
}

function runsOf(cells: readonly StripCell[]) {
  const runs: { from: StripCell; to: StripCell; status: StatusId | undefined }[] = []
  for (const cell of cells) {
    const run = runs.at(-1)
    if (run && run.status === cell.status) run.to = cell
    else runs.push({ from: cell, to: cell, status: cell.status })
  }
  return runs
}
