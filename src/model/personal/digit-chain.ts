/** Digits that stand together; `before` is what parts them from the group before. */
export interface DigitGroup {
  readonly digits: string // an X for ten at the end of a citizen's number is a group of its own
  readonly before: string
  readonly start: number
  readonly end: number
}

const part = String.raw`(?: {0,3}(?:[-.·_~]|\*\*|\r?\n[ >]{0,8}|<\/?[a-z]{1,6}\/?>| ) {0,3})`
const chain = new RegExp(String.raw`\d+(?:${part}\d+)*(?:${part}?X(?![A-Za-z\d]))?`, 'gi')

/** Rows of digit groups which only blanks, dashes, points, marks or the end of a line part; of eleven digits or more. */
export function digitChains(plain: string): DigitGroup[][] {
  return [...plain.matchAll(chain)].flatMap((found) => {
    const groups = groupsOf(found[0], found.index)
    return groups.reduce((sum, one) => sum + one.digits.length, 0) >= 11 ? [groups] : []
  })
}

function groupsOf(text: string, offset: number): DigitGroup[] {
  const groups: DigitGroup[] = []
  let last = 0
  for (const found of text.matchAll(/\d+|X$/gi)) {
    const end = found.index + found[0].length
    groups.push({
      digits: found[0].toUpperCase(),
      before: text.slice(last, found.index),
      start: offset + found.index,
      end: offset + end,
    })
    last = end
  }
  return groups
}

/** Neighbouring groups as one number. */
export interface DigitRange {
  readonly digits: string
  readonly groups: readonly DigitGroup[]
  readonly start: number
  readonly end: number
  /** No further group stands before or behind. */
  readonly isWhole: boolean
  /** A point stands right before or behind it, between digits: it may be a part of a decimal figure. */
  readonly isByPoint: boolean
}

/** Every run of neighbouring groups with `least` to `most` digits. */
export function* rangesOf(groups: readonly DigitGroup[], least: number, most: number): Generator<DigitRange> {
  for (let from = 0; from < groups.length; from++) {
    let digits = ''
    for (let to = from; to < groups.length; to++) {
      digits += groups[to]?.digits ?? ''
      if (digits.length > most) break
      if (digits.length < least) continue
      const range = groups.slice(from, to + 1)
      yield {
        digits,
        groups: range,
        start: range[0]?.start ?? 0,
        end: range.at(-1)?.end ?? 0,
        isWhole: from === 0 && to === groups.length - 1,
        isByPoint: (from > 0 && range[0]?.before === '.') || groups[to + 1]?.before === '.',
      }
    }
  }
}
