import type { CsvDialect } from './csv-dialect.ts'
import { formOf } from './csv-dialect.ts'
import { afterBreak, countBreaks, maxRecordLength, placeWithin, recordAt } from './csv-record.ts'

/**
 * Receives what a CSV file holds, in order. `line` counts from 1; `raw` is the record as written, without its line
 * break; `row` counts records from 1, comments and broken ones included.
 */
export interface CsvSink {
  record(cells: string[], raw: string, line: number, row: number): void
  fault(fault: CsvFault): void
}

export interface CsvFault {
  /** `unclosed`: a quote that nothing closes; `stray`: a quote inside or behind a cell; `too-long`: no end of line in sight. */
  readonly type: 'unclosed' | 'stray' | 'too-long'
  readonly line: number
  readonly column: number
}

/**
 * Splits text into records (RFC 4180; line breaks may be LF, CRLF or CR), or as a dialect says. Takes any text
 * without throwing: a record with a broken quote is reported and left out, and reading goes on with the next line,
 * so that one missing quote does not hide every other fault of the file. Comments are left out.
 */
export function csvScanner(sink: CsvSink, dialect?: CsvDialect) {
  const form = formOf(dialect)
  const next = finders(form)
  let text = ''
  let line = 1
  let row = 1
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
    const places = next.map((find) => ({ find, at: find(text, 0) }))
    const [quote, escapeSign, feed, carriage] = places as [Sought, Sought, Sought, Sought]
    while (at < text.length) {
      for (const one of places) if (one.at < at) one.at = one.find(text, at)
      const stop = Math.min(feed.at, carriage.at, text.length)
      // A CR at the very end may be half of a CRLF.
      const isWhole = isFinal || (stop < text.length && !(text[stop] === '\r' && stop + 1 === text.length))

      if (isSkipping) {
        if (!isWhole) {
          at = stop
          break
        }
        isSkipping = false
        endRecord(stop)
      } else if (isComment(at)) {
        isSkipping = true
      } else if (Math.min(quote.at, escapeSign.at) > stop) {
        if (stop - at > maxRecordLength) {
          sink.fault({ type: 'too-long', line, column: 1 })
          isSkipping = true
          at = stop
          continue
        }
        if (!isWhole) break
        const raw = text.slice(at, stop)
        sink.record(plainCells(raw), raw, line, row)
        endRecord(stop)
      } else {
        const found = recordAt(text, at, isFinal, form)
        if (found.type === 'more') break
        const raw = text.slice(at, found.end)
        if (found.type === 'record') {
          sink.record(found.cells, raw, line, row)
          line += countBreaks(raw, form)
          endRecord(found.end)
        } else {
          const { line: below, column } = placeWithin(raw, found.at - at, form)
          sink.fault({ type: found.type, line: line + below, column })
          line += countBreaks(raw, form)
          isSkipping = true
          at = found.end
        }
      }
    }
    text = text.slice(at)

    function endRecord(stop: number): void {
      at = afterBreak(text, stop)
      line++
      row++
    }
  }

  function isComment(at: number): boolean {
    return (form.comment !== '' && text.startsWith(form.comment, at)) || form.commentRows.has(row)
  }

  function plainCells(raw: string): string[] {
    const cells = raw.split(form.delimiter)
    return form.skipsSpace ? cells.map((cell) => cell.replace(/^ +/, '')) : cells
  }

  /** Has everything been handed over that was written? Then records may be skipped. */
  function isIdle(): boolean {
    return text === '' && !isSkipping
  }

  /** Passes over records of one line each, which are not written. */
  function skip(records: number): void {
    line += records
    row += records
  }

  return { write, end, isIdle, skip, line: () => line }
}
export type CsvScanner = ReturnType<typeof csvScanner>

interface Sought {
  readonly find: (text: string, from: number) => number
  at: number
}

/** Where the next quote, escape sign, line feed and carriage return stand; endlessly far where there is none. */
function finders({ quote, escapeSign, terminator }: ReturnType<typeof formOf>): Sought['find'][] {
  const signs = terminator === '' ? [quote, escapeSign, '\n', '\r'] : [quote, escapeSign, terminator, '']
  return signs.map((sign) => (text, from) => {
    const found = sign === '' ? -1 : text.indexOf(sign, from)
    return found === -1 ? Number.POSITIVE_INFINITY : found
  })
}
