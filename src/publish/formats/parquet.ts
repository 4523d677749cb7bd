import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Table } from '../../model/data/dataset.ts'
import { downloadFormats } from './catalogue.ts'
import type { Output } from './output.ts'
import { type ColumnFacts, noFacts, type ParquetType, parquetType, survey } from './parquet-type.ts'
import type { OpenFile, TableSink, WrittenFile } from './table-sink.ts'
import { type TypedColumn, typedColumns } from './typed-column.ts'

/** A browser that filters reads single row groups by Range; larger groups save little more space. */
const groupRows = 20_000

/** Up to this many rows a table is one file. */
export const onePartRows = 100_000

/** What a part may take as CSV. Parquet is rarely larger, so no part passes the 25 MiB that common hosts allow. */
const partBytes = 24 * 2 ** 20

export interface ParquetSink extends TableSink {
  /**
   * What the cells of each column needed, once there are files; undefined when a late cell did not fit the type that
   * earlier ones were written in. Then the rows have to come once more, to a sink that is given the `facts`.
   */
  readonly facts: readonly ColumnFacts[]
  isOutgrown(): boolean
}

/**
 * Writes a table as Parquet: one file, or above 100,000 rows parts `<table>-0001.parquet` … Rows keep the order of the
 * CSV; columns have the types of their schema and are null where a value is missing; names, titles and units stand in
 * the key-value metadata. Keeps one row group in memory.
 */
export function parquetSink(
  table: Table,
  metadata: Readonly<Record<string, string>>,
  open: OpenFile,
  known?: readonly ColumnFacts[],
): ParquetSink {
  const columns = typedColumns(table)
  const facts = known ?? columns.map(noFacts)
  const surveys = columns.map((column, index) => survey(column, facts[index] ?? noFacts()))
  const kvMetadata = toKeyValues({ ...metadata, columns: JSON.stringify(columns.map(describe)) })
  const stem = table.path.replace(/\.csv$/, '')
  const rowsOfPart = partRows(table)
  let group: string[][] = columns.map(() => [])
  let types: readonly ParquetType[] | undefined
  let outgrown = false
  let part: Part | undefined
  const files: WrittenFile[] = []

  function nameOfPart(): string {
    if (table.summary.rows <= onePartRows) return `${stem}.parquet`
    return `${stem}-${String(files.length + 1).padStart(4, '0')}.parquet`
  }

  async function closePart() {
    if (part) files.push(await part.close())
    part = undefined
  }

  async function flush() {
    const fitting = columns.map((column, index) => parquetType(column, facts[index] ?? noFacts()))
    types ??= fitting
    outgrown ||= fitting.some(({ id }, index) => id !== types?.[index]?.id)
    const [cells, chosen] = [group, types]
    group = columns.map(() => [])
    if (outgrown) return
    part ??= openPart(nameOfPart(), chosen, kvMetadata, open)
    await part.write(columns, cells)
    if (part.rows >= rowsOfPart) await closePart()
  }

  return {
    facts,
    isOutgrown: () => outgrown,
    async rows(rows) {
      for (const row of rows) {
        for (let index = 0; index < columns.length; index += 1) {
          const cell = row[index] ?? ''
          group[index]?.push(cell)
          if (!columns[index]?.isMissing(cell)) surveys[index]?.(cell)
        }
        if (group[0]?.length === groupRows) await flush()
      }
    },
    async end() {
      if (group[0]?.length || (files.length === 0 && !part)) await flush()
      await closePart()
      return files
    },
  }
}

interface Part {
  readonly rows: number
  write(columns: readonly TypedColumn[], cells: readonly (readonly string[])[]): Promise<void>
  close(): Promise<WrittenFile>
}

function openPart(
  name: string,
  types: readonly ParquetType[],
  kvMetadata: { key: string; value: string }[],
  open: OpenFile,
): Part {
  const output = open(name)
  const buffer = new ByteWriter()
  const writer = new ParquetWriter({
    writer: buffer,
    schema: [{ name: 'root', num_children: types.length }, ...types.map(({ element }) => element)],
    kvMetadata,
    createdBy: 'gongbao version 1',
  })
  let rows = 0
  return {
    get rows() {
      return rows
    },
    async write(columns, cells) {
      const columnData = types.map(({ element, encode }, index) => ({
        name: element.name,
        data: (cells[index] ?? []).map((cell) => (columns[index]?.isMissing(cell) ? null : encode(cell))),
      }))
      // The library counts rows by the first column and leaves a table without rows alone.
      rows += cells[0]?.length ?? 0
      await writer.write({ columnData, rowGroupSize: groupRows })
      await drain(buffer, output)
    },
    async close() {
      await writer.finish()
      await drain(buffer, output)
      return { name, format: downloadFormats['{table}.parquet'].label, rows, ...(await output.close()) }
    },
  }
}

/** Hands over what was written so far; the writer keeps counting offsets from the start of the file. */
async function drain(buffer: ByteWriter, output: Output): Promise<void> {
  const bytes = buffer.getBytes().slice()
  buffer.index = 0
  await output.put(bytes)
}

function partRows({ summary: { rows, bytes } }: Table): number {
  if (rows <= onePartRows) return Number.POSITIVE_INFINITY
  return Math.max(1, Math.floor(partBytes / (bytes / rows) / groupRows)) * groupRows
}

function describe({ name, title, unit, description }: TypedColumn) {
  return { name, title, unit, description }
}

function toKeyValues(values: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(values).map(([key, value]) => ({ key, value }))
}
