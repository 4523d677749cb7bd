import { compareText } from '../../model/text-order.ts'
import type { KeyedList } from '../format/block.ts'
import { byteWriter } from '../format/bytes.ts'
import { pairKey, unitKey } from '../format/key.ts'
import { writeSummary } from '../format/posting.ts'
import type { pairTable } from './pair-table.ts'

export interface Sequences {
  /** The keys at the positions of each document, as `TextSequence.keys`. */
  readonly documents: readonly Int32Array[]
  readonly names: readonly string[] // unit number → unit; 0 is the gap
  readonly pairs: ReturnType<typeof pairTable>
}

/** All documents one after another. */
interface Library {
  /** Position of the first unit of each document; one more for the end. */
  readonly starts: Float64Array
  readonly documentOf: (position: number) => number
}

/**
 * Positions held at once: with more, the sequences are gone through once more for each further part. A large library
 * takes enough memory by itself.
 */
function slotsAtOnce(positions: number): number {
  return positions > 20_000_000 ? 2_000_000 : 6_000_000
}

/** A list and what it is about: the number of a pair, or minus the number of a unit for its summary. */
export interface EnteredList extends KeyedList {
  readonly entry: number
}

/**
 * Posting lists in the order of their keys, from sequences of keys: a counting sort, in parts of bounded memory.
 * Pairs that stand nowhere (any more) have none.
 */
export function* invert({ documents, names, pairs }: Sequences): Generator<EnteredList> {
  const counts = countKeys(documents, pairs.size)
  const order = sortedPairs(names, pairs).filter((id) => (counts[id] ?? 0) > 0)
  const starts = documentStarts(documents)
  const library = { starts, documentOf: documentFinder(starts) }
  const [toList, toSummary] = [listWriter(library), summaryWriter(library)]
  const place = placer(documents, starts, order, counts)
  for (const [from, to] of parts(order, counts, pairs, slotsAtOnce(starts.at(-1) ?? 0))) {
    const { slots, offsets } = place(from, to)
    for (let rank = from; rank < to; ) {
      const unit = pairs.firstOf(order[rank] ?? 0)
      let end = rank
      while (end < to && pairs.firstOf(order[end] ?? 0) === unit) end++
      const name = names[unit] ?? ''
      const all = slots.subarray(offsets[rank - from], offsets[end - from])
      yield { entry: -unit, key: unitKey(name), list: toSummary(all) }
      for (; rank < end; rank++) {
        const own = slots.subarray(offsets[rank - from], offsets[rank - from + 1])
        const entry = order[rank] ?? 0
        yield { entry, key: pairKey(name, names[pairs.secondOf(entry)] ?? ''), list: toList(own) }
      }
    }
  }
}

/** Numbers of pairs in the order of their keys. */
function sortedPairs(names: readonly string[], pairs: Sequences['pairs']): Int32Array {
  const rank = new Int32Array(names.length)
  const byName = names.map((_, unit) => unit).sort((a, b) => compareText(names[a] ?? '', names[b] ?? ''))
  for (const [place, unit] of byName.entries()) rank[unit] = place
  // Two ranks and the number of the pair do not fit into one double; the pair is looked up again by its ranks.
  const scale = names.length
  const sorted = new Float64Array(pairs.size)
  for (let id = 0; id < pairs.size; id++) {
    sorted[id] = (rank[pairs.firstOf(id)] ?? 0) * scale + (rank[pairs.secondOf(id)] ?? 0)
  }
  sorted.sort()
  return Int32Array.from(sorted, (both) => {
    const first = Math.floor(both / scale)
    return pairs.idOf(byName[first] ?? 0, byName[both - first * scale] ?? 0)
  })
}

/** How often each key stands in the library. */
export function countKeys(documents: readonly Int32Array[], size: number): Int32Array {
  const counts = new Int32Array(size)
  for (const keys of documents) {
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? 0
      if (key > 0) counts[key - 1] = (counts[key - 1] ?? 0) + 1
    }
  }
  return counts
}

/** Position of the first unit of each document in the whole library. */
function documentStarts(documents: readonly Int32Array[]): Float64Array {
  const starts = new Float64Array(documents.length + 1)
  for (const [index, keys] of documents.entries()) starts[index + 1] = (starts[index] ?? 0) + keys.length
  return starts
}

/** Which document a position of the library belongs to: a table of steps, then a short walk. */
function documentFinder(starts: Float64Array): (position: number) => number {
  const step = 1024
  const total = starts.at(-1) ?? 0
  const table = new Int32Array(Math.floor(total / step) + 1)
  for (let slot = 0, doc = 0; slot < table.length; slot++) {
    while ((starts[doc + 1] ?? Number.POSITIVE_INFINITY) <= slot * step) doc++
    table[slot] = doc
  }
  return (position) => {
    let doc = table[Math.floor(position / step)] ?? 0
    while ((starts[doc + 1] ?? Number.POSITIVE_INFINITY) <= position) doc++
    return doc
  }
}

/** Ranges of keys whose positions fit into memory; a unit is never split, so that its summary is whole. */
function* parts(
  order: Int32Array,
  counts: Int32Array,
  pairs: Sequences['pairs'],
  most: number,
): Generator<[from: number, to: number]> {
  let from = 0
  let held = 0
  for (let rank = 0; rank < order.length; ) {
    const unit = pairs.firstOf(order[rank] ?? 0)
    let end = rank
    let size = 0
    while (end < order.length && pairs.firstOf(order[end] ?? 0) === unit) size += counts[order[end++] ?? 0] ?? 0
    if (held > 0 && held + size > most) {
      yield [from, rank]
      from = rank
      held = 0
    }
    held += size
    rank = end
  }
  if (from < order.length) yield [from, order.length]
}

/**
 * Positions in the library of each key of a range, ascending: `slots[offsets[i]] … slots[offsets[i + 1] - 1]`, good
 * until the next range.
 */
function placer(documents: readonly Int32Array[], starts: Float64Array, order: Int32Array, counts: Int32Array) {
  const cursor = new Int32Array(counts.length)
  let slots = new Uint32Array()
  return (from: number, to: number) => {
    cursor.fill(-1)
    const offsets = new Int32Array(to - from + 1)
    for (let rank = from, at = 0; rank < to; rank++) {
      const id = order[rank] ?? 0
      cursor[id] = at
      at += counts[id] ?? 0
      offsets[rank - from + 1] = at
    }
    const size = offsets[to - from] ?? 0
    if (size > slots.length) slots = new Uint32Array(size)
    for (const [doc, keys] of documents.entries()) {
      const start = starts[doc] ?? 0
      for (let at = 0; at < keys.length; at++) {
        const id = (keys[at] ?? 0) - 1
        if (id < 0 || cursor[id] === -1) continue
        const slot = cursor[id] ?? 0
        slots[slot] = start + at
        cursor[id] = slot + 1
      }
    }
    return { slots, offsets }
  }
}

/** The form of `writePostings`, straight from sorted positions of the library. */
function listWriter(library: Library): (slots: Uint32Array) => Uint8Array {
  const { starts, documentOf } = library
  const body = byteWriter(1 << 16)
  const whole = byteWriter(1 << 16)
  return (slots) => {
    body.clear()
    let documents = 0
    let before = -1
    for (let at = 0; at < slots.length; ) {
      const doc = documentOf(slots[at] ?? 0)
      const [start, end] = [starts[doc] ?? 0, starts[doc + 1] ?? 0]
      let last = at + 1
      while (last < slots.length && (slots[last] ?? 0) < end) last++
      const many = last - at
      body.number((doc - before - 1) * 2 + (many > 1 ? 1 : 0))
      if (many > 1) body.number(many - 2)
      let from = 0
      for (; at < last; at++) {
        const position = (slots[at] ?? 0) - start
        body.number(position - from)
        from = position
      }
      before = doc
      documents++
    }
    whole.clear()
    whole.number(documents)
    whole.raw(body.bytes())
    return whole.bytes()
  }
}

/** How often and where first a unit stands in each document, from the positions of all its keys. */
function summaryWriter({ starts, documentOf }: Library): (slots: Uint32Array) => Uint8Array {
  const counts = new Int32Array(starts.length)
  const firsts = new Int32Array(starts.length)
  const writer = byteWriter(1 << 16)
  return (slots) => {
    const touched: number[] = []
    for (const position of slots) {
      const doc = documentOf(position)
      const within = position - (starts[doc] ?? 0)
      if (counts[doc] === 0) {
        touched.push(doc)
        firsts[doc] = within
      } else if (within < (firsts[doc] ?? 0)) firsts[doc] = within
      counts[doc] = (counts[doc] ?? 0) + 1
    }
    const docs = Int32Array.from(touched).sort()
    writer.clear()
    writeSummary(writer, docs, counts, firsts)
    for (const doc of docs) counts[doc] = 0
    return writer.bytes()
  }
}
