import type { Database, SqlValue } from 'sql.js'
import type { QueryDataset } from '../../../publish/query/query-table.ts'
import { type Column, cellOf } from '../column.ts'

/** One table as SQLite gets it. */
export interface SqlTable {
  readonly name: string // as SQL writes it, without hyphens
  readonly rows: number
  readonly columns: readonly { readonly name: string; readonly type: string; readonly column: Column }[]
}

/** `commitment-items` → `commitment_items`: a name that needs no quotes. */
export function sqlName(name: string): string {
  return name.replace(/[^\p{L}\p{N}_]/gu, '_')
}

/** The registers that a dataset refers to, to join names with; a table of the dataset itself goes first. */
export function registerTables(dataset: QueryDataset): SqlTable[] {
  const own = new Set(dataset.tables.map(({ name }) => sqlName(name)))
  return Object.entries(dataset.names)
    .filter(([register]) => !own.has(register))
    .map(([register, names]) => {
      const ids = Object.keys(names)
      const texts: [string, readonly (string | undefined)[]][] = [
        [register === 'regions' ? 'code' : 'id', ids],
        ['name', Object.values(names)],
      ]
      if (register === 'regions') texts.push(['parent', ids.map((id) => dataset.parents[id])])
      if (register === 'indicators') {
        texts.push(['unit', ids.map((id) => dataset.indicators[id]?.unit)])
        texts.push(['kind', ids.map((id) => dataset.indicators[id]?.kind)])
      }
      return { name: register, rows: ids.length, columns: texts.map(([name, values]) => textColumn(name, values)) }
    })
}

/** Creates and fills the tables, then forbids changes: what is asked here is asked of published data. */
export function fillDatabase(database: Database, tables: readonly SqlTable[]): void {
  database.run('BEGIN')
  for (const { name, rows, columns } of tables) {
    const defined = columns.map(
      (column) => `${quoted(column.name)} ${column.column.kind === 'number' ? numberType(column.type) : 'TEXT'}`,
    )
    database.run(`CREATE TABLE ${quoted(name)} (${defined.join(', ')})`)
    const insert = database.prepare(`INSERT INTO ${quoted(name)} VALUES (${columns.map(() => '?').join(', ')})`)
    for (let row = 0; row < rows; row += 1) {
      insert.run(columns.map(({ column }): SqlValue => cellOf(column, row) ?? null))
    }
    insert.free()
  }
  database.run('COMMIT')
  database.run('PRAGMA query_only = 1')
}

function numberType(type: string): string {
  return type === 'number' ? 'REAL' : 'INTEGER'
}

function textColumn(name: string, values: readonly (string | undefined)[]): SqlTable['columns'][number] {
  const codes = Uint32Array.from(values, (_, index) => index + 1)
  return { name, type: 'string', column: { kind: 'text', codes, values: ['', ...values.map((value) => value ?? '')] } }
}

/** A name as SQL quotes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
