/**
 * The candidate an editor probably meant, for “是不是想写 …”: the one with the fewest slips (a letter too many, too few, wrong, or
 * two changed places), where they are few against the length of the word, or at most `most`. Undefined where nothing is
 * near.
 */
export function nearest(word: string, candidates: Iterable<string>, most?: number): string | undefined {
  const wanted = [...word.trim().toLowerCase()]
  if (wanted.length === 0 || wanted.length > 120) return undefined
  let best: { candidate: string; slips: number } | undefined
  for (const candidate of candidates) {
    const letters = [...candidate.toLowerCase()]
    const limit = most ?? allowance(Math.max(wanted.length, letters.length))
    if (Math.abs(wanted.length - letters.length) > limit) continue
    const slips = distance(wanted, letters)
    const closer =
      best === undefined ||
      slips < best.slips ||
      (slips === best.slips && sameStart(wanted, letters) && !sameStart(wanted, [...best.candidate.toLowerCase()]))
    // a word with nothing in common is no slip of the pen
    if (slips <= limit && slips < Math.max(wanted.length, letters.length) && closer) best = { candidate, slips }
  }
  return best?.candidate
}

/** Guesses for the faults of one list: those beyond the hundred that are shown need none, and each costs a look at all. */
export function guesser(): typeof nearest {
  let left = 100
  return (word, candidates, most) => (left-- > 0 ? nearest(word, candidates, most) : undefined)
}

/** Chinese words are short: one slip in three signs, and from five on two in five. */
function allowance(length: number): number {
  return length <= 4 ? 1 : Math.min(4, Math.floor(length * 0.4))
}

function sameStart(a: readonly string[], b: readonly string[]): boolean {
  return a[0] === b[0]
}

/** Damerau–Levenshtein, each stretch edited at most once. */
function distance(a: readonly string[], b: readonly string[]): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
