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

/**
 * Words of two to six Chinese characters without a dictionary: a pair that is frequent and free on both sides is a
 * word; a pair that nearly always has the same neighbour is the inside of a longer one (识产 → 知识产权). One pass
 * over the library finds each pair's most frequent neighbour, a second counts it.
 */
export function libraryWords({ documents, names, pairs }: Sequences): LexiconWord[] {
  const isHan = names.map((name) => /^\p{Script=Han}$/u.test(name))
  const { firsts, seconds } = sidesOf(pairs)
  const counts = countKeys(documents, pairs.size)
  const unitCounts = new Int32Array(names.length)
  let total = 0
  for (let key = 0; key < pairs.size; key++) {
    const first = firsts[key] ?? 0
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
  const left = neighbours(documents, firsts, counts, -1)
  const right = neighbours(documents, seconds, counts, 1)
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
    if (count < leastCohesion * chance) continue
    const start = extended(key, left, -1)
    const end = extended(key, right, 1)
    add([...start.toReversed(), a, b, ...end], count)
    // What nearly always goes on, but begins freely, is a word that a longer one begins with: 小微 in 小微企业.
    if (start.length === 0 && end.length > 0) add([a, b], count)
  }
  return [...words].map(([text, count]) => ({ text, count }))
}

interface Neighbours {
  /** The neighbour that most of a key's places have, if any has most. */
  readonly unit: Int32Array
  readonly count: Int32Array
}

/** Pairs that are rarer than a word may be are not followed; `outer` gives the far unit of a neighbouring pair. */
function neighbours(documents: readonly Int32Array[], outer: Int32Array, counts: Int32Array, step: -1 | 1): Neighbours {
  const unit = new Int32Array(outer.length).fill(-1)
  const votes = new Int32Array(outer.length)
  for (const keys of documents) {
    for (let at = 0; at < keys.length; at++) {
      const key = (keys[at] ?? 0) - 1
      if (key < 0 || (counts[key] ?? 0) < leastCount) continue
      const other = (keys[at + step] ?? 0) - 1
      const next = other < 0 ? 0 : (outer[other] ?? 0)
      if (votes[key] === 0) {
        unit[key] = next
        votes[key] = 1
      } else votes[key] = (votes[key] ?? 0) + (unit[key] === next ? 1 : -1)
    }
  }
  const count = new Int32Array(outer.length)
  for (const keys of documents) {
    for (let at = 0; at < keys.length; at++) {
      const key = (keys[at] ?? 0) - 1
      if (key < 0 || (votes[key] ?? 0) === 0) continue
      const other = (keys[at + step] ?? 0) - 1
      if ((other < 0 ? 0 : (outer[other] ?? 0)) === unit[key]) count[key] = (count[key] ?? 0) + 1
    }
  }
  return { unit, count }
}

function boundTo({ unit, count }: Neighbours, key: number, all: number): number | undefined {
  const one = unit[key] ?? 0
  return one > 0 && (count[key] ?? 0) >= bound * all ? one : undefined
}

/** Both units of every pair. */
function sidesOf(pairs: Sequences['pairs']): { firsts: Int32Array; seconds: Int32Array } {
  const firsts = new Int32Array(pairs.size)
  const seconds = new Int32Array(pairs.size)
  for (let key = 0; key < pairs.size; key++) {
    firsts[key] = pairs.firstOf(key)
    seconds[key] = pairs.secondOf(key)
  }
  return { firsts, seconds }
}
