import { unfilled } from '../../issues/doc.ts'
import { cellCount } from '../../issues/obs.ts'
import {
  blankRow,
  noHeader,
  noRows,
  recordTooLong,
  shiftedRow,
  strayQuote,
  trailingCells,
  unclosedQuote,
} from '../../issues/tbl.ts'
import { invisible } from '../../issues/txt.ts'
import type { TableField } from '../../model/data/dataset.ts'
import { missingTexts } from '../../model/data/missing-texts.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { ColumnScan } from '../../model/personal/columns.ts'
import { columnScan, looksPersonal } from '../../model/personal/columns.ts'
import { findInvisible } from '../../model/policy/invisible.ts'
import { findPlaceholders } from '../../model/policy/placeholder.ts'
import type { CsvFault } from '../csv/csv.ts'
import { formOf } from '../csv/csv-dialect.ts'
import { cellOffset, maxRecordLength } from '../csv/csv-record.ts'
import type { IssueList } from '../issue-list.ts'
import { personal, privacyGate } from '../privacy/privacy-gate.ts'
import { scanHeader } from '../privacy/scan.ts'
import type { CellCheck, CellFault } from './cell-fault.ts'
import type { SchemaCompiler } from './json-schema.ts'
import { blanksFault, compileCell, formulaFault, isHiddenFormula } from './table-cell.ts'
import type { ColumnStatistics } from './table-column.ts'
import { columnStatistics } from './table-column.ts'
import { headGatherer, isHeaderless } from './table-head.ts'
import type { Header } from './table-header.ts'
import { readHeader } from './table-header.ts'
import type { KeyKeeper } from './table-keys.ts'
import { keyOf, keySet, keyUses, ownText, uniqueRules } from './table-keys.ts'
import type { TableOptions, TableResult, TableRow } from './table-result.ts'

/** Rows shown on the page of a dataset. */
const previewRows = 20

/** One column of the file that the schema knows. */
export interface Column {
  readonly name: string
  readonly field: TableField
  readonly label: string // as the header writes it
  readonly index: number
  readonly words: readonly string[] // for missing values, beside the empty cell
  readonly isMissing: (text: string) => boolean
  readonly check: CellCheck
  readonly scan: ColumnScan
  readonly statistics: ColumnStatistics
}

/** What is left to do for rows in which nothing can be wrong. */
export interface PassableTable {
  /** Of every cell, in the order of the file. */
  readonly columns: readonly Column[]
  readonly keepers: readonly KeyKeeper[]
  /** Is there nothing to say of a cell? */
  isFine(column: Column, text: string): boolean
  /** Counts rows that were passed over. */
  count(rows: number): void
  report(fault: Issue): void
  /** Where cell `index` of a record stands. */
  placeOf(index: number, raw: string, line: number): Place
}

/** `isBroken`: bytes that are no UTF-8 have been reported; the signs that stand for them are not a second fault. */
export function tableReader(
  options: TableOptions,
  issues: IssueList,
  isBroken: boolean,
  compileSchema: SchemaCompiler | undefined,
) {
  const { file, resource, keepRows = false, gate = privacyGate([]), dialect = {} } = options
  const { schema = resource.schema } = options
  const form = formOf(dialect)
  const head = headGatherer(dialect)
  const wordsIn = (field: TableField) =>
    [...missingTexts(schema, field), dialect.nullSequence ?? ''].filter((one) => one !== '')
  const missingIn = (list: readonly string[]): ((text: string) => boolean) => {
    const words = new Set(list)
    return words.size > 0 ? (text) => text === '' || words.has(text) : (text) => text === ''
  }
  const sets = (options.referenced ?? []).map(keySet)
  const uses = schema.foreignKeys.map((key) => keyUses(key.fields))
  const rows: TableRow[] = []
  const preview: string[][] = []
  let header: Header | undefined
  let columns: Column[] = []
  let keepers: readonly KeyKeeper[] = []
  let rowCount = 0
  let blankAfter = -1
  let isWide = false
  let shifted = 0
  let scans: readonly (ColumnScan | undefined)[] = []
  let isAlwaysScanned = false
  /** Cells of columns without a name for their numbers that look like telephones; told of when the column is known. */
  const suspects = new Map<Column, { count: number; faults: Issue[] }>()

  if (isHeaderless(dialect)) {
    const names = schema.fields.map((field) => field.name)
    startTable(names, () => ({ file, line: 1, column: 1 }))
  }

  function record(cells: string[], raw: string, line: number, row: number): void {
    const at = (index: number) => placeOf(index, raw, line)
    if (!header) {
      const labels = head.take(cells, row)
      if (labels) startTable(labels, at)
      return
    }
    if (!header.ok) return
    if (cells.every((cell) => cell === '' || cell.trim() === '')) {
      // Blank rows that follow each other are one fault.
      if (row !== blankAfter + 1) issues.add(issue(blankRow, { file, line, column: 1 }, { none: true }))
      blankAfter = row
      return
    }
    if (isAlwaysScanned || suspicious.test(raw)) scanCells(cells, at)
    const width = header.names.length
    // One cell more may come of a comma within a cell.
    if (cells.length > width + 1 && cells.slice(width).every((cell) => cell.trim() === '')) {
      if (!isWide) issues.add(issue(trailingCells, at(width), { found: cells.length, expected: width }))
      isWide = true
      cells.length = width
    }
    if (cells.length !== header.names.length) {
      const place = cells.length > header.names.length ? at(header.names.length) : endOf(raw, line)
      issues.add(issue(cellCount, place, { found: cells.length, expected: header.names.length }))
      return
    }
    rowCount++
    checkRow(cells, line, at)
  }

  function placeOf(index: number, raw: string, line: number): Place {
    const offset = cellOffset(raw, index, form)
    return { file, line: line + offset.line, column: offset.column }
  }

  function startTable(cells: readonly string[], at: (index: number) => Place): void {
    header = readHeader(cells, schema, at)
    issues.add(...header.issues)
    const { fields } = header
    const namesOf = cells.map((cell, index) => {
      const field = fields[index]
      return [...new Set([field?.name ?? '', cell.trim(), field?.title ?? ''])].filter((name) => name !== '')
    })
    if (header.ok) issues.add(...scanHeader(namesOf, file, gate, at))
    scans = namesOf.map((names, index) => scanOf(fields[index], names))
    isAlwaysScanned = scans.some((scan) => scan?.way === 'always')
    columns = header.fields.flatMap((field, index) => {
      if (!field) return []
      const label = cells[index]?.trim() || field.name
      const words = wordsIn(field)
      const isMissing = missingIn(words)
      const check = compileCell(field, label, isMissing, 'house', compileSchema)
      const statistics = columnStatistics(field)
      const scan = scans[index] ?? unscanned
      return [{ name: field.name, field, label, index, words, isMissing, check, scan, statistics }]
    })
    const names = new Set(columns.map((column) => column.name))
    keepers = [...uniqueRules(schema, (name) => names.has(name)), ...sets, ...uses]
  }

  function checkRow(cells: string[], line: number, at: (index: number) => Place): void {
    const found: Issue[] = []
    let faulty: Set<string> | undefined
    for (const column of columns) {
      const text = cells[column.index] ?? ''
      const value = trimmed(text)
      if (value !== text) {
        cells[column.index] = value
        const fault = isHiddenFormula(text) ? formulaFault(text) : blanksFault(column.label, text)
        found.push(fault(at(column.index)))
      }
      suspect(column, value, at)
      const fault = column.check(value)
      if (fault) {
        found.push(fault(at(column.index)))
        faulty ??= new Set()
        faulty.add(column.name)
      } else if (!column.isMissing(value)) column.statistics.add(value)
    }
    const shift = (faulty?.size ?? 0) >= 3 ? findShift(cells) : undefined
    if (shift) {
      issues.add(issue(shiftedRow, at(shift.index), { column: columns[shift.index]?.label ?? '', way: shift.way }))
      faulty = new Set(columns.map((column) => column.name))
    } else issues.add(...found)
    if (preview.length < previewRows) preview.push(cells.map(ownText))
    if (!shift) keepKeys(cells, line, faulty ?? noColumns, at)
    if (keepRows) rows.push(tableRow(cells, line, faulty ?? noColumns, at))
  }

  /** Where one cell too many or too few explains all the faults of a row; asked of the first hundred such rows. */
  function findShift(cells: readonly string[]): { index: number; way: 'left' | 'right' } | undefined {
    const isFaulty = (row: readonly string[]) => (column: Column) =>
      column.check((row[column.index] ?? '').trim()) !== undefined
    if (shifted++ >= 100) return undefined
    for (let index = 0; index < columns.length; index++) {
      const isEmpty = (cells[index] ?? '').trim() === ''
      if (isEmpty && !columns.some(isFaulty(cells.toSpliced(index, 1)))) return { index, way: 'right' }
      const isRoom = (cells.at(-1) ?? '').trim() === ''
      const faults = isRoom ? columns.filter(isFaulty(cells.toSpliced(index, 0, ''))) : []
      if (isRoom && faults.every((column) => column.index === index)) return { index, way: 'left' }
    }
    return undefined
  }

  function keepKeys(
    cells: readonly string[],
    line: number,
    faulty: ReadonlySet<string>,
    at: (index: number) => Place,
  ): void {
    if (keepers.length === 0) return
    const value = (name: string) => {
      const column = columns.find((one) => one.name === name)
      const text = cells[column?.index ?? -1] ?? ''
      return !column || column.isMissing(text) ? undefined : text
    }
    for (const keeper of keepers) {
      if (keeper.skipsFaulty && keeper.columns.some((column) => faulty.has(column))) continue
      const key = keyOf(keeper.columns, value)
      if (key === undefined) continue
      const data = Buffer.from(key, 'utf8')
      const fault = keeper.take(data, 0, data.length, line, () => at(indexOf(keeper.columns[0] ?? '')))
      if (fault) issues.add(fault)
    }
  }

  function tableRow(
    cells: readonly string[],
    line: number,
    faulty: ReadonlySet<string>,
    at: (index: number) => Place,
  ): TableRow {
    const values = new Map<string, string>()
    for (const { name, index, isMissing } of columns) {
      const text = cells[index] ?? ''
      if (!isMissing(text)) values.set(name, text)
    }
    return { line, values, faulty, at: (column) => at(Math.max(0, indexOf(column))) }
  }

  function indexOf(name: string): number {
    return columns.find((column) => column.name === name)?.index ?? -1
  }

  function scanCells(cells: readonly string[], at: (index: number) => Place): void {
    for (const [index, cell] of cells.entries()) issues.add(...scanCell(cell, index).map((fault) => fault(at(index))))
  }

  function scanCell(cell: string, index: number): CellFault[] {
    const scan = scans[index]
    const found = scan === undefined ? [] : gate.find(cell, scan.label)
    const faults = (scan?.way === 'ids' ? found.filter((one) => one.kind === 'id-number') : found)
      .filter((one) => scan?.way !== 'mostly' || one.kind !== 'mobile')
      .map(
        (one): CellFault =>
          (at) =>
            personal(one, at),
      )
    for (const { text } of findPlaceholders(cell)) faults.push((at) => issue(unfilled, at, { found: text }))
    const odd = findInvisible(cell).find((one) => !(isBroken && one.code === 'U+FFFD'))
    return odd ? [...faults, (at) => issue(invisible, at, { name: odd.name, code: odd.code })] : faults
  }

  /** Keeps a number that only the rest of its column can tell of. */
  function suspect(column: Column, text: string, at: (index: number) => Place): void {
    if (column.scan.way !== 'mostly' || !looksPersonal(text)) return
    const kept = suspects.get(column) ?? { count: 0, faults: [] }
    kept.count++
    if (kept.faults.length < maxSuspects)
      kept.faults.push(...gate.find(text, '手机').map((one) => personal(one, at(column.index))))
    suspects.set(column, kept)
  }

  /** The register of organisations holds telephones on purpose; days and yes or no are nobody's. */
  function scanOf(field: TableField | undefined, names: readonly string[]): ColumnScan | undefined {
    if (field?.name === 'phone' && resource['gongbao:profile'] === 'register') return undefined
    const isNumber = field?.type === 'number' || field?.type === 'integer'
    return columnScan({ names, isNumber, isFigure: field?.['gongbao:unit'] !== undefined })
  }

  function fault({ type, line, column }: CsvFault): void {
    const at = { file, line, column }
    if (type === 'unclosed') issues.add(issue(unclosedQuote, at, { limit: String(maxRecordLength) }))
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
    if (header?.ok && rowCount === 0 && issues.all().every((one) => one.severity !== 'error')) {
      const at = { file, line: 1, column: 1 }
      if (resource['gongbao:profile'] === 'register')
        issues.add(issue(noHeader, at, { expected: [], isRegister: true }))
      else if (!isHeaderless(dialect)) issues.add(issue(noRows, at, { none: true }))
    }
    for (const [column, { count, faults }] of suspects)
      if (2 * count > column.statistics.summary().filled) issues.add(...faults)
    const summary = { rows: rowCount, bytes, sha256, columns: columns.map((one) => one.statistics.summary()), preview }
    return {
      table: { ...resource, file, header: header?.names ?? [], summary },
      rows,
      keys: sets,
      uses,
      issues: issues.all(),
    }
  }

  /** Undefined where every row is wanted as text: to be kept, for the preview, or for want of a sound header. */
  function passable(): PassableTable | undefined {
    const isWhole = header?.ok === true && columns.length === header.names.length
    if (keepRows || options.dialect || !isWhole || preview.length < previewRows) return undefined
    return {
      columns,
      keepers,
      isFine(column, text) {
        if (trimmed(text) !== text || column.check(text)) return false
        if (column.scan.way === 'mostly' && looksPersonal(text)) return false
        if (column.scan.way !== 'always' && !suspicious.test(text)) return true
        return scanCell(text, column.index).length === 0
      },
      count(rows) {
        rowCount += rows
      },
      report: (fault) => issues.add(fault),
      placeOf,
    }
  }

  return { record, fault, finish, passable }
}

const noColumns: ReadonlySet<string> = new Set()

/** Issues kept of a column until it is known what it holds. */
const maxSuspects = 200

/** A column that is looked at for nothing. */
const unscanned: ColumnScan = { way: 'cells', label: '' }

/** What personal data and invisible characters have in common; only such records are scanned cell by cell. */
const suspicious = new RegExp(
  [
    String.raw`(?:\d(?:[ \t.*_~·•∙・‐-―−﹣⁃<>/a-z-]{0,6}|\r?\n[ >]*)){11}`,
    String.raw`[０-９@＠#＃\\\u00a0\u2000-\u200a\u202f\u205f\u3000]|&#|&[a-z]|%[2-7]|\d-\d{1,2}-\d{3}|[[(（【{<]\s*at\b`,
    'Q ?Q|微信|薇信|威信|V信|扣扣|企鹅|wechat|weixin|[wv]x|加v',
    '待填|址|籍|单元|室|弄|幢|栋|家住|居住|现住|住在|寄往|护照|passport|通行|证|字第|社保|社会保障|医疗保险|户口|驾驶',
    String.raw`[EGDS][A-Z]?\d{7}|[\d百千万亿余十一二三四五六七八九] {0,2}元`,
    '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-zＡ-Ｚ]',
    '(?:[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖①-⑨⓪][ -]?){6}',
    String.raw`[^\t\n\r -~\u00a0-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\ufe10-\ufefe\uff00-\ufff0]`,
  ].join('|'),
  'i',
)

/** Without the blanks around it; the text itself where there are none. */
function trimmed(text: string): string {
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  return isBlank(first) || isBlank(last) ? text.trim() : text
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff
}
export type TableReader = ReturnType<typeof tableReader>
