import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import type { TableField } from '../../../src/model/data/dataset.ts'

/** A cell as another program reads it, in its words; `null` where there is no value. */
export type ReadCell = string | null

/** Cells of the canonical CSV or the one for Excel, text as it stands. */
export function readCsv(bytes: Buffer): string[][] {
  return parse(bytes, { bom: true, relax_column_count: false })
}

/** Takes the guard off a cell of the CSV for Excel. */
export function unguarded(cell: string): string {
  const constant = /^="([^"]*)"$/.exec(cell)
  return constant ? (constant[1] ?? '') : cell.replace(/^'/, '')
}

/** JSON as JSON.parse reads it, but numbers with all the digits they are written with. */
export function readJson(text: string): Record<string, ReadCell>[] {
  return JSON.parse(text, withDigits)
}

function withDigits(this: unknown, _key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value === 'number') return context?.source ?? String(value)
  return typeof value === 'boolean' ? String(value) : value
}

/** A sheet as read-excel-file reads it, from the first row of data on. */
export async function readWorkbookSheet(bytes: Buffer, sheet: number): Promise<ReadCell[][]> {
  const rows = await readSheet(bytes, sheet, { trim: false, parseNumber: (text: string) => ({ digits: text }) })
  return rows.slice(2).map((row) =>
    row.map((cell) => {
      if (cell === null) return null
      if (cell instanceof Date) return (cell as Date).toISOString().slice(0, 10)
      return typeof cell === 'object' && 'digits' in cell ? String(cell.digits) : String(cell)
    }),
  )
}

const duckdb = DuckDBInstance.create(':memory:', { threads: '1' })

/** What DuckDB answers to a query over files; they lie in the folder that `$DIR` stands for. */
export async function query(files: ReadonlyMap<string, Uint8Array>, sql: string): Promise<ReadCell[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-duckdb-'))
  const connection = await (await duckdb).connect()
  try {
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes)
    const reader = await connection.runAndReadAll(sql.replaceAll('$DIR', folder))
    return reader.getRows().map((row) => row.map((cell) => (cell === null ? null : String(cell))))
  } finally {
    connection.closeSync()
    await rm(folder, { recursive: true })
  }
}

/** What a cell of a column means, in one spelling for every format. A text that is not of the type means itself. */
export function meaningOf(field: TableField | undefined, cell: string): string {
  switch (field?.type) {
    case 'number':
    case 'integer':
    case 'year':
      return numberWords(cell)
    case 'datetime':
      return momentWords(cell)
    case 'boolean':
      if (field.trueValues?.includes(cell)) return 'true'
      return field.falseValues?.includes(cell) ? 'false' : cell
    default:
      return cell
  }
}

/** `1.50`, `+1.5` and `15e-1` are all `15e-1`: exact at any length. */
function numberWords(text: string): string {
  const found = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text)
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = found ?? []
  const digits = `${whole}${fraction}`
  if (digits === '') return text
  const plain = digits.replace(/0+$/, '')
  if (plain.replace(/^0+/, '') === '') return '0'
  const power = Number(exponent) - fraction.length + digits.length - plain.length
  return `${sign === '-' ? '-' : ''}${plain.replace(/^0+/, '')}e${power}`
}

/** A moment as seconds of UTC with its fraction: `2024-01-01T08:00:00+08:00` and `2024-01-01 00:00:00+00` are one. */
function momentWords(text: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,6}))?(Z|[+-]\d{2}(?::\d{2})?)?$/.exec(text)
  const [, date = '', clock = '', fraction = '', zone = 'Z'] = found ?? []
  const time = Date.parse(`${date}T${clock}${/^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone}`)
  return Number.isNaN(time) ? text : `${time / 1000}s ${fraction.padEnd(6, '0')}`
}
