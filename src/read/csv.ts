/** Receives what a CSV file holds, in order. `line` counts from 1; `raw` is the record as written, without its line break. */
export interface CsvSink {
  record(cells: string[], raw: string, line: number): void
  fault(fault: CsvFault): void
}

export interface CsvFault {
  /** `unclosed`: a quote that nothing closes; `stray`: a quote inside or behind a cell; `too-long`: no end of line in sight. */
  readonly type: 'unclosed' | 'stray' | 'too-long'
  readonly line: number
  readonly column: number
}

/** A record longer than this is a mistake; reading on would only fill the memory. */
export const maxRecordLength = 100_000

/**
 * Splits text into records (RFC 4180; line breaks may be LF, CRLF or CR). Takes any text without throwing: a
 * record with a broken quote is reported and left out, and reading goes on with the next line, so that one
 * missing quote does not hide every other fault of the file.
 */
export function csvScanner(sink: CsvSink) {
  let text = ''
  let line = 1
  let isSkipping = false

  function write(chunk: string): void {
    text = text === '' ? chunk : text + chunk
    scan(false)
  }

  function end(): void {
    scan(true)
    text = ''
  }

  function scan(isFinal: boolean): void {
    let at = 0
    let quote = text.indexOf('"')
    let feed = text.indexOf('\n')
    let carriage = text.indexOf('\r')
    while (at < text.length) {
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at)
      if (feed !== -1 && feed < at) feed = text.indexOf('\n', at)
      if (carriage !== -1 && carriage < at) carriage = text.indexOf('\r', at)
      const stop = carriage !== -1 && (feed === -1 || carriage < feed) ? carriage : feed === -1 ? text.length : feed
      // A CR at the very end may be half of a CRLF.
      const isWhole = isFinal || (stop < text.length && !(text[stop] === '\r' && stop + 1 === text.length))

      if (isSkipping) {
        if (!isWhole) {
          at = stop
          break
        }
        isSkipping = false
        at = afterBreak(text, stop)
        line++
      } else if (quote === -1 || quote > stop) {
        if (stop - at > maxRecordLength) {
          sink.fault({ type: 'too-long', line, column: 1 })
          isSkipping = true
          at = stop
          continue
        }
        if (!isWhole) break
        const raw = text.slice(at, stop)
        sink.record(raw.split(','), raw, line)
        at = afterBreak(text, stop)
        line++
      } else {
        const found = quotedRecord(text, at, isFinal)
        if (found.type === 'more') break
        const raw = text.slice(at, found.end)
        if (found.type === 'record') {
          sink.record(found.cells, raw, line)
          at = afterBreak(text, found.end)
          line += countBreaks(raw) + 1
        } else {
          const { line: below, column } = placeWithin(raw, found.at - at)
          sink.fault({ type: found.type, line: line + below, column })
          line += countBreaks(raw)
          isSkipping = true
          at = found.end
        }
      }
    }
    text = text.slice(at)
  }

  return { write, end }
}

/** Where cell `index` of a record begins: its line below the record's first, from 0, and its column, from 1. */
export function cellOffset(raw: string, index: number): { line: number; column: number } {
  let at = 0
  for (let i = 0; i < index; i++) {
    const { end } = raw[at] === '"' ? quotedCell(raw, at, true) : { end: plainEnd(raw, at) }
    at = Math.min(end + 1, raw.length)
  }
  return placeWithin(raw, at)
}

function placeWithin(raw: string, offset: number): { line: number; column: number } {
  let line = 0
  let start = 0
  for (let i = 0; i < offset; i++) {
    if (!isBreak(raw, i)) continue
    if (raw[i] === '\r' && raw[i + 1] === '\n') i++
    line++
    start = i + 1
  }
  return { line, column: Math.max(1, offset - start + 1) }
}

type QuotedRecord =
  | { readonly type: 'more' }
  | { readonly type: 'record'; readonly cells: string[]; readonly end: number }
  | { readonly type: CsvFault['type']; readonly at: number; readonly end: number }

/** The record at `from`, which holds a quote somewhere. `end` is where the reading of lines goes on. */
function quotedRecord(text: string, from: number, isFinal: boolean): QuotedRecord {
  const cells: string[] = []
  let stray = -1
  let at = from
  for (;;) {
    let end: number
    if (text[at] === '"') {
      const cell = quotedCell(text, at, isFinal)
      if (cell.type === 'more') return { type: 'more' }
      // What follows the closing quote does not fit: over several lines, the quote that opened is the wrong one.
      const isSpread = cell.type === 'stray' && countBreaks(text.slice(at, cell.quote)) > 0
      if (cell.type === 'open' || isSpread) return { type: 'unclosed', at, end: lineEnd(text, at) }
      if (cell.type === 'stray' && stray === -1) stray = cell.quote
      end = cell.end
      cells.push(cell.value)
    } else {
      end = plainEnd(text, at)
      const value = text.slice(at, end)
      const quote = value.indexOf('"')
      if (quote !== -1 && stray === -1) stray = at + quote
      cells.push(value)
    }
    if (end - from > maxRecordLength) return { type: 'too-long', at: from, end: lineEnd(text, end) }
    const isAtEnd = end >= text.length || (text[end] === '\r' && end + 1 === text.length)
    if (isAtEnd && !isFinal) return { type: 'more' }
    if (text[end] === ',') {
      at = end + 1
      continue
    }
    return stray === -1 ? { type: 'record', cells, end } : { type: 'stray', at: stray, end }
  }
}

interface QuotedCell {
  readonly type: 'closed' | 'stray' | 'open' | 'more'
  readonly value: string
  /** Where its closing quote stands. */
  readonly quote: number
  /** The comma or line break behind it. */
  readonly end: number
}

/** The cell that opens with a quote at `from`. */
function quotedCell(text: string, from: number, isFinal: boolean): QuotedCell {
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1 || quote - from > maxRecordLength) {
      const isOpen = isFinal || text.length - from > maxRecordLength
      return { type: isOpen ? 'open' : 'more', value: '', quote: text.length, end: text.length }
    }
    const next = text[quote + 1]
    if (next === '"') {
      at = quote + 2
      continue
    }
    if (next === undefined && !isFinal) return { type: 'more', value: '', quote, end: text.length }
    const value = text.slice(from + 1, quote).replaceAll('""', '"')
    if (next === undefined || next === ',' || next === '\n' || next === '\r') {
      return { type: 'closed', value, quote, end: quote + 1 }
    }
    return { type: 'stray', value, quote, end: plainEnd(text, quote) }
  }
}

function plainEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== ',' && !isBreak(text, at)) at++
  return at
}

function lineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isBreak(text, at)) at++
  return at
}

function afterBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : Math.min(at + 1, text.length)
}

function countBreaks(text: string): number {
  return placeWithin(text, text.length).line
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 10 || code === 13
}
