import type { Dialect } from './dialect.ts'
import type { Cell } from './row-cells.ts'
import { splitRow } from './row-cells.ts'

/** One row: its cells without quotes, and as it stands in the file. */
export interface Row {
  readonly cells: readonly string[]
  readonly raw: string
  readonly line: number // of its first character, from 1
}

export interface RowFault {
  readonly type: 'unclosed' | 'stray' | 'too-long'
  readonly line: number
  readonly column: number
}

interface RowSink {
  row(row: Row): void
  fault(fault: RowFault): void
}

/** A row or an open quote longer than this was never meant to be; reading on would only fill the memory. */
export const maxRowLength = 1_000_000

/**
 * Splits text into rows by a dialect (Model for Tabular Data §8): rows to skip and comments are left out. Takes chunks
 * of any size. A row with a broken quote is reported and left out; reading goes on with the next line.
 */
export function rowReader(dialect: Dialect, sink: RowSink) {
  const { quoteChar: quote, delimiter } = dialect
  const breaks = [...dialect.lineTerminators].filter((one) => one !== '').sort((a, b) => b.length - a.length)
  // Without quotes and escapes a row is cut at its delimiters.
  const special = [...(quote === null ? [] : [quote]), ...(dialect.doubleQuote || quote === null ? [] : ['\\'])]
  let text = ''
  let line = 1
  let skipped = 0
  let isPassing = false

  function write(chunk: string): void {
    text = text === '' ? chunk : text + chunk
    scan(false)
  }

  function end(): void {
    scan(true)
    text = ''
  }

  function scan(isFinal: boolean): void {
    const nextBreak = finder(text, breaks)
    const nextSpecial = finder(text, special)
    let at = 0
    while (at < text.length) {
      let stop = nextBreak(at)
      if (isPassing || stop.at - at > maxRowLength) {
        if (!isPassing) skipRow(() => sink.fault({ type: 'too-long', line, column: 1 }))
        isPassing = !isFinal && stop.end >= text.length
        if (isPassing) {
          // The last character may be half of a line break.
          at = Math.max(at, text.length - 1)
          break
        }
        line++
        at = stop.end
        continue
      }
      let cells: readonly Cell[] | undefined
      if (nextSpecial(at).at < stop.at) {
        const found = splitRow(text, at, dialect, breaks)
        if (found.open !== undefined) {
          if (!found.isSpread && !isFinal && text.length - at < maxRowLength) break
          const place = placeWithin(text.slice(at, stop.end), found.open - at, line)
          skipRow(() => sink.fault({ type: 'unclosed', ...place }))
          at = stop.end
          line++
          continue
        }
        cells = found.cells
        stop = nextBreak(found.end)
      }
      // The end of a chunk may stand within a line break or between two quotes.
      if (!isFinal && stop.end >= text.length) break
      const raw = text.slice(at, stop.at)
      const from = at
      skipRow(() => emit(raw, from, cells))
      line += countBreaks(text.slice(at, stop.end))
      at = stop.end
    }
    text = text.slice(at)
  }

  /** Counts the first rows that are no part of the table, whatever they hold. */
  function skipRow(otherwise: () => void): void {
    if (skipped < dialect.skipRows) skipped++
    else otherwise()
  }

  function emit(raw: string, from: number, found: readonly Cell[] | undefined): void {
    if (dialect.commentPrefix !== null && raw.startsWith(dialect.commentPrefix)) return
    const stray = found?.find((cell) => cell.stray !== undefined)?.stray
    if (stray !== undefined) {
      sink.fault({ type: 'stray', ...placeWithin(raw, stray - from, line) })
      return
    }
    const cells = found?.map((cell) => cell.value) ?? raw.split(delimiter)
    sink.row({ cells: cells.map((cell) => trimmed(cell, dialect)), raw, line })
  }

  return { write, end }
}

/** Where a cell of a row begins. A cell that the row does not have is placed at its end. */
export function cellPlace(row: Row, index: number, dialect: Dialect): { line: number; column: number } {
  const cell = splitRow(row.raw, 0, dialect, []).cells[index]
  return placeWithin(row.raw, cell?.start ?? row.raw.length, row.line)
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
