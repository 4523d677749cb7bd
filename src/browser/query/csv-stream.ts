/** Reads CSV by RFC 4180 piece by piece; quotes, commas and line ends may fall anywhere between two pieces. */
export interface CsvStream {
  push(text: string): void
  /** The last record, where no line end follows it. */
  end(): void
}

/**
 * Calls `record` for each record with its cells; the array is reused for the next one. The files read here were
 * written by our own publisher, so a stray quote is taken as it stands.
 */
export function csvStream(record: (cells: readonly string[]) => void): CsvStream {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  /** The last piece ended inside quotes with a quote: it closes the cell, or is the first half of `""`. */
  let pending = false
  let touched = false
  let afterReturn = false

  const endCell = () => {
    cells.push(cell)
    cell = ''
    touched = true
  }
  const endRecord = () => {
    endCell()
    record(cells)
    cells.length = 0
    touched = false
  }
  const push = (text: string) => {
    let at = 0
    while (at < text.length) {
      if (pending) {
        pending = false
        if (text[at] === '"') {
          cell += '"'
          at += 1
        } else quoted = false
        continue
      }
      if (quoted) {
        const quote = text.indexOf('"', at)
        cell += quote < 0 ? text.slice(at) : text.slice(at, quote)
        at = quote < 0 ? text.length : quote + 1
        pending = quote >= 0
        continue
      }
      const mark = text[at]
      if (mark === ',') endCell()
      else if (mark === '\n') {
        if (!afterReturn) endRecord()
      } else if (mark === '\r') endRecord()
      else if (mark === '"' && cell === '') {
        quoted = true
        touched = true
      } else {
        const stop = plainEnd(text, at)
        cell += text.slice(at, stop)
        touched = true
        afterReturn = false
        at = stop
        continue
      }
      afterReturn = mark === '\r'
      at += 1
    }
  }
  return {
    push,
    end: () => {
      if (touched || cell !== '') endRecord()
    },
  }
}

function plainEnd(text: string, from: number): number {
  let at = from + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 44 || code === 10 || code === 13) break
    at += 1
  }
  return at
}
