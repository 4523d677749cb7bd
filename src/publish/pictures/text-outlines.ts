import { unescapeMarkup } from '../../model/markup.ts'
import type { CurvePoint, FontOutlines } from './font-outlines.ts'

/** The two weights charts are set in. */
export interface Fonts {
  readonly regular: FontOutlines
  readonly bold: FontOutlines
}

/** What stands for a character no font has: the sign printers put in for a missing type. */
const geta = '〓'

/**
 * The same picture with every `<text>` drawn as curves of class `outline`, so that it looks the same on every machine
 * and no character becomes a box. For files of `charts/chart-file.ts`: each text is one line, with `x` and `y`.
 */
export function outlineTexts(svg: string, fonts: Fonts): string {
  return svg.replace(/<text([^>]*)>([^<]*)<\/text>/g, (_, attributes: string, text: string) => {
    const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]
    const kind = read('class') ?? ''
    const font = /\b(?:direct|heading)\b/.test(kind) ? fonts.bold : fonts.regular
    const size = Number(read('font-size') ?? 14)
    const glyphs = [...unescapeMarkup(text)].map((character) => font.glyphOf(character) ?? font.glyphOf(geta) ?? 0)
    const scale = size / font.em
    const width = glyphs.reduce((sum, glyph) => sum + font.advance(glyph), 0) * scale
    const anchor = read('text-anchor')
    let x = Number(read('x') ?? 0) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
    const y = Number(read('y') ?? 0)
    let d = ''
    for (const glyph of glyphs) {
      for (const contour of font.contours(glyph)) d += curve(contour, x, y, scale)
      x += font.advance(glyph) * scale
    }
    return `<path class="outline${kind ? ` ${kind}` : ''}" d="${d}"/>`
  })
}

/** A closed quadratic curve; between two control points lies a point of the curve that the font leaves out. */
function curve(contour: readonly CurvePoint[], x: number, y: number, scale: number): string {
  const first = contour[0]
  const last = contour.at(-1)
  if (!first || !last) return ''
  const at = (point: { readonly x: number; readonly y: number }) =>
    `${short(x + point.x * scale)} ${short(y - point.y * scale)}`
  const start = first.on ? first : last.on ? last : between(first, last)
  let d = `M${at(start)}`
  let control: CurvePoint | undefined
  for (const point of [...(first.on ? contour.slice(1) : contour), start]) {
    if (point.on) {
      d += control ? `Q${at(control)} ${at(point)}` : `L${at(point)}`
      control = undefined
    } else {
      if (control) d += `Q${at(control)} ${at(between(control, point))}`
      control = point
    }
  }
  return `${d}Z`
}

function between(a: CurvePoint, b: CurvePoint): CurvePoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true }
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}
