import { badForeignKey, brokenReference, duplicateKey } from '../../issues/csvw.ts'
import type { Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { clip } from './clip.ts'
import type { Context } from './fields.ts'
import type { Table } from './metadata.ts'
import type { ForeignKey } from './schema.ts'

/** One row as keys see it: values and texts of columns by name. */
export interface KeyRow {
  readonly key: (column: string) => string | undefined
  readonly text: (column: string) => string
  readonly line: number
  readonly place: (column: string) => Place
}

/** How many rows are remembered for one value that refers to nothing. */
const maxPlaces = 20

interface Link {
  readonly foreignKey: ForeignKey
  readonly target: Table
  readonly values: Map<string, { readonly text: string; readonly places: Place[] }>
}

/**
 * Follows the keys of a group of tables: rows are added as they are read, references are judged at the end.
 * Keeps one entry for each different value of a key. An empty cell in a foreign key is a reference to nothing: the
 * specification asks for a referenced row for each row (Model for Tabular Data §6.6), and its tests 034 and 035 too.
 */
export function createKeys(tables: readonly Table[], nameOf: (url: string) => string, report: Context['report']) {
  const primary = new Map<Table, Map<string, number>>()
  const links = new Map<Table, Link[]>()
  const counts = new Map<
    Table,
    Map<string, { readonly columns: readonly string[]; readonly rows: Map<string, number> }>
  >()
  const targets = targetsOf(tables)
  for (const table of tables) {
    for (const foreignKey of table.schema?.foreignKeys ?? []) {
      const target = findTarget(foreignKey, targets, report)
      if (!target) continue
      const own = links.get(table) ?? []
      own.push({ foreignKey, target, values: new Map() })
      links.set(table, own)
      const wanted = counts.get(target) ?? new Map()
      const columns = foreignKey.referenced
      counts.set(target, wanted.set(JSON.stringify(columns), { columns, rows: new Map() }))
    }
  }

  /** The columns of a table that some key needs. */
  function columnsOf(table: Table): ReadonlySet<string> {
    const own = (links.get(table) ?? []).flatMap(({ foreignKey }) => foreignKey.columns)
    const wanted = [...(counts.get(table)?.values() ?? [])].flatMap(({ columns }) => columns)
    return new Set([...(table.schema?.primaryKey ?? []), ...own, ...wanted])
  }

  function add(table: Table, row: KeyRow): void {
    checkPrimary(table, row)
    for (const { columns, rows } of counts.get(table)?.values() ?? []) {
      const key = joined(columns, row)
      if (key !== undefined) rows.set(key, (rows.get(key) ?? 0) + 1)
    }
    for (const { foreignKey, values } of links.get(table) ?? []) {
      const key = joined(foreignKey.columns, row) ?? ''
      const place = row.place(foreignKey.columns[0] ?? '')
      const known = values.get(key)
      if (!known) values.set(key, { text: clip(foreignKey.columns.map(row.text).join(', ')), places: [place] })
      else if (known.places.length < maxPlaces) known.places.push(place)
    }
  }

  function checkPrimary(table: Table, row: KeyRow): void {
    const columns = table.schema?.primaryKey ?? []
    if (columns.length === 0) return
    const key = columns.length === 1 ? (row.key(columns[0] ?? '') ?? '\0') : rowKey(columns, row)
    const seen = primary.get(table) ?? new Map<string, number>()
    primary.set(table, seen)
    const line = seen.get(key)
    if (line === undefined) return void seen.set(key, row.line)
    const params = { columns: columns.join(', '), value: clip(columns.map(row.text).join(', ')), line }
    report(issue(duplicateKey, row.place(columns[0] ?? ''), params))
  }

  function end(): void {
    for (const { foreignKey, target, values } of [...links.values()].flat()) {
      const found = counts.get(target)?.get(JSON.stringify(foreignKey.referenced))?.rows
      for (const [key, { text, places }] of values) {
        const rows = found?.get(key) ?? 0
        if (rows === 1) continue
        const isEmpty = key === ''
        const params = { columns: foreignKey.columns.join(', '), value: text, table: nameOf(target.url), rows, isEmpty }
        for (const place of places) report(issue(brokenReference, place, params))
      }
    }
  }

  return { columnsOf, add, end }
}
export type Keys = ReturnType<typeof createKeys>

function rowKey(columns: readonly string[], row: KeyRow): string {
  return JSON.stringify(columns.map((column) => row.key(column) ?? null))
}

/** Values of columns as one text; nothing when one of them is empty. */
function joined(columns: readonly string[], row: KeyRow): string | undefined {
  const keys = columns.map(row.key)
  return keys.includes(undefined) ? undefined : JSON.stringify(keys)
}

interface Targets {
  readonly resource: ReadonlyMap<string | undefined, readonly Table[]>
  readonly schemaReference: ReadonlyMap<string | undefined, readonly Table[]>
}

function targetsOf(tables: readonly Table[]): Targets {
  return {
    resource: Map.groupBy(tables, (table) => table.url),
    schemaReference: Map.groupBy(tables, (table) => table.schema?.id),
  }
}

function findTarget(foreignKey: ForeignKey, targets: Targets, report: Context['report']): Table | undefined {
  const { by, url, at } = foreignKey.table
  const found = targets[by].get(url) ?? []
  const [target] = found
  if (!target || found.length > 1) {
    const reason = target
      ? { zh: `有多张表使用这个 schema，不知道引用哪一张`, en: 'More than one table has this schema' }
      : { zh: '元数据里没有这张被引用的表', en: 'The metadata has no such table' }
    report(issue(badForeignKey, at, { reason }))
    return undefined
  }
  const missing = foreignKey.referenced.find((name) => !target.schema?.columns.some((column) => column.name === name))
  if (missing === undefined) return target
  const reason = { zh: `被引用的表没有 name 为“${missing}”的列`, en: `The table has no column named “${missing}”` }
  report(issue(badForeignKey, foreignKey.referencedAt, { reason }))
  return undefined
}
