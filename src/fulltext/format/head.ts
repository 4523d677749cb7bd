import { grain } from './block.ts'
import { byteReader, byteWriter } from './bytes.ts'

/** What a client must know before the first query: where each block stands, and how long every document is. */
export interface IndexHead {
  readonly documents: readonly HeadDocument[]
  /** Per block: a text not greater than its first key and greater than the last key of the block before; bytes. */
  readonly blocks: readonly { readonly from: string; readonly bytes: number }[]
}

export interface HeadDocument {
  /** Length in units, rounded as `coarse` does. */
  readonly length: number
  readonly titleUnits: number
}

/** Documents in one record group. */
export const groupSize = 2

/** Files of the index are cut into parts of at most this many bytes, so that a host without Range sends no more. */
export const partBytes = 65_536

const form = 2

/** A text begins with at most so many characters of the one before. */
const mostShared = 7

// Column by column: what is alike stands together and shrinks.
export function encodeHead(head: IndexHead): Uint8Array {
  const writer = byteWriter(1 << 16)
  writer.number(form)
  writer.number(head.documents.length)
  for (const { length } of head.documents) writer.number(coarseStep(length))
  for (const { titleUnits } of head.documents) writer.number(titleUnits)
  writer.number(head.blocks.length)
  const froms = head.blocks.map(({ from }, at) => {
    const before = head.blocks[at - 1]?.from ?? ''
    const shared = sharedUnits(before, from)
    const units = Array.from({ length: from.length - shared }, (_, index) => from.charCodeAt(shared + index))
    return { shared, units, beside: before.charCodeAt(shared) || 0 }
  })
  for (const { shared, units } of froms) writer.number(units.length * (mostShared + 1) + shared)
  // The texts ascend: what differs first is a little more than it was.
  for (const { units, beside } of froms) for (const unit of units.slice(0, 1)) writer.number(unit - beside)
  for (const { units } of froms) for (const unit of units.slice(1)) writer.number(unit)
  const sizes = head.blocks.map(({ bytes }) => bytes / grain)
  writer.raw(Uint8Array.from(sizes, (size) => size & 255))
  for (const size of sizes) writer.number(size >> 8)
  return writer.bytes()
}

export function decodeHead(bytes: Uint8Array): IndexHead {
  const reader = byteReader(bytes)
  if (reader.number() !== form) throw new RangeError('another form of index')
  const times = (count: number): number[] => Array.from({ length: count }, () => reader.number())
  const size = reader.number()
  const lengths = times(size)
  const titles = times(size)
  const documents = lengths.map((step, at) => ({ length: coarseValue(step), titleUnits: titles[at] ?? 0 }))
  const shapes = times(reader.number())
  const lengthOf = (shape: number) => Math.floor(shape / (mostShared + 1))
  const steps = shapes.map((shape) => (lengthOf(shape) > 0 ? reader.number() : 0))
  let from = ''
  const froms = shapes.map((shape, at) => {
    const shared = shape % (mostShared + 1)
    const length = lengthOf(shape)
    const first = length > 0 ? [(from.charCodeAt(shared) || 0) + (steps[at] ?? 0)] : []
    from = from.slice(0, shared) + String.fromCharCode(...first, ...times(Math.max(0, length - 1)))
    return from
  })
  const low = reader.raw(froms.length)
  const blocks = froms.map((one, at) => ({ from: one, bytes: ((low[at] ?? 0) + 256 * reader.number()) * grain }))
  return { documents, blocks }
}

function sharedUnits(before: string, from: string): number {
  let shared = 0
  while (shared < mostShared && shared < before.length && before[shared] === from[shared]) shared++
  return shared
}

/** Lengths matter to ranking only roughly: steps of about 6 percent fit into one byte. */
function coarseStep(length: number): number {
  return Math.round(Math.log(length + 1) / 0.1)
}

function coarseValue(step: number): number {
  return Math.round(Math.exp(step * 0.1) - 1)
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
