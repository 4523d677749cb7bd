import type { CsvDialect } from '../csv/csv-dialect.ts'

/**
 * Gathers the header of a table from the records that a dialect names; without a dialect it is the first record.
 * `take` gives its cells with the last of these records, and undefined before. Cells missing or empty in an upper
 * record repeat the one to their left, as under a merged cell.
 */
export function headGatherer({ headerRows, headerJoin = ' ' }: CsvDialect) {
  const last = headerRows && Math.max(...headerRows)
  const upper: (readonly string[])[] = []
  return {
    take(cells: readonly string[], row: number): readonly string[] | undefined {
      if (last === undefined) return cells
      if (row < last) {
        if (headerRows?.includes(row)) upper.push(cells)
        return undefined
      }
      return cells.map((cell, index) => joined([...upper.map((one) => spread(one, index)), cell.trim()], headerJoin))
    },
  }
}

/** Does the file begin with data? Then the schema names its columns. */
export function isHeaderless({ header, headerRows }: CsvDialect): boolean {
  return header === false || headerRows?.length === 0
}

function spread(cells: readonly string[], index: number): string {
  return (
    cells
      .slice(0, index + 1)
      .findLast((cell) => cell.trim() !== '')
      ?.trim() ?? ''
  )
}

function joined(parts: readonly string[], sign: string): string {
  const own = parts.filter((part, index) => part !== '' && part !== parts[index - 1])
  return own.join(sign)
}
