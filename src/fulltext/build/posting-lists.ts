import { compareText } from '../../model/text-order.ts'
import { byteReader, byteWriter } from '../format/bytes.ts'
import { pairKey, unitKey } from '../format/key.ts'
import type { pairTable } from './pair-table.ts'

/** All posting lists of an index in the order of their keys. */
export interface PostingLists {
  /** The number of a pair, or minus the number of a unit for its summary. */
  readonly entries: Int32Array
  /** `bytes[offsets[i]] … bytes[offsets[i + 1] - 1]` is the list of `entries[i]`. */
  readonly offsets: Uint32Array
  readonly bytes: Uint8Array
}

interface Names {
  readonly names: readonly string[] // unit number → unit
  readonly pairs: ReturnType<typeof pairTable>
}

/** A document whose text has changed: its keys then and now, as `TextSequence.keys`. */
export interface ChangedDocument {
  readonly document: number
  readonly before: Int32Array
  readonly after: Int32Array
}

export function keyOfEntry(entry: number, { names, pairs }: Names): string {
  if (entry < 0) return unitKey(names[-entry] ?? '')
  return pairKey(names[pairs.firstOf(entry)] ?? '', names[pairs.secondOf(entry)] ?? '')
}

/**
 * The lists after some documents have changed, the same as if all were inverted anew. `from` tells for each list of
 * the result which list of before it is unchanged; -1 where it is none.
 */
export function patchedLists(
  lists: PostingLists,
  changes: readonly ChangedDocument[],
  names: Names,
): PostingLists & { readonly from: Int32Array } {
  const placeOf = placeFinder(lists, names)
  const edited = new Map<number, Uint8Array>()
  const listOf = (entry: number): Uint8Array => {
    const known = edited.get(entry)
    if (known) return known
    const place = placeOf(entry)
    return place === -1 ? Uint8Array.of(0) : lists.bytes.subarray(lists.offsets[place], lists.offsets[place + 1])
  }
  for (const { document, before, after } of changes) {
    const [pairs, units] = placesIn(before, after, names.pairs)
    for (const [pair, positions] of pairs) edited.set(pair, splicedList(listOf(pair), document, positions))
    for (const [unit, found] of units) edited.set(-unit, splicedSummary(listOf(-unit), document, found))
  }
  return rebuilt(lists, edited, placeOf, names)
}

/** Where each entry stands among the lists; -1 where it has none. */
function placeFinder({ entries }: PostingLists, { names, pairs }: Names): (entry: number) => number {
  const pairPlaces = new Int32Array(pairs.size).fill(-1)
  const unitPlaces = new Int32Array(names.length).fill(-1)
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? 0
    if (entry < 0) unitPlaces[-entry] = at
    else pairPlaces[entry] = at
  }
  return (entry) => (entry < 0 ? unitPlaces[-entry] : pairPlaces[entry]) ?? -1
}

interface UnitPlaces {
  count: number
  first: number
}

/** Where every pair and unit of both versions stands in the later one, if anywhere. */
function placesIn(before: Int32Array, after: Int32Array, pairs: Names['pairs']) {
  const found = new Map<number, number[]>()
  const units = new Map<number, UnitPlaces>()
  for (const keys of [before, after]) {
    for (const [position, key] of keys.entries()) {
      if (key === 0) continue
      const unit = pairs.firstOf(key - 1)
      const own = found.get(key - 1) ?? []
      const all = units.get(unit) ?? { count: 0, first: 0 }
      if (keys === after) {
        own.push(position)
        if (all.count === 0) all.first = position
        all.count++
      }
      found.set(key - 1, own)
      units.set(unit, all)
    }
  }
  return [found, units] as const
}

/** A list with other positions in one document: what stands before and behind it is copied. */
export function splicedList(list: Uint8Array, document: number, positions: readonly number[]): Uint8Array {
  return spliced(
    list,
    document,
    (head, skip) => {
      if (head % 2 === 1) skip(-2)
      else skip(1)
      return Math.floor(head / 2)
    },
    (writer, gap) => {
      writer.number(gap * 2 + (positions.length > 1 ? 1 : 0))
      if (positions.length > 1) writer.number(positions.length - 2)
      let from = 0
      for (const position of positions) {
        writer.number(position - from)
        from = position
      }
    },
    positions.length > 0,
    (head, gap) => gap * 2 + (head % 2),
  )
}

/** A summary with another number and first position in one document; none with a count of 0. */
export function splicedSummary(list: Uint8Array, document: number, { count, first }: UnitPlaces): Uint8Array {
  return spliced(
    list,
    document,
    (head, skip) => {
      skip(2)
      return head
    },
    (writer, gap) => {
      writer.number(gap)
      writer.number(count - 1)
      writer.number(first)
    },
    count > 0,
    (_, gap) => gap,
  )
}

/**
 * Finds the document in a list of `head …` items and puts another item there. `read` skips what follows a head and
 * tells its gap; `skip(-2)` reads a number and skips that many and two more.
 */
function spliced(
  list: Uint8Array,
  document: number,
  read: (head: number, skip: (numbers: number) => void) => number,
  write: (writer: ReturnType<typeof byteWriter>, gap: number) => void,
  isThere: boolean,
  headOf: (head: number, gap: number) => number,
): Uint8Array {
  const reader = byteReader(list)
  const size = reader.number()
  const body = reader.at
  let at = body
  const number = () => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = list[at++] ?? 0
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  const skip = (numbers: number) => {
    for (let left = numbers < 0 ? number() + 2 : numbers; left > 0; left--) while ((list[at++] ?? 0) > 127);
  }
  let [doc, before, left] = [-1, -1, size]
  let start = at
  let next: { doc: number; head: number; rest: number } | undefined
  let had = false
  while (left > 0) {
    start = at
    const head = number()
    const rest = at
    doc += read(head, skip) + 1
    left--
    if (doc > document) {
      next = { doc, head, rest }
      break
    }
    if (doc === document) had = true
    else before = doc
    if (had) break
    start = at
  }
  // What follows a replaced item begins with a gap that must be told anew.
  if (had && left > 0) {
    const head = number()
    const rest = at
    next = { doc: doc + read(head, skip) + 1, head, rest }
  }
  const writer = byteWriter(list.length + 64)
  writer.number(size - (had ? 1 : 0) + (isThere ? 1 : 0))
  writer.raw(list.subarray(body, start))
  if (isThere) write(writer, document - before - 1)
  if (next) {
    writer.number(headOf(next.head, next.doc - (isThere ? document : before) - 1))
    writer.raw(list.subarray(next.rest))
  }
  return writer.bytes()
}

function rebuilt(
  lists: PostingLists,
  edited: ReadonlyMap<number, Uint8Array>,
  placeOf: (entry: number) => number,
  names: Names,
): PostingLists & { readonly from: Int32Array } {
  const edits = [...edited].map(([entry, list]) => {
    const place = placeOf(entry)
    const key = place === -1 ? keyOfEntry(entry, names) : ''
    return { entry, list, key, isNew: place === -1, place: place === -1 ? placeFor(key, lists, names) : place }
  })
  edits.sort((a, b) => a.place - b.place || Number(b.isNew) - Number(a.isNew) || compareText(a.key, b.key))
  const most = lists.entries.length + edits.length
  const entries = new Int32Array(most)
  const offsets = new Uint32Array(most + 1)
  const from = new Int32Array(most).fill(-1)
  const bytes = new Uint8Array(lists.bytes.length + edits.reduce((sum, one) => sum + one.list.length, 0))
  let [size, length, read] = [0, 0, 0]
  const copyTo = (place: number) => {
    const [start, end] = [lists.offsets[read] ?? 0, lists.offsets[place] ?? 0]
    bytes.set(lists.bytes.subarray(start, end), length)
    for (; read < place; read++, size++) {
      entries[size] = lists.entries[read] ?? 0
      from[size] = read
      offsets[size + 1] = (lists.offsets[read + 1] ?? 0) - start + length
    }
    length += end - start
  }
  for (const { entry, list, isNew, place } of edits) {
    copyTo(place)
    if (!isNew) read++
    if (list[0] === 0) continue // stands nowhere any more
    entries[size] = entry
    bytes.set(list, length)
    length += list.length
    offsets[++size] = length
  }
  copyTo(lists.entries.length)
  return {
    entries: entries.subarray(0, size),
    offsets: offsets.subarray(0, size + 1),
    bytes: bytes.subarray(0, length),
    from: from.subarray(0, size),
  }
}

/** The first place whose key is greater. */
function placeFor(key: string, { entries }: PostingLists, names: Names): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyOfEntry(entries[middle] ?? 0, names) < key) low = middle + 1
    else high = middle
  }
  return low
}
