import { countAt, noPostings, type Postings, positionsAt } from '../format/posting.ts'

/** Documents that are in every list, as indexes into each. */
function* common(lists: readonly Postings[]): Generator<{ doc: number; at: readonly number[] }> {
  const order = lists
    .map((_, index) => index)
    .sort((a, b) => (lists[a]?.docs.length ?? 0) - (lists[b]?.docs.length ?? 0))
  const first = lists[order[0] ?? 0]
  if (!first) return
  const cursor = lists.map(() => 0)
  for (const [index, doc] of first.docs.entries()) {
    cursor[order[0] ?? 0] = index
    let isIn = true
    for (const other of order.slice(1)) {
      const docs = lists[other]?.docs ?? noPostings.docs
      cursor[other] = lowerBound(docs, doc, cursor[other] ?? 0)
      if (docs[cursor[other] ?? 0] !== doc) {
        isIn = false
        break
      }
    }
    if (isIn) yield { doc, at: cursor }
  }
}

/** Places of the first list from which every other stands at its distance. */
export function inSequence(lists: readonly Postings[], distances: readonly number[]): Postings {
  if (lists.some((list) => list.docs.length === 0)) return noPostings
  const found = collector()
  for (const { doc, at } of common(lists)) {
    const all = lists.map((list, index) => positionsAt(list, at[index] ?? 0))
    const rarest = all.reduce((best, one, index) => (one.length < (all[best]?.length ?? 0) ? index : best), 0)
    const origin = distances[rarest] ?? 0
    for (const position of all[rarest] ?? []) {
      const start = position - origin
      const fits = all.every((positions, index) => has(positions, start + (distances[index] ?? 0)))
      if (start >= 0 && fits) found.add(doc, start)
    }
  }
  return found.list()
}

/** Everything that is in one of the lists; positions of one document are sorted, each once. */
export function union(lists: readonly Postings[]): Postings {
  const filled = lists.filter((list) => list.docs.length > 0)
  if (filled.length < 2) return filled[0] ?? noPostings
  const byDoc = new Map<number, { positions: number[]; count: number }>()
  for (const list of filled) {
    for (const [index, doc] of list.docs.entries()) {
      const held = byDoc.get(doc) ?? { positions: [], count: 0 }
      held.positions.push(...positionsAt(list, index))
      held.count += countAt(list, index)
      byDoc.set(doc, held)
    }
  }
  const docs = Int32Array.from(byDoc.keys()).sort()
  const starts = new Int32Array(docs.length + 1)
  const counts = new Int32Array(docs.length)
  const positions: number[] = []
  for (const [index, doc] of docs.entries()) {
    const held = byDoc.get(doc)
    const own = [...new Set(held?.positions)].sort((a, b) => a - b)
    positions.push(...own)
    starts[index + 1] = positions.length
    counts[index] = Math.max(own.length, filled.some((list) => list.counts) ? (held?.count ?? 0) : own.length)
  }
  return { docs, starts, positions: Int32Array.from(positions), counts }
}

/** Numbers of the documents that are in every list. */
export function documentsInAll(lists: readonly Postings[]): Int32Array {
  return Int32Array.from(Array.from(common(lists), ({ doc }) => doc))
}

function collector() {
  const docs: number[] = []
  const starts: number[] = [0]
  const positions: number[] = []
  return {
    add(doc: number, position: number): void {
      if (docs.at(-1) !== doc) {
        docs.push(doc)
        starts.push(positions.length)
      }
      positions.push(position)
      starts[docs.length] = positions.length
    },
    list: (): Postings => ({
      docs: Int32Array.from(docs),
      starts: Int32Array.from(starts),
      positions: Int32Array.from(positions),
    }),
  }
}

function has(sorted: Int32Array, value: number): boolean {
  return sorted[lowerBound(sorted, value, 0)] === value
}

/** Index of the first element that is not less. */
function lowerBound(sorted: Int32Array, value: number, from: number): number {
  let [low, high] = [from, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
