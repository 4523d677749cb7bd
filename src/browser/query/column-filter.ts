import type { QueryColumn } from '../../publish/query/query-table.ts'
import { rangeFault } from './bound.ts'
import { isNumeric } from './column.ts'
import { make } from './dom.ts'
import type { Filter } from './filter.ts'

/** The small fields under the heads of a table: a text to contain, or two bounds. */
export function columnFilters(columns: readonly QueryColumn[]): HTMLTableRowElement {
  const cells = columns.map((column) =>
    isNumeric(column.type) ? rangeCell(column) : make('td', {}, field(column, 'has', '含')),
  )
  return make('tr', { className: 'column-filters' }, ...cells)
}

/** Two bounds, and below them what is wrong with them. */
function rangeCell(column: QueryColumn): HTMLTableCellElement {
  const [from, to] = [field(column, 'from', '最小'), field(column, 'to', '最大')]
  const fault = make('small', { className: 'condition__fault' })
  const cell = make('td', {}, from, to, fault)
  cell.addEventListener('input', () => {
    const bounds = { column: column.name, op: 'range' as const, from: from.value.trim(), to: to.value.trim() }
    fault.textContent = rangeFault(column, bounds) ?? ''
    for (const input of [from, to]) input.ariaInvalid = fault.textContent === '' ? 'false' : 'true'
  })
  return cell
}

/** The conditions that are typed there now. */
export function readColumnFilters(row: HTMLElement): Filter[] {
  const inputs = Array.from(row.querySelectorAll('input'))
  const typed = (column: string, part: string) =>
    inputs.find((input) => input.dataset['column'] === column && input.dataset['part'] === part)?.value.trim() ?? ''
  const names = [...new Set(inputs.map((input) => input.dataset['column'] ?? ''))]
  return names.flatMap((column): Filter[] => {
    const [has, from, to] = [typed(column, 'has'), typed(column, 'from'), typed(column, 'to')]
    if (has) return [{ column, op: 'has', text: has }]
    return from || to ? [{ column, op: 'range', ...(from && { from }), ...(to && { to }) }] : []
  })
}

function field(column: QueryColumn, part: 'has' | 'from' | 'to', word: string): HTMLInputElement {
  const input = make('input', {
    type: 'search',
    placeholder: word,
    ariaLabel: `${column.title}：${word}`,
    autocomplete: 'off',
    inputMode: part === 'has' ? 'text' : 'decimal',
  })
  input.dataset['column'] = column.name
  input.dataset['part'] = part
  return input
}
