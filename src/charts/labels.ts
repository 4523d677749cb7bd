import { escapeXml, xy } from './markup.ts'
import { fontSize, lineHeight, textWidth } from './text-width.ts'

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where a label may stand relative to its mark; `corner` is above it, to the left. */
type Side = 'right' | 'left' | 'above' | 'below' | 'corner'

export interface Label {
  /** Lines, the first one the most important. */
  readonly lines: readonly string[]
  readonly at: { readonly x: number; readonly y: number }
  /** Sides to try, best first. */
  readonly sides: readonly Side[]
  /** `direct` for names of data, nothing for remarks. */
  readonly bold?: boolean
}

/**
 * Places labels in order so that none leaves the frame and none covers another or a mark; lines are avoided while
 * there is room elsewhere. A label for which there is no room at all is left out: the table beside the chart has
 * every figure. `reach` is how far a label may be from its mark, in half lines; `faint` lines are crossed before others.
 */
export function placeLabels(
  labels: readonly Label[],
  frame: Box,
  marks: readonly Box[],
  lines: readonly Box[] = [],
  faint: readonly Box[] = [],
  reach = 16,
): string {
  const taken: Box[] = [...marks]
  let svg = ''
  for (const label of labels) {
    const box =
      firstFree(label, frame, [...taken, ...lines, ...faint], 5) ??
      firstFree(label, frame, [...taken, ...lines], 5) ??
      firstFree(label, frame, taken, reach)
    if (!box) continue
    taken.push(box)
    svg += draw(label, box)
  }
  return svg
}

/** The space around a mark that no label may cover. */
export function markBox(x: number, y: number, radius = 7): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
}

/** The space along a line through points, in small squares. */
export function lineBoxes(points: readonly { readonly x: number; readonly y: number }[]): Box[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6))
    return Array.from({ length: steps + 1 }, (_, step) =>
      markBox(from.x + ((to.x - from.x) * step) / steps, from.y + ((to.y - from.y) * step) / steps, 2),
    )
  })
}

const gap = 10

function firstFree(label: Label, frame: Box, taken: readonly Box[], rings: number): Box | undefined {
  const width = Math.max(...label.lines.map((line) => textWidth(line)))
  const height = label.lines.length * lineHeight
  for (let ring = 0; ring < rings; ring += 1) {
    for (const side of label.sides) {
      for (const shift of ring === 0 ? [0] : [-ring, ring]) {
        const box = boxAt(label.at, side, shift * (lineHeight / 2), width, height, frame)
        if (fits(box, frame) && !taken.some((other) => overlaps(box, other))) return box
      }
    }
  }
  return undefined
}

function boxAt(at: Label['at'], side: Side, shift: number, width: number, height: number, frame: Box): Box {
  const slide = (left: number) => Math.max(frame.left, Math.min(left, frame.right - width))
  if (side === 'right' || side === 'left') {
    const left = side === 'right' ? at.x + gap : at.x - gap - width
    const top = at.y - height / 2 + shift
    return { left, top, right: left + width, bottom: top + height }
  }
  if (side === 'corner') {
    const left = slide(at.x - gap / 2 - width)
    const top = at.y - height - 2 + Math.min(0, shift)
    return { left, top, right: left + width, bottom: top + height }
  }
  const left = slide(at.x - width / 2)
  const top = (side === 'above' ? at.y - gap - height : at.y + gap) + shift
  return { left, top, right: left + width, bottom: top + height }
}

function fits(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** The baseline of a line stands a fifth of an em above its bottom; all lines start at the left of the box. */
function draw({ lines, bold }: Label, box: Box): string {
  return lines
    .map((line, index) => {
      const y = box.top + index * lineHeight + (lineHeight + fontSize) / 2 - 2
      const weight = bold && index === 0 ? ' class="direct"' : ''
      return `<text${weight} x="${xy(box.left)}" y="${xy(y)}">${escapeXml(line)}</text>`
    })
    .join('')
}
