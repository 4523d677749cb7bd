import { escapeXml, xy } from './markup.ts'
import { withPalette } from './palette.ts'
import { lineHeight, textWidth, wrapText } from './text-width.ts'

/** A drawn chart without its frame: what stands inside `<svg>`, and its size. */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
}

export interface ChartFileParts {
  /** One whole sentence: the name of the picture for those who do not see it. */
  readonly title: string
  /** What the marks mean, and where the figures are from; the description. */
  readonly description: string
  readonly heading: string
  readonly subtitle: string
  /** A line with a shape before it, e.g. the status. */
  readonly badge?: { readonly mark: (x: number, y: number) => string; readonly text: string } | undefined
  readonly drawing: Drawing
  /** Source, day and address, a line each; long ones are broken. */
  readonly source: readonly string[]
}

/** Width of the whole picture; the drawing may be `innerWidth` wide. */
const width = 800
const margin = 24
export const innerWidth = width - 2 * margin

const headingSize = 18
const sourceSize = 12

const css = withPalette(
  [
    '.paper{fill:var(--paper)}',
    'text{font-family:"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}',
    'text,.outline{fill:var(--ink-2);font-size:14px;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}',
    '.direct{fill:var(--ink);font-weight:700}',
    `.heading{fill:var(--ink);font-weight:700;font-size:${headingSize}px}`,
    `.source{font-size:${sourceSize}px}`,
    '.heading,.subtitle,.source{stroke:none}',
    '.axis{stroke:var(--ink)}',
    '.grid{stroke:var(--line)}',
    '.path{stroke:var(--ink-2);stroke-width:1.75;stroke-dasharray:6 5;fill:none}',
    '.series{stroke:var(--link);stroke-width:2.5;fill:none}',
    '.point{fill:var(--link)}',
    '.series--2{stroke:var(--status-slight)}.point--2{fill:var(--status-slight)}',
    '.series--3{stroke:var(--status-reverse)}.point--3{fill:var(--status-reverse)}',
    '.series--4{stroke:var(--status-far)}.point--4{fill:var(--status-far)}',
    '.base{fill:var(--paper);stroke:var(--ink);stroke-width:1.75}',
    '.goal{fill:var(--ink)}',
    '.hatch-line{stroke:var(--line-ui);stroke-width:1;stroke-opacity:.45}',
    '.event{stroke:var(--red);stroke-width:1.25}',
    ...['achieved', 'ontrack', 'slight', 'far', 'reverse', 'missed', 'neutral'].map(
      (name) => `.mark--${name}{color:var(--status-${name})}`,
    ),
  ].join('\n'),
)

/**
 * A chart as a file that stands alone: heading, chart, source, day and address are in the picture, its colours in a
 * style of its own. No script, nothing loaded from anywhere; the same parts give the same bytes.
 */
export function chartFile(parts: ChartFileParts): string {
  let y = margin
  let svg = ''
  const write = (kind: string, size: number, text: string) => {
    for (const line of wrapText(text, innerWidth * (14 / size))) {
      y += Math.round(size * 1.35)
      svg += `<text class="${kind}" x="${margin}" y="${xy(y - size * 0.3)}" font-size="${size}">${escapeXml(line)}</text>`
    }
  }
  write('heading', headingSize, parts.heading)
  y += 2
  write('subtitle', 14, parts.subtitle)
  if (parts.badge) {
    svg += parts.badge.mark(margin + 8, y + 15)
    svg += `<text class="direct" x="${margin + 24}" y="${y + 20}" font-size="14">${escapeXml(fitted(parts.badge.text))}</text>`
    y += 24
  }
  y += 10
  svg += `<g transform="translate(${margin} ${xy(y)})">${parts.drawing.svg}</g>`
  y += parts.drawing.height + 8
  for (const line of parts.source) write('source', sourceSize, line)
  const height = Math.ceil(y + margin / 2)
  return withPalette(
    `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="zh-CN" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">\n` +
      `<title id="title">${escapeXml(parts.title)}</title>\n<desc id="desc">${escapeXml(parts.description)}</desc>\n` +
      `<style>\n${css}\n</style>\n<rect class="paper" width="${width}" height="${height}"/>\n${svg}\n</svg>\n`,
  )
}

/** One line; what is too long ends in an ellipsis. */
function fitted(text: string): string {
  let line = text
  while (textWidth(line) > innerWidth - lineHeight * 2) line = `${[...line].slice(0, -2).join('')}…`
  return line
}
