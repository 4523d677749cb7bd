/** The lines of two texts that differ at a place, with what stands around them; numbers count from 0, ends are not in it. */
export interface LinePair {
  readonly wrong: readonly [from: number, to: number]
  readonly right: readonly [from: number, to: number]
}

/** The difference of two texts that is nearest to a line of the first, if they differ. */
export function nearestDifference(
  wrong: readonly string[],
  right: readonly string[],
  line: number,
): LinePair | undefined {
  const distance = ({ wrong: [from, to] }: LinePair) => (line < from ? from - line : line >= to ? line - to + 1 : 0)
  return differences(wrong, right).reduce<LinePair | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined,
  )
}

/** Longest common subsequence of lines: fixtures are short. */
function differences(wrong: readonly string[], right: readonly string[]): LinePair[] {
  const width = right.length + 1
  const common = new Uint32Array((wrong.length + 1) * width)
  for (let a = wrong.length - 1; a >= 0; a--)
    for (let b = right.length - 1; b >= 0; b--)
      common[a * width + b] =
        wrong[a] === right[b]
          ? 1 + (common[(a + 1) * width + b + 1] ?? 0)
          : Math.max(common[(a + 1) * width + b] ?? 0, common[a * width + b + 1] ?? 0)
  const found: LinePair[] = []
  let [a, b] = [0, 0]
  while (a < wrong.length || b < right.length) {
    if (a < wrong.length && wrong[a] === right[b]) {
      a++
      b++
      continue
    }
    const [fromA, fromB] = [a, b]
    while ((a < wrong.length || b < right.length) && !(a < wrong.length && wrong[a] === right[b])) {
      const skipsWrong =
        b >= right.length ||
        (a < wrong.length && (common[(a + 1) * width + b] ?? 0) >= (common[a * width + b + 1] ?? 0))
      if (skipsWrong) a++
      else b++
    }
    found.push({ wrong: [fromA, a], right: [fromB, b] })
  }
  return found
}
