import type { Release } from '../../model/release/release.ts'
import { reasonFor } from '../../model/release/release-reasons.ts'
import { keyOfRow, type TableDiff } from '../../model/release/table-diff.ts'

/** What a figure was from the day of a release on. */
export interface FigureState {
  readonly version: string
  readonly on: string
  /** The day of the release that changed it again; absent: it still stands. */
  readonly until?: string | undefined
  /** Absent where the row was taken away. */
  readonly value?: string | undefined
  readonly reason?: string | undefined
}

/** A published cell that a later release changed, with all its values, the oldest first. */
export interface RevisedFigure {
  readonly table: string
  /** Columns of the key and their values: what makes the row itself. */
  readonly key: Readonly<Record<string, string>>
  readonly column: string
  readonly states: readonly FigureState[]
}

/** Every figure that was revised after it had been published; of releases newest first, as a dataset holds them. */
export function revisedFigures(releases: readonly Release[]): RevisedFigure[] {
  const figures: Figures = new Map()
  /** Since when a row, or a cell that was blank before, says what it says. */
  const born = new Map<string, Release>()
  const inOrder = [...releases].reverse()
  const [first] = inOrder
  for (const release of inOrder) {
    const { version, on, reasons } = release
    for (const { table, diff } of release.changes.tables) {
      if (!diff || diff.key.length === 0) continue
      for (const row of diff.added) born.set(rowId(table, diff, keyOfRow(diff, row, 'after')), release)
      for (const { key, cells } of diff.changed) {
        for (const { column, old, new: value } of cells) {
          const id = JSON.stringify([rowId(table, diff, key), column])
          const known = figures.get(id)
          if (!known && !old) {
            born.set(id, release)
            continue
          }
          const since = born.get(id) ?? born.get(rowId(table, diff, key)) ?? first ?? release
          const states: FigureState[] = known?.states ?? [{ version: since.version, on: since.on, value: old }]
          const reason = reasonFor({ table, row: key, column }, reasons)?.text
          const before = states.pop()
          if (before) states.push({ ...before, until: on })
          states.push({ version, on, value, reason })
          figures.set(id, { figure: { table, key: record(diff.key, key), column }, states })
        }
      }
      endRemoved(figures, release, table, diff)
    }
  }
  return [...figures.values()].map(({ figure, states }) => ({ ...figure, states }))
}

/** Finds the figure of a cell among those revised. `cellOf` gives the other cells of its row. */
export function revisionFinder(figures: readonly RevisedFigure[]) {
  const byCell = new Map<string, RevisedFigure>()
  const keys = new Map<string, readonly string[]>()
  for (const one of figures) {
    const columns = Object.keys(one.key)
    keys.set(JSON.stringify([one.table, columns]), columns)
    byCell.set(JSON.stringify([one.table, one.column, one.key]), one)
  }
  return (table: string, column: string, cellOf: (column: string) => string | undefined): RevisedFigure | undefined => {
    for (const [id, columns] of keys) {
      if (!id.startsWith(`[${JSON.stringify(table)},`)) continue
      const values = columns.map((name) => cellOf(name) ?? '')
      const found = byCell.get(JSON.stringify([table, column, record(columns, values)]))
      if (found) return found
    }
    return undefined
  }
}

type Figures = Map<string, { figure: Omit<RevisedFigure, 'states'>; states: FigureState[] }>

/** A figure whose row is gone ends with the release that took it away. */
function endRemoved(figures: Figures, { version, on, reasons }: Release, table: string, diff: TableDiff): void {
  const gone = new Set(diff.removed.map((row) => rowId(table, diff, keyOfRow(diff, row, 'before'))))
  if (gone.size === 0) return
  for (const { figure, states } of figures.values()) {
    const key = Object.values(figure.key)
    if (figure.table !== table || !gone.has(rowId(table, diff, key))) continue
    const reason = reasonFor({ table, row: key }, reasons)?.text
    const before = states.pop()
    if (before) states.push({ ...before, until: on }, { version, on, reason })
  }
}

function rowId(table: string, { key }: TableDiff, values: readonly string[]): string {
  return JSON.stringify([table, key, values])
}

function record(columns: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((name, index) => [name, values[index] ?? '']))
}
