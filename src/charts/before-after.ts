import { scaleLinear } from 'd3-scale'
import { formatValue } from '../model/number/format.ts'
import { escapeXml, image, xy } from './markup.ts'
import { textWidth, wrapText } from './text-width.ts'

export interface BeforeAfterItem {
  readonly name: string
  readonly before: number
  readonly after: number
  readonly unit: string
  /** Shown instead of the number after. */
  readonly afterWords?: string
}

const size = { wide: 800, narrow: 328 } as const
const barHeight = 16

/**
 * Pairs of bars: before hollow, after solid, the value at the end of each. Every pair has its own scale, because the
 * units differ; bars of one pair can be compared, pairs cannot.
 */
export function beforeAfterSvg(items: readonly BeforeAfterItem[], id: string, title: string): string {
  const sentence = `${title}：${items.map(said).join('；')}`
  const draw = (variant: 'wide' | 'narrow') => {
    const body = bodyOf(items, size[variant])
    return image(id, variant, { width: size[variant], height: body.height }, sentence, body.svg)
  }
  return draw('wide') + draw('narrow')
}

function bodyOf(items: readonly BeforeAfterItem[], width: number): { readonly svg: string; readonly height: number } {
  let y = 0
  let svg = ''
  for (const item of items) {
    for (const line of wrapText(item.name, width - 8)) {
      svg += `<text class="direct" x="0" y="${xy(y + 15)}">${escapeXml(line)}</text>`
      y += 20
    }
    const values = [`原 ${formatValue(item.before, item.unit)}`, `现 ${afterText(item)}`] as const
    const room = Math.ceil(Math.max(...values.map((text) => textWidth(text)))) + 10
    const scale = scaleLinear()
      .domain([0, Math.max(item.before, item.after, Number.MIN_VALUE)])
      .range([0, width - room])
    svg += bar('base', y + 3, scale(Math.max(0, item.before)), values[0])
    svg += bar('point', y + 3 + barHeight + 4, scale(Math.max(0, item.after)), values[1])
    y += 2 * barHeight + 22
  }
  return { svg, height: y }
}

function bar(kind: 'base' | 'point', y: number, length: number, text: string): string {
  return (
    `<rect class="${kind}" x="1" y="${xy(y)}" width="${xy(Math.max(1, length - 1))}" height="${barHeight}"/>` +
    `<text x="${xy(length + 6)}" y="${xy(y + 13)}">${escapeXml(text)}</text>`
  )
}

function said(item: BeforeAfterItem): string {
  return `${item.name}由 ${formatValue(item.before, item.unit)}变为 ${afterText(item)}`
}

function afterText({ after, unit, afterWords }: BeforeAfterItem): string {
  return afterWords ?? formatValue(after, unit)
}
