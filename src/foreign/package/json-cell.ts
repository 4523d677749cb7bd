import { wrongType } from '../../issues/tbl.ts'
import type { TableField } from '../../model/data/dataset.ts'
import { issue } from '../../model/issue.ts'
import { textOf } from '../../read/json/text-of.ts'
import type { CellFault } from '../../read/table/cell-fault.ts'
import { compileJsonSchema } from '../../read/table/json-schema.ts'
import { compileCell, show } from '../../read/table/table-cell.ts'
import { WideNumber } from './json-rows.ts'

/** The check of a cell that may be a value of JSON; a missing value is null or one of the texts. */
export type JsonCellCheck = (cell: unknown) => CellFault | undefined

/**
 * Compiles the check of one column for texts and for values of JSON. A number, boolean, array or object of JSON must
 * be of the type itself; the ways of writing it in text (`groupChar`, `trueValues` …) do not apply.
 */
export function compileJsonCell(field: TableField, label: string, isMissing: (text: string) => boolean): JsonCellCheck {
  const ofText = compileCell(field, label, isMissing, 'standard', compileJsonSchema)
  const required = compileCell(field, label, () => true, 'standard', compileJsonSchema)
  const native = compileCell(nativeField(field), label, () => false, 'standard', compileJsonSchema)
  return (cell) => {
    if (typeof cell === 'string') return ofText(cell)
    if (cell === null || cell === undefined) return required('')
    if (fits(field, cell instanceof WideNumber ? 0 : cell)) return native(textOfCell(cell, field))
    const found = show(textOfCell(cell))
    return (at) => issue(wrongType, at, { column: label, found, type: field.type })
  }
}

/** What a cell is written as in text; empty where it has no value. */
export function textOfCell(cell: unknown, field?: TableField): string {
  if (typeof cell === 'string') return cell
  if (cell === null || cell === undefined) return ''
  if (cell instanceof WideNumber) return cell.source
  if (field?.type === 'list' && Array.isArray(cell)) return cell.map(textOf).join(field.delimiter ?? ',')
  return textOf(cell)
}

function fits({ type, format }: TableField, cell: unknown): boolean {
  switch (type) {
    case 'any':
      return true
    case 'number':
    case 'integer':
    case 'year':
      return typeof cell === 'number'
    case 'boolean':
      return typeof cell === 'boolean'
    case 'array':
    case 'list':
      return Array.isArray(cell)
    case 'object':
    case 'geojson':
      return typeof cell === 'object' && !Array.isArray(cell)
    case 'geopoint':
      return typeof cell === 'object' && (format === 'array') === Array.isArray(cell)
    default:
      return false
  }
}

function nativeField({
  groupChar: _g,
  decimalChar: _d,
  bareNumber: _b,
  trueValues: _t,
  falseValues: _f,
  ...field
}: TableField) {
  return field as TableField
}
