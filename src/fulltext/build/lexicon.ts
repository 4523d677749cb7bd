import { countKeys, type Sequences } from './invert.ts'

/** A word of the library, found by how its characters keep together. */
export interface LexiconWord {
  readonly text: string
  /** How often it stands in the library, about. */
  readonly count: number
}

const leastCount = 3
/** With this share of one and the same neighbour a pair is a piece of something longer. */
const bound = 0.85
/** A word has at most six characters. */
const mostExtension = 2
/** Both characters must meet this much more often than by chance. */
const leastCohesion = 12
/** What names of places end with. */
const placeEnd = /^[省市县区州]$/

/**
 * Words of two to six Chinese characters without a dictionary: a pair that is frequent and free on both sides is a
 * word; a pair that nearly always has the same neighbour is the inside of a longer one (识产 → 知识产权).
 */
export function libraryWords({ documents, names, pairs }: Sequences): LexiconWord[] {
  const isHan = names.map((name) => /^\p{Script=Han}$/u.test(name))
  const counts = countKeys(documents, pairs.size)
  const unitCounts = new Int32Array(names.length)
  let total = 0
  for (let key = 0; key < pairs.size; key++) {
    const first = pairs.firstOf(key)
    unitCounts[first] = (unitCounts[first] ?? 0) + (counts[key] ?? 0)
    total += counts[key] ?? 0
  }
  /** What a pair is bound to on one side, outwards, as far as the binding goes on. */
  const extended = (key: number, side: Neighbours, step: -1 | 1): number[] => {
    const units: number[] = []
    for (let at = key; units.length < mostExtension; ) {
      const unit = boundTo(side, at, counts[at] ?? 0)
      if (unit === undefined) break
      units.push(unit)
      at = step === 1 ? pairs.idOf(pairs.secondOf(at), unit) : pairs.idOf(unit, pairs.firstOf(at))
    }
    return units
  }
  const { left, right } = neighbours(documents, pairs, counts, isHan)
  const words = new Map<string, number>()
  const add = (units: readonly number[], count: number) => {
    if (!units.every((unit) => isHan[unit])) return
    const text = units.map((unit) => names[unit] ?? '').join('')
    words.set(text, Math.max(words.get(text) ?? 0, count))
  }
  for (let key = 0; key < pairs.size; key++) {
    const count = counts[key] ?? 0
    const [a, b] = [pairs.firstOf(key), pairs.secondOf(key)]
    if (count < leastCount || b === 0) continue
    const chance = ((unitCounts[a] ?? 1) / total) * ((unitCounts[b] ?? 1) / total) * total
    const start = extended(key, left, -1)
    // 海市 are two frequent characters, but 上 stands before nearly all of them, and 市 behind most of 上海.
    const [before = 0] = start
    const isPlace = before > 0 && placeEnd.test(names[b] ?? '') && (counts[pairs.idOf(before, a)] ?? 0) < 2 * count
    if (!isPlace && count < leastCohesion * chance) continue
    const end = extended(key, right, 1)
    add([...start.toReversed(), a, b, ...end], count)
    // What nearly always goes on, but begins freely, is a word that a longer one begins with: 小微 in 小微企业.
    if (start.length === 0 && end.length > 0) add([a, b], count)
  }
  return [...words].map(([text, count]) => ({ text, count }))
}

interface Neighbours {
  /** The neighbour that most of a key's places have, if any may be bound to it. */
  readonly unit: Int32Array
  readonly count: Int32Array
}

/**
 * Which units stand most often before and behind each pair that may be in a word: one pass over the library finds the
 * candidates by majority vote (Boyer and Moore), a second counts those that may have the share that binds.
 */
function neighbours(
  documents: readonly Int32Array[],
  pairs: Sequences['pairs'],
  counts: Int32Array,
  isHan: readonly boolean[],
): { readonly left: Neighbours; readonly right: Neighbours } {
  const size = pairs.size
  // The first unit of a pair, and whether the pair is looked at, in one number: reading it is what takes the time.
  const marked = new Int32Array(size)
  for (let key = 0; key < size; key++) {
    const [first, second] = [pairs.firstOf(key), pairs.secondOf(key)]
    const isWord = (counts[key] ?? 0) >= leastCount && isHan[first] && isHan[second]
    marked[key] = first * 2 + (isWord ? 1 : 0)
  }
  const votes = new Int32Array(size * 4) // left unit, its votes, right unit, its votes
  forNeighbours(documents, marked, (key, before, after) => {
    vote(votes, key * 4, before)
    vote(votes, key * 4 + 2, after)
  })
  const [left, right] = [emptyNeighbours(size), emptyNeighbours(size)]
  for (let key = 0; key < size; key++) {
    const mark = marked[key] ?? 0
    if (mark % 2 === 0) continue
    // Who has a share s of n places ends with at least (2s - 1)n votes.
    const least = (2 * bound - 1) * (counts[key] ?? 0)
    const [isLeft, isRight] = [(votes[key * 4 + 1] ?? 0) >= least, (votes[key * 4 + 3] ?? 0) >= least]
    if (isLeft) left.unit[key] = votes[key * 4] ?? 0
    if (isRight) right.unit[key] = votes[key * 4 + 2] ?? 0
    if (!isLeft && !isRight) marked[key] = mark - 1
  }
  forNeighbours(documents, marked, (key, before, after) => {
    if (left.unit[key] === before) left.count[key] = (left.count[key] ?? 0) + 1
    if (right.unit[key] === after) right.count[key] = (right.count[key] ?? 0) + 1
  })
  return { left, right }
}

/** Calls for every place of a marked pair, with the units before and behind it; 0 is none. */
function forNeighbours(
  documents: readonly Int32Array[],
  marked: Int32Array,
  found: (key: number, before: number, after: number) => void,
): void {
  const markOf = (entry: number | undefined) => (entry ? (marked[entry - 1] ?? 0) : 0)
  for (const keys of documents) {
    let [before, now, next] = [0, markOf(keys[0]), markOf(keys[1])]
    for (let at = 0; at < keys.length; at++) {
      const after = markOf(keys[at + 2])
      if (now % 2 === 1) found((keys[at] ?? 0) - 1, before >> 1, after >> 1)
      before = now
      now = next
      next = after
    }
  }
}

function vote(votes: Int32Array, at: number, unit: number): void {
  const own = votes[at + 1] ?? 0
  if (own === 0) {
    votes[at] = unit
    votes[at + 1] = 1
  } else votes[at + 1] = own + (votes[at] === unit ? 1 : -1)
}

function emptyNeighbours(size: number): Neighbours {
  return { unit: new Int32Array(size).fill(-1), count: new Int32Array(size) }
}

function boundTo({ unit, count }: Neighbours, key: number, all: number): number | undefined {
  const one = unit[key] ?? 0
  return one > 0 && (count[key] ?? 0) >= bound * all ? one : undefined
}
