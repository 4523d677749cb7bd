import type { Dialect } from './dialect.ts'

export interface Cell {
  readonly value: string
  readonly start: number
  /** Where a quote stands that has no place there. */
  readonly stray: number | undefined
}

/** The cells of one row and where it ends; `open` is where a quote stands that nothing closes. */
export interface Split {
  readonly cells: readonly Cell[]
  readonly end: number
  readonly open: number | undefined
  /** The quote is closed on another line, but not at the end of a cell: it was not meant to open one. */
  readonly isSpread: boolean
}

/** Splits the row that begins at `from`. A quote opens a cell only at its beginning, spaces aside. */
export function splitRow(text: string, from: number, dialect: Dialect, breaks: readonly string[]): Split {
  const { delimiter, quoteChar: quote } = dialect
  const escapeMark = quote === null || dialect.doubleQuote ? undefined : '\\'
  const cells: Cell[] = []
  let at = from
  for (;;) {
    const start = at
    const first = firstSign(text, at, delimiter)
    let value = ''
    let stray: number | undefined
    if (quote !== null && text.startsWith(quote, first)) {
      const closed = quoted(text, first + quote.length, quote, escapeMark)
      if (!closed) return { cells, end: text.length, open: first, isSpread: false }
      const plain = unquoted(text, closed.end + quote.length, delimiter, breaks, undefined)
      if (plain.value.trim() !== '') stray = closed.end
      if (stray !== undefined && firstOf(text, first, breaks) < closed.end) {
        return { cells, end: plain.end, open: first, isSpread: true }
      }
      value = closed.value
      at = plain.end
    } else {
      const plain = unquoted(text, at, delimiter, breaks, escapeMark)
      const misplaced = quote === null ? -1 : plain.value.indexOf(quote)
      if (misplaced !== -1 && escapeMark === undefined) stray = at + misplaced
      value = plain.value
      at = plain.end
    }
    cells.push({ value, start, stray })
    if (!text.startsWith(delimiter, at)) return { cells, end: at, open: undefined, isSpread: false }
    at += delimiter.length
  }
}

/** The first of some marks from a place on, or the end of the text. */
function firstOf(text: string, from: number, marks: readonly string[]): number {
  let at = from
  while (at < text.length && !marks.some((mark) => text.startsWith(mark, at))) at++
  return at
}

interface Part {
  readonly value: string
  readonly end: number
}

/** What stands between a quote and the one that closes it; nothing when none does. */
function quoted(text: string, from: number, quote: string, escapeMark: string | undefined): Part | undefined {
  let value = ''
  let at = from
  for (;;) {
    const close = escapeMark === undefined ? text.indexOf(quote, at) : firstOf(text, at, [quote, escapeMark])
    if (close === -1 || close === text.length) return undefined
    if (escapeMark !== undefined && text.startsWith(escapeMark, close)) {
      value += text.slice(at, close) + text.slice(close + 1, close + 2)
      at = close + 2
    } else if (escapeMark === undefined && text.startsWith(quote, close + quote.length)) {
      value += text.slice(at, close + quote.length)
      at = close + quote.length * 2
    } else return { value: value + text.slice(at, close), end: close }
  }
}

function unquoted(
  text: string,
  from: number,
  delimiter: string,
  breaks: readonly string[],
  escapeMark: string | undefined,
): Part {
  const marks = [delimiter, ...breaks, ...(escapeMark === undefined ? [] : [escapeMark])]
  let value = ''
  let at = from
  for (;;) {
    const end = firstOf(text, at, marks)
    value += text.slice(at, end)
    if (escapeMark === undefined || !text.startsWith(escapeMark, end)) return { value, end }
    value += text.slice(end + 1, end + 2)
    at = Math.min(end + 2, text.length)
  }
}

/** The first character that is no space, or the delimiter. */
function firstSign(text: string, from: number, delimiter: string): number {
  let at = from
  while ((text[at] === ' ' || text[at] === '\t') && !text.startsWith(delimiter, at)) at++
  return at
}
