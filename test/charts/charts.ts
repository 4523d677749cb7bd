import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { textWidth } from '../../src/charts/text-width.ts'

interface TextBox {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The `<svg>` elements of a chart, each as text. */
export function images(markup: string): string[] {
  return markup.match(/<svg.*?<\/svg>/gs) ?? []
}

/** What is wrong with a picture as XML, or undefined. */
export function xmlFault(svg: string): string | undefined {
  const result = XMLValidator.validate(svg)
  return result === true ? undefined : result.err.msg
}

function viewBoxOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}

/** Where every text stands, by its anchor and its estimated width. */
export function textBoxes(svg: string): TextBox[] {
  const found: TextBox[] = []
  for (const [, attributes = '', raw = ''] of svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)) {
    const text = String(new XMLParser().parse(`<t>${raw}</t>`, false)['t'] ?? '')
    const x = Number(/ x="([-\d.]+)"/.exec(attributes)?.[1])
    const y = Number(/ y="([-\d.]+)"/.exec(attributes)?.[1])
    const width = textWidth(text)
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1]
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
    found.push({ text, left, right: left + width, top: y - 13, bottom: y + 3 })
  }
  return found
}

/** Pairs of texts that lie over each other. */
export function overlapsOf(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      .map((b) => `${a.text} | ${b.text}`),
  )
}

/** Texts that leave their picture. */
export function clippedOf(svg: string): string[] {
  const { width, height } = viewBoxOf(svg)
  return textBoxes(svg)
    .filter((box) => box.left < -0.5 || box.right > width + 0.5 || box.top < -0.5 || box.bottom > height + 0.5)
    .map((box) => box.text)
}

/** The texts of a chart file, where they stand in the whole picture: sizes differ, and the drawing is moved. */
export function fileBoxes(svg: string): TextBox[] {
  const [outer = '', inner = ''] = svg.split(/<g transform="translate(?=\(24 )/)
  const drawing = /^\(24 ([\d.]+)\)">(.*?)<\/g>(?=<text class="source")/s.exec(inner)
  const moved = textBoxes(drawing?.[2] ?? '').map((box) => move(box, 24, Number(drawing?.[1])))
  const around = outer + (inner.split('</g><text class="source"')[1] ?? '').replace(/^/, '<text class="source"')
  const sized = [...around.matchAll(/<text[^>]* font-size="(\d+)">[^<]*<\/text>/g)].flatMap(([text, size]) =>
    textBoxes(text).map((box) => ({ ...box, right: box.left + ((box.right - box.left) * Number(size)) / 14 })),
  )
  return [...sized, ...moved]
}

function move(box: TextBox, x: number, y: number): TextBox {
  return { ...box, left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y }
}
