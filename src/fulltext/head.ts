import { grain } from './block.ts'
import { byteReader, byteWriter } from './bytes.ts'

/** What a client must know before the first query: where each block stands, and what every document is like. */
export interface IndexHead {
  readonly facets: readonly FacetValues[]
  readonly documents: readonly HeadDocument[]
  /** Per block: a text not greater than its first key and greater than the last key of the block before; bytes. */
  readonly blocks: readonly { readonly from: string; readonly bytes: number }[]
  /** Bytes of each group of document records. */
  readonly groups: readonly number[]
  /** Files of the lexicon. */
  readonly lexicon: readonly string[]
  /** Groups of terms that mean the same. */
  readonly synonyms: readonly (readonly string[])[]
}

export interface FacetValues {
  readonly name: string
  readonly values: readonly string[]
}

export interface HeadDocument {
  /** Length in units, rounded as `coarse` does. */
  readonly length: number
  readonly titleUnits: number
  /** Per facet of the head: numbers of its values. */
  readonly facets: readonly (readonly number[])[]
}

/** Documents in one record group. */
export const groupSize = 2

/** Files of the index are cut into parts of at most this many bytes, so that a host without Range sends no more. */
export const partBytes = 65_536

const form = 1

export function encodeHead(head: IndexHead): Uint8Array {
  const writer = byteWriter(1 << 16)
  writer.number(form)
  writer.number(head.documents.length)
  writer.number(head.facets.length)
  for (const { name, values } of head.facets) {
    writer.text(name)
    writer.number(values.length)
    for (const value of values) writer.text(value)
  }
  // Column by column: what is alike stands together and shrinks.
  for (const { length } of head.documents) writer.number(coarseStep(length))
  for (const { titleUnits } of head.documents) writer.number(titleUnits)
  for (const index of head.facets.keys()) {
    for (const { facets } of head.documents) {
      const own = facets[index] ?? []
      if (own.length === 1) writer.number(own[0] === undefined ? 0 : own[0] + 2)
      else {
        writer.number(own.length === 0 ? 0 : 1)
        if (own.length > 0) writer.number(own.length)
        for (const value of own) writer.number(value)
      }
    }
  }
  writer.number(head.blocks.length)
  let before = ''
  for (const { from } of head.blocks) {
    let shared = 0
    while (shared < before.length && before[shared] === from[shared]) shared++
    if (shared > 0 && isHigh(from.charCodeAt(shared - 1))) shared--
    writer.number(shared)
    writer.text(from.slice(shared))
    before = from
  }
  for (const { bytes } of head.blocks) writer.number(bytes / grain)
  writer.number(head.groups.length)
  for (const bytes of head.groups) writer.number(bytes / grain)
  writer.number(head.lexicon.length)
  for (const letter of head.lexicon) writer.text(letter)
  writer.number(head.synonyms.length)
  for (const group of head.synonyms) {
    writer.number(group.length)
    for (const term of group) writer.text(term)
  }
  return writer.bytes()
}

export function decodeHead(bytes: Uint8Array): IndexHead {
  const reader = byteReader(bytes)
  if (reader.number() !== form) throw new RangeError('another form of index')
  const size = reader.number()
  const times = <T>(count: number, read: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => read(at))
  const facets = times(reader.number(), () => ({
    name: reader.text(),
    values: times(reader.number(), () => reader.text()),
  }))
  const lengths = times(size, () => coarseValue(reader.number()))
  const titles = times(size, () => reader.number())
  const columns = facets.map(() =>
    times(size, () => {
      const first = reader.number()
      if (first >= 2) return [first - 2]
      return first === 0 ? [] : times(reader.number(), () => reader.number())
    }),
  )
  const documents = times(size, (at) => ({
    length: lengths[at] ?? 0,
    titleUnits: titles[at] ?? 0,
    facets: columns.map((column) => column[at] ?? []),
  }))
  let from = ''
  const froms = times(reader.number(), () => {
    from = from.slice(0, reader.number()) + reader.text()
    return from
  })
  const blocks = froms.map((one) => ({ from: one, bytes: reader.number() * grain }))
  const groups = times(reader.number(), () => reader.number() * grain)
  const lexicon = times(reader.number(), () => reader.text())
  const synonyms = times(reader.number(), () => times(reader.number(), () => reader.text()))
  return { facets, documents, blocks, groups, lexicon, synonyms }
}

/** Lengths matter to ranking only roughly: steps of about 6 percent fit into one byte. */
function coarseStep(length: number): number {
  return Math.round(Math.log(length + 1) / 0.1)
}

function coarseValue(step: number): number {
  return Math.round(Math.exp(step * 0.1) - 1)
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

/** Where a piece of a file that is cut into parts stands: pieces are never split, a part ends before the piece that would overfill it. */
export interface Piece {
  readonly part: number
  readonly start: number
  readonly bytes: number
}

export function piecesOf(sizes: readonly number[]): Piece[] {
  let part = 0
  let start = 0
  return sizes.map((bytes) => {
    if (start > 0 && start + bytes > partBytes) {
      part++
      start = 0
    }
    const piece = { part, start, bytes }
    start += bytes
    return piece
  })
}

/** `days.bin`, read when somebody sorts by date: per document the day since 1970-01-01, undefined where there is none. */
export function encodeDays(days: readonly (number | undefined)[]): Uint8Array {
  const writer = byteWriter(4096)
  writer.number(days.length)
  for (const day of days) writer.number(day === undefined ? 0 : day + daysBefore)
  return writer.bytes()
}

export function decodeDays(bytes: Uint8Array): (number | undefined)[] {
  const reader = byteReader(bytes)
  return Array.from({ length: reader.number() }, () => {
    const day = reader.number()
    return day === 0 ? undefined : day - daysBefore
  })
}

/** So that days before 1970 stay positive; 0 means none. */
const daysBefore = 100_000
