import { toChineseNumeral } from '../model/chinese-number.ts'

/** One level of a numbering definition: the format of its counter and the text around it, e.g. `（%2）`. */
export interface NumberingLevel {
  readonly format: string // w:numFmt, e.g. "chineseCounting"
  readonly text: string // w:lvlText
  readonly start: number
}

/** Levels by `w:numId`. */
export type Numbering = ReadonlyMap<string, readonly NumberingLevel[]>

/**
 * Rebuilds the numbers that Word shows but does not store: call it for each numbered paragraph in order.
 * A number of an outer level starts the inner ones again.
 */
export function numberer(numbering: Numbering): (numId: string, level: number) => string {
  const counters = new Map<string, number[]>()
  return (numId, level) => {
    const levels = numbering.get(numId)
    const own = levels?.[level]
    if (!levels || !own) return ''
    const counts = counters.get(numId) ?? []
    counters.set(numId, counts)
    counts.length = Math.min(counts.length, level + 1)
    counts[level] = (counts[level] ?? own.start - 1) + 1
    return own.text.replace(/%(\d)/g, (_, digit) => {
      const index = Number(digit) - 1
      const at = levels[index]
      return at ? write(counts[index] ?? at.start, at.format) : ''
    })
  }
}

/** The formats official documents use (ECMA-376 §17.18.59); anything else is written in digits. */
function write(n: number, format: string): string {
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
      return String.fromCodePoint(0x60 + n)
    case 'upperLetter':
      return String.fromCodePoint(0x40 + n)
    case 'bullet':
    case 'none':
      return ''
    default:
      return String(n)
  }
}
