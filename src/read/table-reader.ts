import { missingTexts } from '../model/dataset.ts'
import { findInvisible } from '../model/invisible.ts'
import type { Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { cellCount } from '../model/issues/obs.ts'
import { blankRow, noHeader, recordTooLong, strayQuote, unclosedQuote } from '../model/issues/tbl.ts'
import { invisible } from '../model/issues/txt.ts'
import { findPersonalData } from '../model/personal-data.ts'
import type { CsvFault } from './csv.ts'
import { formOf } from './csv-dialect.ts'
import { cellOffset, maxRecordLength } from './csv-record.ts'
import type { IssueList } from './issue-list.ts'
import { personal } from './scan.ts'
import type { TableOptions, TableResult, TableRow } from './table.ts'
import type { CellCheck } from './table-cell.ts'
import { blanksFault, compileCell, formulaFault, isHiddenFormula } from './table-cell.ts'
import { columnStatistics } from './table-column.ts'
import { headGatherer, isHeaderless } from './table-head.ts'
import type { Header } from './table-header.ts'
import { readHeader } from './table-header.ts'
import { keySet, keyUses, ownText, uniqueRules } from './table-keys.ts'

/** Rows shown on the page of a dataset. */
const previewRows = 20

interface Column {
  readonly name: string
  readonly label: string // as the header writes it
  readonly index: number
  readonly check: CellCheck
  readonly statistics: ReturnType<typeof columnStatistics>
}

/** `isBroken`: bytes that are no UTF-8 have been reported; the signs that stand for them are not a second fault. */
export function tableReader(options: TableOptions, issues: IssueList, isBroken: boolean) {
  const { file, resource, keepRows = false, approved = [], dialect = {} } = options
  const { schema = resource.schema } = options
  const form = formOf(dialect)
  const head = headGatherer(dialect)
  const words = new Set([...missingTexts(schema), dialect.nullSequence ?? ''].filter((one) => one !== ''))
  const isMissing = (text: string) => text === '' || (words.size > 0 && words.has(text))
  const sets = (options.referenced ?? []).map(keySet)
  const uses = schema.foreignKeys.map((key) => keyUses(key.fields))
  const rows: TableRow[] = []
  const preview: string[][] = []
  let header: Header | undefined
  let columns: Column[] = []
  let unique: ReturnType<typeof uniqueRules> = []
  let rowCount = 0

  if (isHeaderless(dialect)) {
    const names = schema.fields.map((field) => field.name)
    startTable(names, () => ({ file, line: 1, column: 1 }))
  }

  function record(cells: string[], raw: string, line: number, row: number): void {
    const at = (index: number): Place => {
      const offset = cellOffset(raw, index, form)
      return { file, line: line + offset.line, column: offset.column }
    }
    if (!header) {
      const labels = head.take(cells, row)
      if (labels) startTable(labels, at)
      return
    }
    if (!header.ok) return
    if (cells.every((cell) => cell === '' || cell.trim() === '')) {
      issues.add(issue(blankRow, { file, line, column: 1 }, { none: true }))
      return
    }
    if (suspicious.test(raw)) scanCells(cells, at)
    if (cells.length !== header.names.length) {
      const place = cells.length > header.names.length ? at(header.names.length) : endOf(raw, line)
      issues.add(issue(cellCount, place, { found: cells.length, expected: header.names.length }))
      return
    }
    rowCount++
    checkRow(cells, line, at)
  }

  function startTable(cells: readonly string[], at: (index: number) => Place): void {
    header = readHeader(cells, schema.fields, at)
    issues.add(...header.issues)
    columns = header.fields.flatMap((field, index) => {
      if (!field) return []
      const label = cells[index]?.trim() || field.name
      const check = compileCell(field, label, isMissing)
      return [{ name: field.name, label, index, check, statistics: columnStatistics(field) }]
    })
    const names = new Set(columns.map((column) => column.name))
    unique = uniqueRules(schema, (name) => names.has(name))
  }

  function checkRow(cells: string[], line: number, at: (index: number) => Place): void {
    let faulty: Set<string> | undefined
    for (const column of columns) {
      const text = cells[column.index] ?? ''
      const value = trimmed(text)
      if (value !== text) {
        cells[column.index] = value
        const fault = isHiddenFormula(text) ? formulaFault(text) : blanksFault(column.label, text)
        issues.add(fault(at(column.index)))
      }
      const fault = column.check(value)
      if (fault) {
        issues.add(fault(at(column.index)))
        faulty ??= new Set()
        faulty.add(column.name)
      } else if (!isMissing(value)) column.statistics.add(value)
    }
    if (preview.length < previewRows) preview.push(cells.map(ownText))
    keepKeys(cells, line, faulty ?? noColumns, at)
    if (keepRows) rows.push(tableRow(cells, line, faulty ?? noColumns, at))
  }

  function keepKeys(
    cells: readonly string[],
    line: number,
    faulty: ReadonlySet<string>,
    at: (index: number) => Place,
  ): void {
    if (unique.length === 0 && sets.length === 0 && uses.length === 0) return
    const value = (name: string) => {
      const text = cells[indexOf(name)] ?? ''
      return isMissing(text) ? undefined : text
    }
    for (const rule of unique) {
      const fault = rule.add(value, line, () => at(indexOf(rule.columns[0] ?? '')))
      if (fault) issues.add(fault)
    }
    for (const set of sets) set.add(value)
    for (const use of uses) {
      // A cell with a fault of its own is not looked up as well.
      if (use.columns.some((column) => faulty.has(column))) continue
      use.add(value, () => at(indexOf(use.columns[0] ?? '')))
    }
  }

  function tableRow(
    cells: readonly string[],
    line: number,
    faulty: ReadonlySet<string>,
    at: (index: number) => Place,
  ): TableRow {
    const values = new Map<string, string>()
    for (const { name, index } of columns) {
      const text = cells[index] ?? ''
      if (!isMissing(text)) values.set(name, text)
    }
    return { line, values, faulty, at: (column) => at(Math.max(0, indexOf(column))) }
  }

  function indexOf(name: string): number {
    return columns.find((column) => column.name === name)?.index ?? -1
  }

  function scanCells(cells: readonly string[], at: (index: number) => Place): void {
    for (const [index, cell] of cells.entries()) {
      const found = isScanned(index) ? findPersonalData(cell, approved) : []
      for (const one of found) issues.add(personal(one, at(index)))
      const odd = findInvisible(cell).find((one) => !(isBroken && one.code === 'U+FFFD'))
      if (odd) issues.add(issue(invisible, at(index), { name: odd.name, code: odd.code }))
    }
  }

  /** An amount may look like a telephone; the register of organisations holds telephones on purpose. */
  function isScanned(index: number): boolean {
    const field = header?.fields[index]
    if (field?.name === 'phone' && resource['gongbao:profile'] === 'register') return false
    return field?.type !== 'number' && field?.type !== 'integer'
  }

  function fault({ type, line, column }: CsvFault): void {
    const at = { file, line, column }
    if (type === 'unclosed') issues.add(issue(unclosedQuote, at, { none: true }))
    else if (type === 'stray') issues.add(issue(strayQuote, at, { none: true }))
    else issues.add(issue(recordTooLong, at, { limit: String(maxRecordLength) }))
  }

  function endOf(raw: string, line: number): Place {
    const lines = raw.split(/\r\n|\n|\r/)
    return { file, line: line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 }
  }

  function finish({ bytes, sha256 }: { bytes: number; sha256: string }): TableResult {
    if (!header && issues.all().every((one) => one.severity !== 'error')) {
      const expected = schema.fields.map((field) => field.name)
      issues.add(issue(noHeader, { file, line: 1, column: 1 }, { expected }))
    }
    const summary = { rows: rowCount, bytes, sha256, columns: columns.map((one) => one.statistics.summary()), preview }
    return {
      table: { ...resource, file, header: header?.names ?? [], summary },
      rows,
      keys: sets,
      uses,
      issues: issues.all(),
    }
  }

  return { record, fault, finish }
}

const noColumns: ReadonlySet<string> = new Set()

/** What personal data and invisible characters have in common; only such records are scanned cell by cell. */
const suspicious =
  /(?:\d[ -]?){11}|[０-９]{11}|[@＠]|QQ|微信|wechat|址|籍所在地|单元|[^\t\n\r -~\u00a0-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\ufe10-\ufefe\uff00-\ufff0]/i

/** Without the blanks around it; the text itself where there are none. */
function trimmed(text: string): string {
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  return isBlank(first) || isBlank(last) ? text.trim() : text
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff
}
