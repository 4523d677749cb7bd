/** A column as releases compare it: what of its definition others may rely on. */
export interface ComparedColumn {
  readonly name: string
  readonly type: string
  readonly format?: string | undefined
  readonly constraints?: Readonly<Record<string, unknown>> | undefined
}

/** A table to compare: cells in the order of the columns, as text. */
export interface ComparedTable {
  readonly columns: readonly ComparedColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** One cell of a row that both tables have. `old` is absent where the column is new. */
export interface CellChange {
  readonly column: string
  readonly old?: string | undefined
  readonly new: string
}

/** A row that both tables have, by the values of its key, with the cells that differ. */
export interface RowChange {
  readonly key: readonly string[]
  readonly cells: readonly CellChange[]
}

export interface ColumnChanges {
  /** The names of the old and of the new table, in their order. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Another type or format. */
  readonly retyped: readonly { readonly column: string; readonly old: string; readonly new: string }[]
  /** Columns that stayed have changed places. */
  readonly moved: boolean
}

/** What turns one table into the next. Rows that came or went are whole, in the order of their own table's columns. */
export interface TableDiff {
  /** The columns by which rows were recognised; none: only equal rows are the same row. */
  readonly key: readonly string[]
  readonly columns: ColumnChanges
  readonly added: readonly (readonly string[])[]
  readonly removed: readonly (readonly string[])[]
  readonly changed: readonly RowChange[]
}

/**
 * Compares two states of a table. Rows are recognised by the first of `keys` whose columns stand in both tables and
 * whose values are unique in both; otherwise a row is the same only where all its cells are. The order of rows says
 * nothing in either case.
 */
export function diffTables(
  before: ComparedTable,
  after: ComparedTable,
  keys: readonly (readonly string[])[],
): TableDiff {
  const columns = columnChanges(before.columns, after.columns)
  for (const key of keys) {
    const [old, now] = [rowsByKey(before, key), rowsByKey(after, key)]
    if (old && now) return { key, columns, ...keyedRows(before, after, old, now, key) }
  }
  return { key: [], columns, ...wholeRows(before, after) }
}

/** Nothing differs, neither rows nor columns. */
export function isEmptyDiff({ columns, added, removed, changed }: TableDiff): boolean {
  return added.length + removed.length + changed.length === 0 && !hasColumnChanges(columns)
}

export function hasColumnChanges({ added, removed, retyped, moved }: ColumnChanges): boolean {
  return added.length + removed.length + retyped.length > 0 || moved
}

/** The values of the key in a row that came or went; the whole row where there is no key. */
export function keyOfRow(
  { key, columns }: TableDiff,
  row: readonly string[],
  side: 'before' | 'after',
): readonly string[] {
  return key.length === 0 ? row : key.map((name) => row[columns[side].indexOf(name)] ?? '')
}

function columnChanges(before: readonly ComparedColumn[], after: readonly ComparedColumn[]): ColumnChanges {
  const [old, now] = [names(before), names(after)]
  const stayed = old.filter((name) => now.includes(name))
  const order = now.filter((name) => old.includes(name))
  const retyped = after.flatMap((column) => {
    const earlier = before.find(({ name }) => name === column.name)
    const [was, is] = [earlier && typeOf(earlier), typeOf(column)]
    return was === undefined || was === is ? [] : [{ column: column.name, old: was, new: is }]
  })
  return {
    before: old,
    after: now,
    added: now.filter((name) => !old.includes(name)),
    removed: old.filter((name) => !now.includes(name)),
    retyped,
    moved: stayed.some((name, index) => name !== order[index]),
  }
}

function typeOf({ type, format }: ComparedColumn): string {
  return format === undefined || format === 'default' ? type : `${type} (${format})`
}

type Rows = Pick<TableDiff, 'added' | 'removed' | 'changed'>

function keyedRows(
  before: ComparedTable,
  after: ComparedTable,
  old: ReadonlyMap<string, readonly string[]>,
  now: ReadonlyMap<string, readonly string[]>,
  key: readonly string[],
): Rows {
  const earlier = names(before.columns)
  const pairs = names(after.columns).map((column, index) => ({ column, index, from: earlier.indexOf(column) }))
  const keyAt = indexesOf(after, key)
  const changed: RowChange[] = []
  for (const [id, row] of now) {
    const was = old.get(id)
    if (!was) continue
    const cells = pairs.flatMap(({ column, index, from }): CellChange[] => {
      const value = row[index] ?? ''
      if (from === -1) return value === '' ? [] : [{ column, new: value }]
      const earlierValue = was[from] ?? ''
      return earlierValue === value ? [] : [{ column, old: earlierValue, new: value }]
    })
    if (cells.length > 0) changed.push({ key: keyAt.map((index) => row[index] ?? ''), cells })
  }
  return {
    added: [...now].flatMap(([id, row]) => (old.has(id) ? [] : [row])),
    removed: [...old].flatMap(([id, row]) => (now.has(id) ? [] : [row])),
    changed,
  }
}

/** Equal rows stand against each other one by one; with other columns no row is equal to any. */
function wholeRows(before: ComparedTable, after: ComparedTable): Rows {
  const earlier = names(before.columns)
  const order = names(after.columns).map((name) => earlier.indexOf(name))
  const isComparable = order.length === earlier.length && !order.includes(-1)
  if (!isComparable) return { added: after.rows, removed: before.rows, changed: [] }
  const left = new Map<string, number>()
  for (const row of before.rows) {
    const text = JSON.stringify(order.map((index) => row[index] ?? ''))
    left.set(text, (left.get(text) ?? 0) + 1)
  }
  const take = (row: readonly string[]) => {
    const text = JSON.stringify(order.map((_, index) => row[index] ?? ''))
    const count = left.get(text) ?? 0
    if (count > 0) left.set(text, count - 1)
    return count > 0
  }
  const added = after.rows.filter((row) => !take(row))
  // What is left over is removed: of rows that stood there several times, the last ones.
  const removed: (readonly string[])[] = []
  for (const row of [...before.rows].reverse()) {
    const text = JSON.stringify(order.map((index) => row[index] ?? ''))
    const count = left.get(text) ?? 0
    if (count === 0) continue
    left.set(text, count - 1)
    removed.push(row)
  }
  return { added, removed: removed.reverse(), changed: [] }
}

/** Undefined where a column of the key is missing, or two rows have the same key. */
function rowsByKey(table: ComparedTable, key: readonly string[]): Map<string, readonly string[]> | undefined {
  const indexes = indexesOf(table, key)
  if (key.length === 0 || indexes.includes(-1)) return undefined
  const rows = new Map<string, readonly string[]>()
  for (const row of table.rows) {
    const values = indexes.map((index) => row[index] ?? '')
    rows.set(values.length === 1 ? (values[0] ?? '') : JSON.stringify(values), row)
  }
  return rows.size === table.rows.length ? rows : undefined
}

function indexesOf(table: ComparedTable, key: readonly string[]): number[] {
  const all = names(table.columns)
  return key.map((name) => all.indexOf(name))
}

function names(columns: readonly ComparedColumn[]): string[] {
  return columns.map(({ name }) => name)
}
