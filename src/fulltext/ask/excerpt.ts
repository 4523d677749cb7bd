import { blockAt } from '../format/record.ts'
import { type Fold, gap, unitsOf } from '../format/units.ts'
import type { Found } from './found.ts'
import type { OpenIndex } from './open-index.ts'

/** A piece of text and whether it is to be marked. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** One result as it is shown. */
export interface Hit {
  readonly document: number
  readonly url: string
  readonly title: readonly Piece[]
  readonly number?: string | undefined
  readonly where?: string | undefined
  readonly status?: string | undefined
  readonly count: number
  /** Where the excerpt stands: `#anchor` of the page, and how people call it. */
  readonly anchor?: string | undefined
  readonly clause?: string | undefined
  readonly excerpt: readonly Piece[]
  /** The words found as they are written there, for a text fragment. */
  readonly quote?: string | undefined
}

/** Characters of an excerpt, about, and how many of them stand before the first mark. */
const excerptLength = 110
const before = 30

/**
 * Reads what is shown of a result: two small reads. The text is checked against the words looked for; where it does
 * not say them there is no excerpt rather than a wrong one.
 */
export async function hitOf(index: OpenIndex, found: Found, marks: readonly string[], fold?: Fold): Promise<Hit> {
  const record = await index.record(found.document)
  const { titleUnits } = index.head.documents[found.document] ?? { titleUnits: 0 }
  const position = found.positions.find((one) => one > titleUnits) ?? found.positions[0] ?? 0
  const place = blockAt(record, position)
  const block = record.blocks[place.index]
  const { url, number, where, status } = record
  const shown = { document: found.document, url, number, where, status, count: found.count }
  const title = marked(record.title, marks, fold)
  // The title is shown anyway; below it stands how the text begins.
  const first = position <= titleUnits ? blockAt(record, titleUnits + 1) : place
  const length = first.to - first.from
  if (length <= 0) return { ...shown, title, excerpt: [], anchor: place.anchor, clause: place.clause }
  const share = block && first === place ? (position - place.position) / Math.max(1, block.positions) : 0
  const guess = first.from + Math.floor(share * length)
  const from = length <= readWhole ? first.from : Math.max(first.from, guess - 2 * before - 20)
  const to = length <= readWhole ? first.to : Math.min(first.to, from + excerptLength + 100)
  const text = await index.text(from, to)
  const pieces = excerptOf(text, marks, { atStart: from === first.from, atEnd: to === first.to }, fold)
  const quote = pieces.find((piece) => piece.marked)?.text
  return { ...shown, title, anchor: first.anchor, clause: first.clause, excerpt: pieces, quote }
}

/** A block of up to so many characters is read as a whole. */
const readWhole = 240

function excerptOf(
  text: string,
  marks: readonly string[],
  { atStart, atEnd }: { readonly atStart: boolean; readonly atEnd: boolean },
  fold?: Fold,
): Piece[] {
  const ranges = matches(text, marks, fold)
  const first = ranges[0]?.start ?? 0
  const start = text.length <= excerptLength ? 0 : Math.max(0, Math.min(first - before, text.length - excerptLength))
  const end = Math.min(text.length, start + excerptLength)
  const pieces: Piece[] = []
  const add = (piece: string, isMarked: boolean) => {
    if (piece !== '') pieces.push({ text: piece, marked: isMarked })
  }
  if (start > 0 || !atStart) add('…', false)
  let at = start
  for (const range of ranges) {
    if (range.start < start || range.end > end) continue
    add(text.slice(at, range.start), false)
    add(text.slice(range.start, range.end), true)
    at = range.end
  }
  add(text.slice(at, end), false)
  if (end < text.length || !atEnd) add('…', false)
  return pieces
}

/** A text with the words looked for marked. */
export function marked(text: string, marks: readonly string[], fold?: Fold): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of matches(text, marks, fold)) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false })
    pieces.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}

/** Where words stand, by the units of the index; overlaps are joined. */
function matches(text: string, marks: readonly string[], fold?: Fold): { start: number; end: number }[] {
  const units = unitsOf(text, fold)
  const found = marks.flatMap((mark) => {
    const wanted = unitsOf(mark, fold).filter((unit) => unit.text !== gap)
    return units.flatMap((unit, at) => {
      const last = units[at + wanted.length - 1]
      const fits = wanted.length > 0 && last && wanted.every((one, offset) => units[at + offset]?.text === one.text)
      return fits ? [{ start: unit.start, end: last.end }] : []
    })
  })
  const joined: { start: number; end: number }[] = []
  for (const range of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else joined.push({ ...range })
  }
  return joined
}
