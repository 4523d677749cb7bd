import type { TableFile } from '../files.ts'
import { readTableRows } from './table-rows.ts'

/** A row that differs from what it must have been. `line` and `row` count from 1, `row` without the header; cells are joined by commas. */
export interface WrongRow {
  readonly row: number
  readonly line: number
  readonly was: string
  readonly is: string
}

/**
 * The first row in which a damaged CSV differs from another CSV of the same table, where one of the two may hold the
 * guards that keep spreadsheets from changing cells. Undefined where the rows are the same: then the bytes differ in
 * line ends, quotes or the header.
 */
export async function firstWrongRow(damaged: TableFile, whole: TableFile): Promise<WrongRow | undefined> {
  const [found, right] = [rowsOf(damaged), rowsOf(whole)]
  let line = 1
  for (let row = 0; ; row += 1) {
    const [a, b] = [await found.next(), await right.next()]
    if (a.done && b.done) return undefined
    const [is, was] = [a.value ?? [], b.value ?? []]
    if (line > 1 && !isSame(is, was)) return { row, line, was: text(was.map(withoutGuard)), is: text(is) }
    line += 1 + is.reduce((sum, cell) => sum + breaksIn(cell), 0)
  }
}

/** All records, the header first. */
async function* rowsOf(file: TableFile): AsyncGenerator<readonly string[], undefined> {
  const header = await headerOf(file)
  yield header
  for await (const batch of readTableRows({ header }, () => file.open())) yield* batch
}

/** Names of columns hold no line break and no comma. */
async function headerOf(file: TableFile): Promise<string[]> {
  const decoder = new TextDecoder()
  let head = ''
  for await (const chunk of file.open()) {
    head += decoder.decode(chunk, { stream: true })
    if (head.includes('\n')) break
  }
  return (head.split(/\r?\n/)[0] ?? '').split(',')
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, index) => withoutGuard(cell) === withoutGuard(b[index] ?? ''))
}

/** `="010100"` and `'=1+1` as spreadsheets are given them (`publish/formats/excel-csv.ts`). */
function withoutGuard(cell: string): string {
  return /^="(.*)"$/s.exec(cell)?.[1] ?? (cell.startsWith("'") ? cell.slice(1) : cell)
}

function breaksIn(cell: string): number {
  return cell.split('\n').length - 1
}

function text(cells: readonly string[]): string {
  const joined = cells.join(',')
  return joined.length > 120 ? `${joined.slice(0, 120)}…` : joined
}
