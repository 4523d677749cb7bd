import { statusWords } from '../i18n/status.ts'
import type { StatusId } from '../model/progress/assessment.ts'
import { escapeXml, image, xy } from './markup.ts'
import { statusCell, statusMark } from './status-shape.ts'
import { lineHeight, textWidth, wrapText } from './text-width.ts'

/** How a target stood in one period, with the figure where there is room for it. */
export interface MatrixCell {
  readonly status: StatusId
  readonly figure?: string | undefined
}

export interface MatrixRow {
  /** Name of the target. */
  readonly name: string
  /** One for each column; undefined where the target was not running. */
  readonly cells: readonly (MatrixCell | undefined)[]
}

export interface MatrixOptions {
  /** Unique on the page; ids inside the picture begin with it. */
  readonly id: string
  readonly title: string
  /** Names of the periods, e.g. years. */
  readonly columns: readonly string[]
}

const variants = {
  wide: { width: 800, names: 300, longest: 2 },
  narrow: { width: 328, names: 0, longest: 3 },
} as const
type Variant = keyof typeof variants

const head = 26
const cellHeight = 28

/**
 * Targets by periods: a tinted cell with the shape of the status, and the figure beside the shape where it fits.
 * In the narrow picture the name stands above its cells. The names of all statuses are in the description; a table
 * on the page has them for everyone. Empty text without rows or columns.
 */
export function matrixChart(rows: readonly MatrixRow[], options: MatrixOptions): string {
  if (rows.length === 0 || options.columns.length === 0) return ''
  const title = `${options.title}：${rows.length} 项，${spanOf(options.columns)}`
  const details = rows.map((row) => saidOf(row, options.columns)).join('。')
  return (['wide', 'narrow'] as const)
    .map((variant) => {
      const { svg, height } = body(rows, options.columns, variant)
      return image(options.id, variant, { width: variants[variant].width, height }, title, svg, details)
    })
    .join('')
}

function body(rows: readonly MatrixRow[], columns: readonly string[], variant: Variant) {
  const { width, names, longest } = variants[variant]
  const step = (width - names) / columns.length
  const every = Math.ceil((Math.max(...columns.map((name) => textWidth(name))) + 8) / step)
  const heads = columns.map((name, index) => {
    const middle = names + (index + 0.5) * step
    const half = textWidth(name) / 2
    if (index % every !== 0 || middle - half < 0 || middle + half > width) return ''
    return `<text x="${xy(middle)}" y="17" text-anchor="middle">${escapeXml(name)}</text>`
  })
  let y = head
  let svg = heads.join('')
  for (const row of rows) {
    const lines = cut(wrapText(row.name, (names || width) - 12), longest)
    const beside = names > 0
    const height = beside ? Math.max(cellHeight, lines.length * lineHeight + 6) : cellHeight
    const top = beside ? y : y + lines.length * lineHeight + 4
    const first = beside ? y + (height - lines.length * lineHeight) / 2 + 13 : y + 13
    svg += lines
      .map(
        (line, index) => `<text class="direct" x="0" y="${xy(first + index * lineHeight)}">${escapeXml(line)}</text>`,
      )
      .join('')
    svg += row.cells
      .slice(0, columns.length)
      .map((cell, index) => cellOf(cell, names + index * step, top, step, height))
      .join('')
    y = top + height + (beside ? 4 : 10)
  }
  return { svg, height: y }
}

function cellOf(cell: MatrixCell | undefined, x: number, y: number, width: number, height: number): string {
  const box = { x: x + 1, y, width: Math.max(1, width - 2), height }
  if (!cell) return statusCell(undefined, box)
  const middle = y + height / 2
  const figure = cell.figure ?? ''
  const room = 16 + 6 + textWidth(figure)
  const back = statusCell(cell.status, box)
  if (figure === '' || room > box.width - 8) return back + statusMark(cell.status, x + width / 2, middle)
  const left = x + (width - room) / 2
  const text = `<text x="${xy(left + 22)}" y="${xy(middle + 5)}">${escapeXml(figure)}</text>`
  return back + statusMark(cell.status, left + 8, middle) + text
}

/** At most so many lines; the last one says that there is more. */
function cut(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines
  const last = lines[most - 1] ?? ''
  return [...lines.slice(0, most - 1), `${[...last].slice(0, -1).join('')}…`]
}

function spanOf(columns: readonly string[]): string {
  const [first = '', last = ''] = [columns[0], columns.at(-1)]
  return first === last ? first : `${first}—${last}`
}

function saidOf({ name, cells }: MatrixRow, columns: readonly string[]): string {
  const said = cells.flatMap((cell, index) => {
    if (!cell || columns[index] === undefined) return []
    return [`${columns[index]} ${statusWords[cell.status].zh}${cell.figure ? ` ${cell.figure}` : ''}`]
  })
  return `${name}：${said.join('，') || '没有判定'}`
}
