import type { byteReader, byteWriter } from './bytes.ts'

/** Where something stands: documents in order, and the positions in each. */
export interface Postings {
  readonly docs: Int32Array
  /** `positions[starts[i]] … positions[starts[i + 1] - 1]` are those of `docs[i]`, ascending. */
  readonly starts: Int32Array
  readonly positions: Int32Array
  /** How often it stands in each document; for summaries, which keep the first position only. */
  readonly counts?: Int32Array | undefined
}

export const noPostings: Postings = {
  docs: new Int32Array(),
  starts: new Int32Array(1),
  positions: new Int32Array(),
}

/** How often in document number `index` of the list. */
export function countAt(list: Postings, index: number): number {
  return list.counts?.[index] ?? (list.starts[index + 1] ?? 0) - (list.starts[index] ?? 0)
}

/** Positions in document number `index` of the list. */
export function positionsAt(list: Postings, index: number): Int32Array {
  return list.positions.subarray(list.starts[index], list.starts[index + 1])
}

/**
 * Number of documents; for each the gap to the one before, doubled, plus 1 where more than one position follows;
 * then their number less two where so marked; then gaps between positions.
 */
export function writePostings(writer: ReturnType<typeof byteWriter>, list: Postings): void {
  writer.number(list.docs.length)
  let before = -1
  for (const [index, doc] of list.docs.entries()) {
    const all = positionsAt(list, index)
    const many = all.length > 1
    writer.number((doc - before - 1) * 2 + (many ? 1 : 0))
    before = doc
    if (many) writer.number(all.length - 2)
    let at = 0
    for (const position of all) {
      writer.number(position - at)
      at = position
    }
  }
}

export function readPostings(reader: ReturnType<typeof byteReader>): Postings {
  const size = reader.number()
  const docs = new Int32Array(size)
  const starts = new Int32Array(size + 1)
  const positions: number[] = []
  let doc = -1
  for (let index = 0; index < size; index++) {
    const head = reader.number()
    doc += Math.floor(head / 2) + 1
    docs[index] = doc
    const many = head % 2 === 1 ? reader.number() + 2 : 1
    let at = 0
    for (let i = 0; i < many; i++) {
      at += reader.number()
      positions.push(at)
    }
    starts[index + 1] = positions.length
  }
  return { docs, starts, positions: Int32Array.from(positions) }
}

/** A summary: gaps between documents, how often, the first position; the two last by document number. */
export function writeSummary(
  writer: ReturnType<typeof byteWriter>,
  docs: Int32Array,
  counts: Int32Array,
  firsts: Int32Array,
): void {
  writer.number(docs.length)
  let before = -1
  for (const doc of docs) {
    writer.number(doc - before - 1)
    before = doc
    writer.number((counts[doc] ?? 1) - 1)
    writer.number(firsts[doc] ?? 0)
  }
}

export function readSummary(reader: ReturnType<typeof byteReader>): Postings {
  const size = reader.number()
  const docs = new Int32Array(size)
  const starts = new Int32Array(size + 1)
  const positions = new Int32Array(size)
  const counts = new Int32Array(size)
  let doc = -1
  for (let index = 0; index < size; index++) {
    doc += reader.number() + 1
    docs[index] = doc
    counts[index] = reader.number() + 1
    positions[index] = reader.number()
    starts[index + 1] = index + 1
  }
  return { docs, starts, positions, counts }
}
