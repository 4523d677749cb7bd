import type { CsvForm } from './csv-dialect.ts'

/** A record longer than this is a mistake; reading on would only fill the memory. */
export const maxRecordLength = 100_000

type FaultType = 'unclosed' | 'stray' | 'too-long'

type FoundRecord =
  | { readonly type: 'more' }
  | { readonly type: 'record'; readonly cells: string[]; readonly end: number }
  | { readonly type: FaultType; readonly at: number; readonly end: number }

/**
 * The record at `from`, sign by sign: for records that hold a quote or an escape sign. `end` is where the reading of
 * lines goes on; `more` where the text ends too early to know.
 */
export function recordAt(text: string, from: number, isFinal: boolean, form: CsvForm): FoundRecord {
  const cells: string[] = []
  let stray = -1
  let at = from
  for (;;) {
    at = cellStart(text, at, form)
    let end: number
    if (isQuote(text, at, form)) {
      const cell = quotedCell(text, at, isFinal, form)
      if (cell.type === 'more') return { type: 'more' }
      // What follows the closing quote does not fit: over several lines, the quote that opened is the wrong one.
      const isSpread = cell.type === 'stray' && countBreaks(text.slice(at, cell.quote), form) > 0
      if (cell.type === 'open' || isSpread) return { type: 'unclosed', at, end: lineEnd(text, at, form) }
      if (cell.type === 'stray' && stray === -1) stray = cell.quote
      end = cell.end
      cells.push(cell.value)
    } else {
      end = plainEnd(text, at, form)
      const value = text.slice(at, end)
      const quote = form.quote === '' ? -1 : bareQuote(value, 0, form)
      if (quote !== -1 && stray === -1) stray = at + quote
      cells.push(unescaped(value, form))
    }
    if (end - from > maxRecordLength) return { type: 'too-long', at: from, end: lineEnd(text, end, form) }
    const isAtEnd = end >= text.length || (text[end] === '\r' && end + 1 === text.length)
    if (isAtEnd && !isFinal) return { type: 'more' }
    if (text.startsWith(form.delimiter, end)) {
      at = end + form.delimiter.length
      continue
    }
    return stray === -1 ? { type: 'record', cells, end } : { type: 'stray', at: stray, end }
  }
}

/** Where cell `index` of a record begins: its line below the record's first, from 0, and its column, from 1. */
export function cellOffset(raw: string, index: number, form: CsvForm): { line: number; column: number } {
  let at = cellStart(raw, 0, form)
  for (let i = 0; i < index; i++) {
    const { end } = isQuote(raw, at, form) ? quotedCell(raw, at, true, form) : { end: plainEnd(raw, at, form) }
    at = cellStart(raw, Math.min(end + form.delimiter.length, raw.length), form)
  }
  return placeWithin(raw, at, form)
}

export function placeWithin(raw: string, offset: number, form: CsvForm): { line: number; column: number } {
  let line = 0
  let start = 0
  for (let i = 0; i < offset; i++) {
    if (!isBreak(raw, i, form)) continue
    i = afterBreak(raw, i) - 1
    line++
    start = i + 1
  }
  return { line, column: Math.max(1, offset - start + 1) }
}

interface QuotedCell {
  readonly type: 'closed' | 'stray' | 'open' | 'more'
  readonly value: string
  /** Where its closing quote stands. */
  readonly quote: number
  /** The delimiter or line break behind it. */
  readonly end: number
}

/** The cell that opens with a quote at `from`. */
function quotedCell(text: string, from: number, isFinal: boolean, form: CsvForm): QuotedCell {
  let at = from + 1
  for (;;) {
    const quote = bareQuote(text, at, form)
    if (quote === -1 || quote - from > maxRecordLength) {
      const isOpen = isFinal || text.length - from > maxRecordLength
      return { type: isOpen ? 'open' : 'more', value: '', quote: text.length, end: text.length }
    }
    const behind = quote + 1
    if (form.isDoubled && text[behind] === form.quote) {
      at = quote + 2
      continue
    }
    // The delimiter may have more than one character, of which the last has not come yet.
    const isCut = text.length - behind < form.delimiter.length
    if (isCut && !isFinal) return { type: 'more', value: '', quote, end: text.length }
    const value = unescaped(text.slice(from + 1, quote), form)
    if (behind === text.length || text.startsWith(form.delimiter, behind) || isBreak(text, behind, form)) {
      return { type: 'closed', value, quote, end: behind }
    }
    return { type: 'stray', value, quote, end: plainEnd(text, quote, form) }
  }
}

/** The next quote that is not escaped, or -1. */
function bareQuote(text: string, from: number, { quote, escapeSign }: CsvForm): number {
  if (escapeSign === '') return text.indexOf(quote, from)
  for (let at = from; at < text.length; at++) {
    if (text[at] === escapeSign) at++
    else if (text[at] === quote) return at
  }
  return -1
}

function unescaped(value: string, { quote, isDoubled, escapeSign }: CsvForm): string {
  if (escapeSign === '' || !value.includes(escapeSign)) {
    return isDoubled && quote !== '' ? value.replaceAll(quote + quote, () => quote) : value
  }
  let plain = ''
  for (let at = 0; at < value.length; at++) {
    const isPair = value[at] === escapeSign || (isDoubled && value[at] === quote && value[at + 1] === quote)
    if (isPair && at + 1 < value.length) at++
    plain += value[at]
  }
  return plain
}

function cellStart(text: string, from: number, { skipsSpace }: CsvForm): number {
  let at = from
  if (skipsSpace) while (text[at] === ' ') at++
  return at
}

function isQuote(text: string, at: number, { quote }: CsvForm): boolean {
  return quote !== '' && text[at] === quote
}

function plainEnd(text: string, from: number, form: CsvForm): number {
  let at = from
  while (at < text.length && !text.startsWith(form.delimiter, at) && !isBreak(text, at, form)) {
    at += form.escapeSign !== '' && text[at] === form.escapeSign ? 2 : 1
  }
  return Math.min(at, text.length)
}

function lineEnd(text: string, from: number, form: CsvForm): number {
  let at = from
  while (at < text.length && !isBreak(text, at, form)) at++
  return at
}

/** Behind the line break at `at`, which may be CRLF. */
export function afterBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : Math.min(at + 1, text.length)
}

export function countBreaks(text: string, form: CsvForm): number {
  return placeWithin(text, text.length, form).line
}

function isBreak(text: string, at: number, { terminator }: CsvForm): boolean {
  if (terminator !== '') return text[at] === terminator
  const code = text.charCodeAt(at)
  return code === 10 || code === 13
}
