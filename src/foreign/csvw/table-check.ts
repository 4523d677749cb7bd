import { badBytes, badQuote, beyondLimit, outOfBounds, requiredCell, rowLength, wrongType } from '../../issues/csvw.ts'
import type { Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { ReadCell } from './cell.ts'
import { cellReader } from './cell.ts'
import { clip } from './clip.ts'
import { columnName } from './column.ts'
import type { Dialect } from './dialect.ts'
import { defaultDialect, encodingOf } from './dialect.ts'
import type { Context } from './fields.ts'
import { compareHeader } from './header.ts'
import type { Inherited } from './inherited.ts'
import { inherit } from './inherited.ts'
import type { Keys } from './keys.ts'
import type { Table } from './metadata.ts'
import type { Row, RowFault } from './rows.ts'
import { cellPlace, maxRowLength, rowReader } from './rows.ts'

/** The bytes of a table and what its server said of them. */
export interface TableSource {
  readonly open: () => AsyncIterable<Uint8Array>
  readonly contentType?: string | undefined
}

interface CheckedColumn {
  readonly name: string
  /** As messages call it: by its header. */
  readonly label: string
  readonly described: Inherited
  readonly read: (text: string) => ReadCell
}

/** Reads a table once, from its bytes, and reports every cell and row that its description does not allow. */
export async function checkTable(
  table: Table,
  source: TableSource,
  file: string,
  keys: Keys,
  report: Context['report'],
): Promise<void> {
  const dialect = table.dialect ?? dialectOf(source.contentType)
  const headers: Row[] = []
  const keyed = keys.columnsOf(table)
  let columns: readonly CheckedColumn[] | undefined
  let indexes: ReadonlyMap<string, number> = new Map()
  let width = 0
  let hasBadBytes = false
  const reader = rowReader(dialect, { row, fault })
  const decoder = new TextDecoder(dialect.encoding)
  for await (const chunk of source.open()) reader.write(decoder.decode(chunk, { stream: true }))
  reader.write(decoder.decode())
  reader.end()
  if (columns === undefined) begin(headers.length > 0 ? undefined : [])

  function row(found: Row): void {
    if (headers.length < dialect.headerRowCount) return void headers.push(found)
    const cells = found.cells.slice(dialect.skipColumns)
    const isBlank = cells.every((cell) => cell === '')
    if (isBlank && (dialect.skipBlankRows || found.raw === '')) return
    checkRow(found, cells, columns ?? begin(cells))
  }

  /** Compares the header, or the number of cells where there is none, before the first row. */
  function begin(firstRow: readonly string[] | undefined): readonly CheckedColumn[] {
    const parts = headers.map((one) => one.cells.slice(dialect.skipColumns))
    width = headers.length > 0 ? Math.max(...parts.map((cells) => cells.length)) : (firstRow?.length ?? 0)
    const titles = Array.from({ length: width }, (_, index) =>
      parts.flatMap((cells) => (cells[index] === undefined || cells[index].trim() === '' ? [] : [cells[index]])),
    )
    const first = headers[0]
    const placeOf = (index: number) => (first ? place(first, index) : { file, line: 1, column: 1 })
    // A file without any row has nothing to compare, unless a header was promised.
    if (table.schema && (width > 0 || dialect.headerRowCount > 0)) {
      const language = table.inherited.lang ?? 'und'
      compareHeader(table.schema.columns, { titles, language, placeOf }, report)
    }
    columns = checkedColumns(table, titles, keyed)
    // The first of a name, where a faulty header has it twice.
    indexes = new Map(columns.map(({ name }, index): [string, number] => [name, index]).reverse())
    return columns
  }

  function checkRow(found: Row, cells: readonly string[], checked: readonly CheckedColumn[]): void {
    if (cells.length !== width) {
      const at = place(found, Math.min(cells.length, width))
      report(issue(rowLength, at, { found: cells.length, columns: width }))
    }
    if (!hasBadBytes && found.raw.includes('\uFFFD')) {
      hasBadBytes = true
      report(issue(badBytes, { file, line: found.line, column: 1 }, { encoding: dialect.encoding }))
    }
    // Columns that the header does not have were reported with it.
    const values = checked.slice(0, width).map((column, index) => checkCell(found, index, cells[index] ?? '', column))
    if (keyed.size === 0) return
    const indexOf = (name: string) => indexes.get(name) ?? -1
    keys.add(table, {
      key: (name) => values[indexOf(name)],
      text: (name) => cells[indexOf(name)] ?? '',
      line: found.line,
      place: (name) => place(found, indexOf(name)),
    })
  }

  /** Reports what is wrong with a cell; returns the key of its value. */
  function checkCell(found: Row, index: number, text: string, column: CheckedColumn): string | undefined {
    const { key, faults } = column.read(text)
    for (const one of faults) {
      const at = place(found, index)
      if (one.type === 'required') report(issue(requiredCell, at, { column: column.label }))
      else if (one.type === 'limit') {
        const { constraint, limit } = one
        report(issue(outOfBounds, at, { value: clip(one.value), constraint, limit, column: column.label }))
      } else {
        const { base, format } = column.described.datatype ?? {}
        report(
          issue(wrongType, at, {
            value: clip(one.value),
            column: column.label,
            datatype: base?.name ?? 'string',
            format,
          }),
        )
      }
    }
    return key
  }

  function fault({ type, line, column }: RowFault): void {
    if (type === 'too-long') {
      const params = { what: { zh: '一行的字符数', en: 'characters in a row' }, limit: String(maxRowLength) }
      report(issue(beyondLimit, { file, line, column }, params))
      return
    }
    const reason =
      type === 'unclosed'
        ? { zh: '这里的引号没有配对', en: 'This quote is never closed' }
        : { zh: '引号在单元格中间', en: 'There is a quote inside a cell' }
    report(issue(badQuote, { file, line, column }, { reason }))
  }

  function place(found: Row, index: number): Place {
    return { file, ...cellPlace(found, index + dialect.skipColumns, dialect) }
  }
}

/** The columns described, or those of the header where there is no schema. */
function checkedColumns(
  table: Table,
  titles: readonly (readonly string[])[],
  keyed: ReadonlySet<string>,
): CheckedColumn[] {
  const { schema, inherited, language } = table
  if (!schema) {
    const read = cellReader(inherited, false)
    return titles.map((said, index) => {
      const name = said[0] ?? `_col.${index + 1}`
      return { name, label: name, described: inherited, read }
    })
  }
  const outer = inherit(schema.own, inherited)
  return schema.columns
    .filter((column) => !column.isVirtual)
    .map((column, index) => {
      const described = inherit(column.own, outer)
      const name = columnName(column, index + 1, language)
      return { name, label: titles[index]?.[0] ?? name, described, read: cellReader(described, keyed.has(name)) }
    })
}

/** What the media type of a file says about its dialect (Model for Tabular Data §6.1). */
function dialectOf(contentType = ''): Dialect {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim())
  const parameter = (name: string) =>
    parameters
      .find((one) => one.toLowerCase().startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .replaceAll('"', '')
  return {
    ...defaultDialect,
    delimiter: type.toLowerCase() === 'text/tab-separated-values' ? '\t' : defaultDialect.delimiter,
    headerRowCount: parameter('header') === 'absent' ? 0 : defaultDialect.headerRowCount,
    encoding: encodingOf(parameter('charset')) ?? defaultDialect.encoding,
  }
}
