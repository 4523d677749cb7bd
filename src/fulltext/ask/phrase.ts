import { pairKey, unitKey } from '../format/key.ts'
import { noPostings, type Postings } from '../format/posting.ts'
import { blockAt } from '../format/record.ts'
import { type Fold, gap, unitsOf } from '../format/units.ts'
import { documentsInAll, inSequence, union } from './hits.ts'
import type { OpenIndex } from './open-index.ts'

/**
 * Every place where a text stands, by exact positions (search.md §5.5). One unit alone is answered from its summary,
 * with how often and where first; a text of several sentences must stand with them in that order.
 */
export async function phraseHits(index: OpenIndex, text: string, fold?: Fold): Promise<Postings> {
  const units = unitsOf(text, fold).map((unit) => unit.text)
  if (units.length === 0) return noPostings
  const [single] = units
  if (units.length === 1 && single !== undefined) return (await index.postings([unitKey(single)]))[0] ?? noPostings
  const segments = segmentsOf(units)
  const found = await Promise.all(segments.map((segment) => segmentHits(index, segment, segments.length > 1, fold)))
  if (segments.length === 1) return found[0] ?? noPostings
  const aligned = inSequence(
    found,
    segments.map((segment) => segment.distance),
  )
  if (aligned.docs.length > 0) return aligned
  // Punctuation of the query may differ from the text: then all sentences must be in one document.
  const open = await Promise.all(
    segments.map((segment) => segmentHits(index, { ...segment, isClosed: false }, true, fold)),
  )
  return restricted(open[0] ?? noPostings, new Set(documentsInAll(open)))
}

interface Segment {
  readonly units: readonly string[]
  /** Does punctuation follow in the phrase? Then it must in the text: A，B is not A和B. */
  readonly isClosed: boolean
  /** Positions from the beginning of the phrase. */
  readonly distance: number
}

function segmentsOf(units: readonly string[]): Segment[] {
  const segments: { units: string[]; isClosed: boolean; distance: number }[] = []
  for (const [at, unit] of units.entries()) {
    const last = segments.at(-1)
    if (unit === gap && last) last.isClosed = true
    else if (!last || last.isClosed) segments.push({ units: [unit], isClosed: false, distance: at })
    else last.units.push(unit)
  }
  return segments
}

async function segmentHits(
  index: OpenIndex,
  { units, isClosed }: Segment,
  needsPositions: boolean,
  fold?: Fold,
): Promise<Postings> {
  if (isClosed) return closedHits(index, units, fold)
  const [first = ''] = units
  if (units.length === 1) {
    if (!needsPositions) return (await index.postings([unitKey(first)]))[0] ?? noPostings
    const { lists } = await index.withPrefix(pairKey(first, ''), Number.POSITIVE_INFINITY)
    return union([...lists.values()])
  }
  const keys = units.slice(0, -1).map((unit, at) => pairKey(unit, units[at + 1] ?? ''))
  const costs = keys.map((key) => index.costOf(key))
  const few = units.length > mostWholly ? cheapest(costs, fewPairs) : cheapestCover(costs)
  const found = await placesOf(index, keys, few)
  if (units.length <= mostWholly || found.docs.length === 0) return found
  // A long phrase is nearly found by some of its pairs; reading the text there is cheaper than the other lists.
  if (found.positions.length <= mostRead) return confirmed(index, units, found, fold)
  return placesOf(index, keys, cheapestCover(costs))
}

/** Where the units stand with punctuation or an end behind the last. */
async function closedHits(index: OpenIndex, units: readonly string[], fold?: Fold): Promise<Postings> {
  const last = units.length - 1
  const [ends = noPostings] = await index.postings([pairKey(units[last] ?? '', '')])
  if (last === 0 || ends.docs.length === 0) return ends
  const all = await segmentHits(index, { units, isClosed: false, distance: 0 }, true, fold)
  return inSequence([all, ends], [0, last])
}

/** A phrase of up to so many units is found by pairs that cover all of it. */
const mostWholly = 8
/** Pairs of a long phrase that are read first. */
const fewPairs = 4
/** Places whose text is read to confirm a long phrase. */
const mostRead = 12

async function placesOf(index: OpenIndex, keys: readonly string[], chosen: readonly number[]): Promise<Postings> {
  const lists = await index.postings(chosen.map((at) => keys[at] ?? ''))
  return inSequence(lists, chosen)
}

/** Those of the places where the text says all of the phrase. */
async function confirmed(index: OpenIndex, units: readonly string[], found: Postings, fold?: Fold): Promise<Postings> {
  const places = [...found.docs.entries()].flatMap(([at, doc]) =>
    [...found.positions.subarray(found.starts[at], found.starts[at + 1])].map((position) => ({ doc, position })),
  )
  const holds = await Promise.all(
    places.map(async ({ doc, position }) => {
      const block = blockAt(await index.record(doc), position)
      const text = await index.text(block.from, block.to)
      const own = unitsOf(text, fold).map((unit) => unit.text)
      const start = position - block.position
      return units.every((unit, offset) => own[start + offset] === unit)
    }),
  )
  return only(found, (at) => holds[at] === true)
}

/** Pairs that together hold every unit, for the fewest bytes: a way from the first unit to the last in steps of one or two. */
function cheapestCover(costs: readonly number[]): number[] {
  // least[k]: bytes and pairs that cover the units 0 … k.
  const least: { cost: number; pairs: readonly number[] }[] = []
  for (const [at, cost] of costs.entries()) {
    const before = [least[at - 2], least[at - 1]].filter((one) => one !== undefined)
    const cheapestBefore = before.sort((a, b) => a.cost - b.cost)[0]
    const start = at < 1 ? { cost: 0, pairs: [] } : at === 1 ? least[0] : cheapestBefore
    least.push({ cost: (start?.cost ?? 0) + cost + 1, pairs: [...(start?.pairs ?? []), at] })
  }
  return [...(least.at(-1)?.pairs ?? [])]
}

function cheapest(costs: readonly number[], size: number): number[] {
  const order = costs.map((_, at) => at).sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b)
  return order.slice(0, size).sort((a, b) => a - b)
}

function only(list: Postings, keeps: (at: number) => boolean): Postings {
  const docs: number[] = []
  const starts = [0]
  const positions: number[] = []
  for (const [index, doc] of list.docs.entries()) {
    for (let at = list.starts[index] ?? 0; at < (list.starts[index + 1] ?? 0); at++) {
      if (!keeps(at)) continue
      if (docs.at(-1) !== doc) {
        docs.push(doc)
        starts.push(positions.length)
      }
      positions.push(list.positions[at] ?? 0)
      starts[docs.length] = positions.length
    }
  }
  return { docs: Int32Array.from(docs), starts: Int32Array.from(starts), positions: Int32Array.from(positions) }
}

function restricted(list: Postings, docs: ReadonlySet<number>): Postings {
  const kept = [...list.docs.entries()].filter(([, doc]) => docs.has(doc))
  const starts = [0]
  const positions: number[] = []
  for (const [index] of kept) {
    positions.push(...list.positions.subarray(list.starts[index], list.starts[index + 1]))
    starts.push(positions.length)
  }
  return {
    docs: Int32Array.from(kept, ([, doc]) => doc),
    starts: Int32Array.from(starts),
    positions: Int32Array.from(positions),
  }
}
