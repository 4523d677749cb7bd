/** Kept on either side: as many as a report lists of one code. */
const keep = 100

interface Kept<T> {
  readonly value: number
  readonly of: T
}

export interface Outlier<T> extends Kept<T> {
  readonly mean: number
  /** How many standard deviations it is from the mean. */
  readonly times: number
}

/**
 * Finds the numbers more than `interval` standard deviations from the mean, in one pass and constant memory: what
 * is far out is among the smallest and the largest, and no more of these are kept than a report lists.
 */
export function outlierWatch<T>(interval: number) {
  let count = 0
  let mean = 0
  let squares = 0
  const low = extremes<T>((a, b) => a - b)
  const high = extremes<T>((a, b) => b - a)
  return {
    add(value: number, of: T): void {
      count++
      const before = value - mean
      mean += before / count
      squares += before * (value - mean)
      low.add({ value, of })
      high.add({ value, of })
    },
    /** Farthest last, the low ones first. */
    outliers(): Outlier<T>[] {
      const deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0
      if (deviation === 0) return []
      return [...low.kept, ...high.kept]
        .map((one) => ({ ...one, mean, times: Math.abs(one.value - mean) / deviation }))
        .filter((one, index) => one.times > interval && index < low.kept.length === one.value < mean)
    },
  }
}

/** The first `keep` values in an order. */
function extremes<T>(order: (a: number, b: number) => number) {
  const kept: Kept<T>[] = []
  return {
    kept,
    add(one: Kept<T>): void {
      const last = kept.at(-1)
      if (last && kept.length >= keep && order(one.value, last.value) >= 0) return
      let at = kept.length
      while (at > 0 && order(one.value, kept[at - 1]?.value ?? 0) < 0) at--
      kept.splice(at, 0, one)
      if (kept.length > keep) kept.pop()
    },
  }
}
