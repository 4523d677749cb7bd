import type { ParquetScan } from 'hyparquet'
import type { QueryTable } from '../../publish/query/query-table.ts'
import { type Column, type ColumnBuilder, columnBuilder } from './column.ts'
import { csvStream } from './csv-stream.ts'
import { rangeFile } from './range-file.ts'

/** A published table; its columns are fetched when they are asked for, each of them once. */
export interface OpenTable {
  readonly table: QueryTable
  readonly rows: number
  columns(names: readonly string[]): Promise<ReadonlyMap<string, Column>>
  /** All columns of some rows, the first of which has number 0 in them; only what holds these rows is fetched. */
  part(from: number, to: number): Promise<ReadonlyMap<string, Column>>
}

export interface OpenOptions {
  /** Path under which the site stands, e.g. "/gongbao"; files are named without it. */
  readonly base: string
  readonly fetcher?: typeof fetch
}

/**
 * From Parquet, column by column by Range; from the CSV, read once as a stream, where there is no Parquet or a host
 * does not send it as it is.
 */
export function openTable(table: QueryTable, options: OpenOptions): OpenTable {
  const fromCsv = csvLoader(table, options)
  const fromParquet = table.parquet.length > 0 ? parquetLoader(table, options) : fromCsv
  const load: Loader = (...asked) => fromParquet(...asked).catch(() => fromCsv(...asked))
  const loaded = new Map<string, Promise<Column>>()
  return {
    table,
    rows: table.rows,
    async columns(names) {
      const entries = names.map(async (name) => {
        const column = loaded.get(name) ?? load(name, 0, table.rows)
        loaded.set(name, column)
        // A failed request may be tried again.
        column.catch(() => loaded.delete(name))
        return [name, await column] as const
      })
      return new Map(await Promise.all(entries))
    },
    async part(from, to) {
      const entries = table.columns.map(async ({ name }) => [name, await load(name, from, to)] as const)
      return new Map(await Promise.all(entries))
    },
  }
}

/** The values of one column in the rows from `from` to before `to`. */
type Loader = (name: string, from: number, to: number) => Promise<Column>

/** Enough for the footer of most files; a longer one takes one request more. */
const footer = 32 * 1024

function parquetLoader(table: QueryTable, { base, fetcher = fetch }: OpenOptions): Loader {
  const scans = once(async () => {
    const { parquetMetadataAsync, parquetScan } = await import('hyparquet')
    return Promise.all(
      table.parquet.map(async ({ path, bytes }) => {
        const file = rangeFile(base + path, bytes, fetcher)
        const metadata = await parquetMetadataAsync(file, { initialFetchSize: footer })
        return parquetScan({ file, metadata, useOffsetIndex: false })
      }),
    )
  })
  return async (name, from, to) => {
    const builder = builderOf(table, name)
    let before = 0
    for (const scan of await scans()) {
      await readRows(scan, name, from - before, to - before, builder)
      before += Number(scan.metadata.num_rows)
    }
    return builder.finish()
  }
}

/** `from` and `to` count from the first row of the file; they may lie outside of it. */
async function readRows(scan: ParquetScan, column: string, from: number, to: number, builder: ColumnBuilder) {
  for (const range of scan.ranges) {
    const rowStart = Math.max(from, range.rowStart)
    const rowEnd = Math.min(to, range.rowEnd)
    if (rowStart >= rowEnd) continue
    const values = await scan.readColumn({ column, rowStart, rowEnd })
    for (let index = 0; index < values.length; index += 1) builder.push(values[index])
  }
}

function csvLoader(table: QueryTable, options: OpenOptions): Loader {
  const read = once(() => readCsv(table, options))
  return async (name, from, to) => {
    const column = (await read()).get(name)
    if (!column) throw new Error(`${table.name} has no column ${name}`)
    return column.kind === 'text'
      ? { ...column, codes: column.codes.subarray(from, to) }
      : { ...column, numbers: column.numbers.subarray(from, to) }
  }
}

async function readCsv(table: QueryTable, { base, fetcher = fetch }: OpenOptions): Promise<Map<string, Column>> {
  const response = await fetcher(base + table.csv.path)
  if (!response.ok || !response.body) throw new Error(`${response.status} ${table.csv.path}`)
  let header: string[] | undefined
  let rows = 0
  let builders: ColumnBuilder[] = []
  const stream = csvStream((cells) => {
    if (header) {
      rows += 1
      for (const [index, builder] of builders.entries()) builder.push(cells[index] ?? '')
    } else {
      header = [...cells]
      builders = header.map((name) => builderOf(table, name))
    }
  })
  const decoder = new TextDecoder()
  const reader = response.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    stream.push(decoder.decode(next.value, { stream: true }))
  }
  stream.push(decoder.decode())
  stream.end()
  if (rows !== table.rows) throw new Error(`${table.csv.path}: ${rows} rows, expected ${table.rows}`)
  return new Map((header ?? []).map((name, index) => [name, builders[index]?.finish() as Column]))
}

function builderOf(table: QueryTable, name: string): ColumnBuilder {
  const column = table.columns.find((one) => one.name === name)
  return columnBuilder(column?.type ?? 'string', column?.missing)
}

/** The same promise for all who ask, until it fails. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
