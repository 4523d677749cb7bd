import { cellCount } from '../../issues/obs.ts'
import { descriptorRule } from '../../issues/pkg.ts'
import { blankRow, noHeader } from '../../issues/tbl.ts'
import type { TableField, TableSchema } from '../../model/data/dataset.ts'
import { missingTexts } from '../../model/data/missing-texts.ts'
import type { TableCheck } from '../../model/data/table-check.ts'
import type { Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { nearest } from '../../model/policy/suggest.ts'
import type { IssueList } from '../../read/issue-list.ts'
import { columnsOfCheck, tableChecks } from '../../read/table/table-checks.ts'
import type { KeyKeeper } from '../../read/table/table-keys.ts'
import { joinKey, keySet, keyUses, uniqueRules } from '../../read/table/table-keys.ts'
import type { TableRecord } from '../../read/table/table-records.ts'
import type { JsonCellCheck } from './json-cell.ts'
import { compileJsonCell, textOfCell } from './json-cell.ts'
import { plainNumberKey } from './number-key.ts'
import { rowPlaces } from './row-places.ts'
import { matchLabels } from './table-labels.ts'
import type { Cell, TableSink } from './table-source.ts'

interface TableOptions {
  readonly file: string
  /** Where the rows stand when they are part of a descriptor. */
  readonly at?: Place | undefined
  /** Absent where nothing is known of the columns: then only the shape of the table is checked. */
  readonly schema?: TableSchema | undefined
  /** The checks switched on, each with its place in the descriptor. */
  readonly checks: readonly { readonly check: TableCheck; readonly at: Place }[]
  /** Columns that foreign keys of other tables refer to. */
  readonly referenced: readonly (readonly string[])[]
  readonly nullSequence?: string | null | undefined
}

interface Column {
  readonly field: TableField
  readonly index: number
  readonly isMissing: (text: string) => boolean
  readonly check: JsonCellCheck
}

/** Takes the rows of one table and checks them against its schema, in constant memory but for keys. */
export function packageTable(options: TableOptions, issues: IssueList) {
  const { file, schema } = options
  const start = options.at ?? { file, line: 1, column: 1 }
  const places = rowPlaces()
  const primary = new Set(schema?.primaryKey)
  const sets = options.referenced.map(keySet)
  const uses = (schema?.foreignKeys ?? []).map((key) => keyUses(key.fields))
  let header: readonly string[] | undefined
  let columns: Column[] = []
  let unique: KeyKeeper[] = []
  let checks: ReturnType<typeof tableChecks> = []

  const sink: TableSink = {
    labels(labels, at, isKeyed) {
      const known = schema ?? inferred(labels)
      const { fields, issues: faults } = matchLabels(labels, known, isKeyed, at)
      issues.add(...faults)
      header = labels
      columns = fields.flatMap((field, index) => (field ? [columnOf(field, index)] : []))
      const names = new Set(columns.map((column) => column.field.name))
      unique = schema ? uniqueRules(schema, (name) => names.has(name), places.nameOf) : []
      checks = tableChecks(knownChecks(columnNames(labels)), {
        header: columnNames(labels),
        fields: known.fields,
        at: start,
      })
    },
    row(cells, line, at) {
      if (!header) return
      if (cells.every((cell) => cell === '' || cell === null)) {
        issues.add(issue(blankRow, at(0), { none: true }))
        return
      }
      if (cells.length !== header.length) {
        const place = at(Math.min(cells.length, header.length))
        issues.add(issue(cellCount, place, { found: cells.length, expected: header.length }))
      }
      const faulty = checkCells(cells, at)
      keepKeys(cells, line, faulty, at)
      if (checks.length === 0) return
      const record = recordOf(cells, line, at)
      for (const check of checks) check.add(record)
    },
    blank: (at) => issues.add(issue(blankRow, at, { none: true })),
  }

  /** PKG-002 for checks of columns that the table does not have; the others go to work. */
  function knownChecks(names: readonly string[]): TableCheck[] {
    return options.checks.flatMap(({ check, at }) => {
      const columns = columnsOfCheck(check) ?? []
      const unknown = columns.find((column) => !names.includes(column))
      if (unknown === undefined) return [check]
      const guess = nearest(unknown, names)
      const near = guess === undefined ? {} : { nearest: guess }
      issues.add(
        issue(descriptorRule, at, { zh: `表里没有“${unknown}”列`, en: `there is no column “${unknown}”`, ...near }),
      )
      return []
    })
  }

  function columnOf(field: TableField, index: number): Column {
    const words = new Set(missingTexts(schema ?? { missingValues: [''] }, field))
    if (options.nullSequence) words.add(options.nullSequence)
    const isMissing = (text: string) => words.has(text)
    // A part of the primary key cannot be missing.
    const constraints = primary.has(field.name) ? { ...field.constraints, required: true } : field.constraints
    return { field, index, isMissing, check: compileJsonCell({ ...field, constraints }, field.name, isMissing) }
  }

  function checkCells(cells: readonly Cell[], at: (index: number) => Place): ReadonlySet<string> {
    const faulty = new Set<string>()
    for (const { field, index, check } of columns) {
      if (index >= cells.length) continue
      const fault = check(cells[index])
      if (!fault) continue
      issues.add(fault(at(index)))
      faulty.add(field.name)
    }
    return faulty
  }

  function keepKeys(
    cells: readonly Cell[],
    line: number,
    faulty: ReadonlySet<string>,
    at: (index: number) => Place,
  ): void {
    const number = places.numberOf(line, () => at(0).file)
    for (const keeper of [...unique, ...sets, ...uses]) {
      const isOnce = unique.includes(keeper)
      const parts = keeper.columns.map((name) => (isOnce ? uniqueValueIn(cells, name) : valueIn(cells, name)))
      // A key with a missing part is no key, as in SQL.
      if (parts.some((part) => part === undefined)) continue
      if (keeper.skipsFaulty && keeper.columns.some((name) => faulty.has(name))) continue
      const data = Buffer.from(joinKey(parts.map((part) => part ?? '')), 'utf8')
      const place = () => at(Math.max(0, columnNamed(keeper.columns[0] ?? '')?.index ?? 0))
      const fault = keeper.take(data, 0, data.length, number, place)
      if (fault) issues.add(fault)
    }
  }

  function valueIn(cells: readonly Cell[], name: string): string | undefined {
    const column = columnNamed(name)
    const cell = column && cells[column.index]
    if (!column || cell === null || cell === undefined) return undefined
    const text = textOfCell(cell, column.field)
    return typeof cell === 'string' && column.isMissing(text) ? undefined : text
  }

  /** Numbers are the same value however they are written. */
  function uniqueValueIn(cells: readonly Cell[], name: string): string | undefined {
    const text = valueIn(cells, name)
    const field = columnNamed(name)?.field
    return text === undefined || !field ? text : plainNumberKey(text, field)
  }

  function columnNamed(name: string): Column | undefined {
    return columns.find((column) => column.field.name === name)
  }

  function columnNames(labels: readonly string[]): string[] {
    return labels.map((label, index) => columns.find((column) => column.index === index)?.field.name ?? label)
  }

  function recordOf(cells: readonly Cell[], line: number, at: (index: number) => Place): TableRecord {
    return {
      line,
      text: (name) => textOfCell(cells[columnNamed(name)?.index ?? -1]),
      value: (name) => valueIn(cells, name),
      at: (name) => at(columnNamed(name)?.index ?? 0),
    }
  }

  /** The keys other tables refer to, and those this one refers by. */
  function finish() {
    if (!header && issues.all().every((one) => one.severity !== 'error')) {
      issues.add(issue(noHeader, start, { expected: schema?.fields.map((field) => field.name) ?? [] }))
    }
    for (const check of checks) issues.add(...check.finish())
    return { sets, uses, header }
  }

  return { sink, finish }
}

function inferred(labels: readonly string[]): TableSchema {
  const fields = labels.map((name) => ({ name, type: 'any' as const, constraints: {} }))
  return { fields, foreignKeys: [], missingValues: [''], fieldsMatch: 'exact' }
}
