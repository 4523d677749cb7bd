import { createHash } from 'node:crypto'
import {
  asciiValue,
  deviatedCell,
  deviatedValue,
  duplicateRow,
  forbiddenValue,
  requiredValue,
  rowConstraint,
  sequentialValue,
  tableDimensions,
} from '../../issues/tbl.ts'
import type { TableField } from '../../model/data/dataset.ts'
import type { TableCheck } from '../../model/data/table-check.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { outlierWatch } from './outliers.ts'
import { compileFormula } from './row-formula.ts'
import { show } from './table-cell.ts'
import type { TableRecord } from './table-records.ts'

type Check<T extends TableCheck['type']> = Extract<TableCheck, { type: T }>

/** A check at work: rows go in, in the order of the file; the faults of each come out at once, the rest at the end. */
export interface TableChecker {
  add(row: TableRecord): void
  finish(): Issue[]
}

/** The table as it was read: `header` names its columns, `at` is where faults of the whole table are reported. */
export interface CheckedTable {
  readonly header: readonly string[]
  readonly fields: readonly TableField[]
  readonly at: Place
}

/** `gongbao:checks` of one table: TBL-038 to TBL-046. Memory stays constant but for duplicate rows. */
export function tableChecks(checks: readonly TableCheck[], table: CheckedTable): TableChecker[] {
  return checks.map((check) => checkerOf(check, table))
}

function checkerOf(check: TableCheck, table: CheckedTable): TableChecker {
  switch (check.type) {
    case 'table-dimensions':
      return dimensionsCheck(check, table)
    case 'required-value':
      return requiredCheck(check, table)
    case 'deviated-value':
      return deviatedValueCheck(check)
    case 'deviated-cell':
      return deviatedCellCheck(check)
    case 'forbidden-value':
      return forbiddenCheck(check)
    case 'sequential-value':
      return sequentialCheck(check)
    case 'ascii-value':
      return perRow((row) => check.columns.flatMap((column) => asciiFault(row, column)))
    case 'row-constraint':
      return constraintCheck(check)
    case 'duplicate-row':
      return duplicateCheck(table)
  }
}

/** The columns a check speaks of; undefined where it holds a formula that cannot be read. */
export function columnsOfCheck(check: TableCheck): readonly string[] | undefined {
  if ('column' in check) return [check.column]
  if ('columns' in check) return check.columns
  return check.type === 'row-constraint' ? compileFormula(check.formula)?.columns : []
}

function perRow(find: (row: TableRecord) => Issue[]): TableChecker {
  const issues: Issue[] = []
  return {
    add: (row) => void issues.push(...find(row)),
    finish: () => issues,
  }
}

function dimensionsCheck(check: Check<'table-dimensions'>, { header, at }: CheckedTable): TableChecker {
  let rows = 0
  const compare = (what: 'rows' | 'fields', found: number, limits: readonly (number | undefined)[]) => {
    const [exactly, least, most] = limits
    if (exactly !== undefined && found !== exactly) {
      return [issue(tableDimensions, at, { what, found, limit: exactly, bound: 'exactly' })]
    }
    if (least !== undefined && found < least) {
      return [issue(tableDimensions, at, { what, found, limit: least, bound: 'least' })]
    }
    if (most !== undefined && found > most) {
      return [issue(tableDimensions, at, { what, found, limit: most, bound: 'most' })]
    }
    return []
  }
  return {
    add: () => void rows++,
    finish: () => [
      ...compare('fields', header.length, [check.fields, check.minFields, check.maxFields]),
      ...compare('rows', rows, [check.rows, check.minRows, check.maxRows]),
    ],
  }
}

function requiredCheck({ column, values }: Check<'required-value'>, { at }: CheckedTable): TableChecker {
  const open = new Set(values)
  return {
    add: (row) => void open.delete(row.text(column)),
    finish: () => [...open].map((value) => issue(requiredValue, at, { column, value })),
  }
}

interface Spot {
  readonly text: string
  readonly at: Place
}

function deviatedValueCheck({ column, interval }: Check<'deviated-value'>): TableChecker {
  const watch = outlierWatch<() => Spot>(interval)
  return {
    add(row) {
      const text = row.value(column)
      const value = text === undefined ? Number.NaN : Number(text)
      if (text !== undefined && Number.isFinite(value)) watch.add(value, () => ({ text, at: row.at(column) }))
    },
    finish: () =>
      watch.outliers().map(({ of, mean, times }) => {
        const { text, at } = of()
        return issue(deviatedValue, at, { column, found: text, mean: rounded(mean), times: rounded(times) })
      }),
  }
}

function deviatedCellCheck({ columns, interval }: Check<'deviated-cell'>): TableChecker {
  const watches = columns.map((column) => ({ column, watch: outlierWatch<TableRecord>(interval) }))
  return {
    add(row) {
      for (const { column, watch } of watches) {
        const text = row.value(column)
        if (text !== undefined) watch.add([...text].length, row)
      }
    },
    finish: () =>
      watches.flatMap(({ column, watch }) =>
        watch
          .outliers()
          .filter(({ value, mean }) => value > mean)
          .map(({ value, mean, of }) =>
            issue(deviatedCell, of.at(column), { column, length: value, mean: rounded(mean) }),
          ),
      ),
  }
}

function forbiddenCheck({ column, values }: Check<'forbidden-value'>): TableChecker {
  const forbidden = new Set(values)
  return perRow((row) => {
    const text = row.text(column)
    return forbidden.has(text) ? [issue(forbiddenValue, row.at(column), { column, found: show(text) })] : []
  })
}

function sequentialCheck({ column }: Check<'sequential-value'>): TableChecker {
  let before: bigint | undefined
  return perRow((row) => {
    const text = row.text(column)
    const value = /^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : undefined
    const expected = before === undefined ? undefined : before + 1n
    before = value ?? expected
    if (value !== undefined && (expected === undefined || value === expected)) return []
    const params = { column, found: show(text), expected: expected === undefined ? '1' : String(expected) }
    return [issue(sequentialValue, row.at(column), params)]
  })
}

function asciiFault(row: TableRecord, column: string): Issue[] {
  const text = row.text(column)
  const sign = [...text].find((one) => one.charCodeAt(0) > 0x7f)
  return sign === undefined ? [] : [issue(asciiValue, row.at(column), { column, found: show(text), sign })]
}

function constraintCheck({ formula }: Check<'row-constraint'>): TableChecker {
  const compiled = compileFormula(formula)
  const [first = ''] = compiled?.columns ?? []
  return perRow((row) => {
    if (compiled?.judge((column) => row.value(column)) !== 'broken') return []
    const values = compiled.columns.map((column) => `${column} = ${show(row.text(column))}`).join('，')
    return [issue(rowConstraint, row.at(first), { formula, values })]
  })
}

function duplicateCheck({ header }: CheckedTable): TableChecker {
  const lines = new Map<string, number>()
  return perRow((row) => {
    // A digest is as long for a long row as for a short one.
    const key = createHash('md5')
      .update(JSON.stringify(header.map((name) => row.text(name))))
      .digest('base64')
    const first = lines.get(key)
    if (first === undefined) lines.set(key, row.line)
    return first === undefined ? [] : [issue(duplicateRow, row.at(header[0] ?? ''), { first })]
  })
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)))
}
