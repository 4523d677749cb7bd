import type { Table } from '../../model/data/dataset.ts'
import { toCsv } from './csv-text.ts'
import type { OpenFile, Rows, TableSink } from './table-sink.ts'
import { type TypedColumn, typedColumns } from './typed-column.ts'

/** A format made of text that is written row after row: what stands before, the rows of a batch, and what stands after. */
export interface TextFormat {
  readonly head: string
  rows(rows: Rows): string
  tail(): string
}

/** Writes a table in a text format; whoever else wants its bytes gets them as well. */
export function textSink(
  format: TextFormat,
  {
    name,
    label,
    open,
    also,
  }: {
    readonly name: string
    readonly label: string
    readonly open: OpenFile
    readonly also?: ((bytes: Uint8Array) => Promise<void>) | undefined
  },
): TableSink {
  const output = open(name)
  let count = 0
  const encoder = new TextEncoder()
  const put = async (text: string) => {
    const bytes = encoder.encode(text)
    await output.put(bytes)
    await also?.(bytes)
  }
  let before = format.head
  return {
    async rows(rows) {
      count += rows.length
      await put(before + format.rows(rows))
      before = ''
    },
    async end() {
      await put(before + format.tail())
      return [{ name, format: label, rows: count, ...(await output.close()) }]
    },
  }
}

/** The canonical CSV: UTF-8 without BOM, LF, quotes only where they are needed, columns by their names. */
export function csvFormat(table: Table): TextFormat {
  return { head: toCsv([table.header]), rows: toCsv, tail: () => '' }
}

/** One JSON object a line, by https://github.com/ndjson/ndjson-spec. */
export function ndjsonFormat(table: Table): TextFormat {
  const line = jsonLine(table)
  return { head: '', rows: (rows) => rows.map((cells) => `${line(cells)}\n`).join(''), tail: () => '' }
}

/** One JSON array of the same objects, one a line. */
export function jsonFormat(table: Table): TextFormat {
  const line = jsonLine(table)
  let before = ''
  return {
    head: '[',
    rows(rows) {
      if (rows.length === 0) return ''
      const text = `${before}\n${rows.map(line).join(',\n')}`
      before = ','
      return text
    },
    tail: () => (before === '' ? ']\n' : '\n]\n'),
  }
}

/** Numbers and booleans as such, missing values as null; a number keeps every digit it has in the table. */
function jsonLine(table: Table): (cells: readonly string[]) => string {
  const columns = typedColumns(table).map((column) => ({
    key: `${JSON.stringify(column.name)}:`,
    isMissing: column.isMissing,
    value: jsonValue(column),
  }))
  return (cells) => {
    let text = '{'
    columns.forEach(({ key, isMissing, value }, index) => {
      const cell = cells[index] ?? ''
      text += (index === 0 ? '' : ',') + key + (isMissing(cell) ? 'null' : value(cell))
    })
    return `${text}}`
  }
}

function jsonValue({ kind, digits, truth }: TypedColumn): (text: string) => string {
  switch (kind) {
    case 'number':
    case 'integer':
    case 'year':
      return (text) => digits(text) ?? JSON.stringify(text)
    case 'boolean':
      return (text) => String(truth(text) ?? JSON.stringify(text))
    default:
      return JSON.stringify
  }
}
