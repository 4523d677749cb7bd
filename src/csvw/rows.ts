import type { Dialect } from './dialect.ts'

/** One row: its cells without quotes, and as it stands in the file. */
export interface Row {
  readonly cells: readonly string[]
  readonly raw: string
  readonly line: number // of its first character, from 1
}

export interface RowFault {
  readonly type: 'unclosed' | 'stray'
  readonly line: number
  readonly column: number
}

export interface RowSink {
  row(row: Row): void
  fault(fault: RowFault): void
}

/** A quote that is open for longer than this was never meant to be; reading on would only fill the memory. */
const maxRowLength = 1_000_000

/**
 * Splits text into rows by a dialect (Model for Tabular Data §8): rows to skip and comments are left out. Takes
 * chunks of any size. A row with a broken quote is reported and left out; reading goes on with the next line.
 */
export function rowReader(dialect: Dialect, sink: RowSink) {
  const { quoteChar: quote, lineTerminators } = dialect
  const terminators = [...lineTerminators].filter((one) => one !== '').sort((a, b) => b.length - a.length)
  let text = ''
  let line = 1
  let skipped = 0

  function write(chunk: string): void {
    text = text === '' ? chunk : text + chunk
    scan(false)
  }

  function end(): void {
    scan(true)
    text = ''
  }

  function scan(isFinal: boolean): void {
    const nextBreak = finder(text, terminators)
    const nextQuote = finder(text, quote === null ? [] : [quote])
    let at = 0
    while (at < text.length) {
      let stop = nextBreak(at)
      if (nextQuote(at).at < stop.at) {
        const after = quotedEnd(text, at, dialect)
        if (after === undefined && !isFinal && text.length - at < maxRowLength) break
        if (after === undefined) {
          sink.fault({ type: 'unclosed', line, column: nextQuote(at).at - at + 1 })
          at = stop.end
          line++
          continue
        }
        stop = nextBreak(after)
      }
      // The end of a chunk may stand within a line break or between two quotes.
      if (!isFinal && stop.end >= text.length) break
      emit(text.slice(at, stop.at))
      line += countBreaks(text.slice(at, stop.end))
      at = stop.end
    }
    text = text.slice(at)
  }

  function emit(raw: string): void {
    if (skipped < dialect.skipRows) {
      skipped++
      return
    }
    if (dialect.commentPrefix !== null && raw.startsWith(dialect.commentPrefix)) return
    if (quote === null || !raw.includes(quote)) {
      const cells = dialect.doubleQuote ? raw.split(dialect.delimiter) : splitRow(raw, dialect).map((one) => one.value)
      sink.row({ cells: cells.map((cell) => trimmed(cell, dialect)), raw, line })
      return
    }
    const cells = splitRow(raw, dialect)
    const stray = cells.find((cell) => cell.stray !== undefined)?.stray
    if (stray === undefined) sink.row({ cells: cells.map((cell) => trimmed(cell.value, dialect)), raw, line })
    else sink.fault({ type: 'stray', ...placeWithin(raw, stray, line) })
  }

  return { write, end }
}

/** Where a cell of a row begins. A cell that the row does not have is placed at its end. */
export function cellPlace(row: Row, index: number, dialect: Dialect): { line: number; column: number } {
  const cell = splitRow(row.raw, dialect)[index]
  return placeWithin(row.raw, cell?.start ?? row.raw.length, row.line)
}

interface Cell {
  readonly value: string
  readonly start: number
  /** Where a quote stands that has no place there. */
  readonly stray: number | undefined
}

function splitRow(raw: string, dialect: Dialect): Cell[] {
  const { delimiter, quoteChar: quote } = dialect
  const escapeMark = quote === null || dialect.doubleQuote ? quote : '\\'
  const cells: Cell[] = []
  let value = ''
  let start = 0
  let stray: number | undefined
  let isQuoted = false
  for (let at = 0; at < raw.length; ) {
    if (isQuoted && quote !== null && escapeMark === quote && raw.startsWith(quote + quote, at)) {
      value += quote
      at += quote.length * 2
    } else if (escapeMark !== null && escapeMark !== quote && raw.startsWith(escapeMark, at) && at + 1 < raw.length) {
      value += raw[at + 1]
      at += 2
    } else if (quote !== null && raw.startsWith(quote, at)) {
      const after = at + quote.length
      const isMisplaced = isQuoted
        ? after < raw.length &&
          !raw.startsWith(delimiter, after) &&
          raw.slice(after).trimStart() !== '' &&
          !isBlankBefore(raw, after, delimiter)
        : value.trim() !== ''
      if (isMisplaced) stray ??= at
      if (!isQuoted) value = ''
      isQuoted = !isQuoted
      at = after
    } else if (!isQuoted && raw.startsWith(delimiter, at)) {
      cells.push({ value, start, stray })
      at += delimiter.length
      value = ''
      start = at
      stray = undefined
    } else value += raw[at++]
  }
  cells.push({ value, start, stray })
  return cells
}

/** Whether only spaces stand between a closing quote and the delimiter. */
function isBlankBefore(raw: string, from: number, delimiter: string): boolean {
  const next = raw.indexOf(delimiter, from)
  return raw.slice(from, next === -1 ? raw.length : next).trim() === ''
}

/** The first place from `from` on, behind all quoted parts that a row opens on the way; nothing while one is open. */
function quotedEnd(text: string, from: number, dialect: Dialect): number | undefined {
  const { quoteChar: quote, lineTerminators } = dialect
  if (quote === null) return from
  const escapeMark = dialect.doubleQuote ? undefined : '\\'
  let isQuoted = false
  for (let at = from; at < text.length; ) {
    if (escapeMark !== undefined && text.startsWith(escapeMark, at)) at += 2
    else if (text.startsWith(quote, at)) {
      isQuoted = !isQuoted
      at += quote.length
    } else if (!isQuoted && lineTerminators.some((one) => one !== '' && text.startsWith(one, at))) return at
    else at++
  }
  return isQuoted ? undefined : text.length
}

interface Stop {
  readonly at: number
  readonly end: number
}

/** Finds the first of some marks from a place on; places must not go back. The end of the text when there is none. */
function finder(text: string, marks: readonly string[]): (from: number) => Stop {
  const next = marks.map(() => -1)
  return (from) => {
    let found: Stop = { at: text.length, end: text.length }
    for (const [index, mark] of marks.entries()) {
      let at = next[index] ?? -1
      if (at < from) {
        const where = text.indexOf(mark, from)
        at = where === -1 ? text.length : where
        next[index] = at
      }
      // Longer marks come first: CRLF wins over CR.
      if (at < found.at) found = { at, end: at + mark.length }
    }
    return found
  }
}

function trimmed(cell: string, { trim }: Dialect): string {
  if (trim === true) return cell.trim()
  if (trim === 'start') return cell.trimStart()
  return trim === 'end' ? cell.trimEnd() : cell
}

function placeWithin(raw: string, offset: number, line: number): { line: number; column: number } {
  const before = raw.slice(0, offset)
  const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1
  return { line: line + countBreaks(before), column: offset - start + 1 }
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
