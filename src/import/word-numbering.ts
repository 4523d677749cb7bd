import { toChineseNumeral } from '../model/number/chinese-number.ts'

/** One level of a numbering definition: the format of its counter and the text around it, e.g. `（%2）`. */
export interface NumberingLevel {
  readonly format: string // w:numFmt, e.g. "chineseCounting"
  readonly text: string // w:lvlText
  readonly start: number
  /** The paragraph style that stands for this level. */
  readonly style?: string | undefined
}

/** One use of a numbering definition: uses of one definition count on from each other unless they restart. */
export interface NumberingUse {
  readonly list: string // w:abstractNumId
  readonly levels: readonly NumberingLevel[]
  readonly restarts: ReadonlyMap<number, number> // w:startOverride by level
}

/** By `w:numId`. */
export type Numbering = ReadonlyMap<string, NumberingUse>

/**
 * Rebuilds the numbers that Word shows but does not store: call it for each numbered paragraph in order.
 * A number of an outer level starts the inner ones again.
 */
export function numberer(numbering: Numbering): (numId: string, level: number) => string {
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  return (numId, level) => {
    const use = numbering.get(numId)
    const own = use?.levels[level]
    if (!use || !own) return ''
    const counts = counters.get(use.list) ?? []
    counters.set(use.list, counts)
    counts.length = Math.min(counts.length, level + 1)
    const restart = begun.has(`${numId}/${level}`) ? undefined : use.restarts.get(level)
    begun.add(`${numId}/${level}`)
    counts[level] = restart ?? (counts[level] ?? own.start - 1) + 1
    return own.text.replace(/%(\d)/g, (_, digit) => {
      const index = Number(digit) - 1
      const at = use.levels[index]
      return at ? writeNumber(counts[index] ?? at.start, at.format) : ''
    })
  }
}

/** The formats official documents use (ECMA-376 §17.18.59); anything else is written in digits. */
export function writeNumber(n: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
      return n >= 0 && n <= 9999 ? toChineseNumeral(n) : String(n)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n >= 1 && n <= 20 ? String.fromCodePoint(0x245f + n) : String(n)
    case 'decimalFullWidth':
      return String(n).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
    case 'lowerLetter':
      return letters(n).toLowerCase()
    case 'upperLetter':
      return letters(n)
    case 'lowerRoman':
      return roman(n).toLowerCase()
    case 'upperRoman':
      return roman(n)
    case 'bullet':
    case 'none':
      return ''
    default:
      return String(n)
  }
}

/** A … Z, AA, BB … as Word counts. */
function letters(n: number): string {
  return n < 1 ? String(n) : String.fromCodePoint(0x41 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
}

const romans: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(n: number): string {
  const next = romans.find(([value]) => value <= n)
  return next ? next[1] + roman(n - next[0]) : ''
}
