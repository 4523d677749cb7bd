import { isNumeric } from './column.ts'
import { make } from './dom.ts'
import type { Filter } from './filter.ts'
import type { QueryColumn } from './query-table.ts'

/** The small fields under the heads of a table: a text to contain, or two bounds. */
export function columnFilters(columns: readonly QueryColumn[], filters: readonly Filter[]): HTMLTableRowElement {
  const row = make('tr', { className: 'column-filters' })
  for (const column of columns) {
    const own = filters.filter((filter) => filter.column === column.name)
    row.append(make('td', {}, ...fieldsOf(column, own)))
  }
  return row
}

/** What is typed there now; `others` are conditions of kinds that these fields do not show, and they stay. */
export function readColumnFilters(row: HTMLElement, others: readonly Filter[]): Filter[] {
  const inputs = Array.from(row.querySelectorAll('input'))
  const typed = (column: string, part: string) =>
    inputs.find((input) => input.dataset['column'] === column && input.dataset['part'] === part)?.value.trim() ?? ''
  const names = [...new Set(inputs.map((input) => input.dataset['column'] ?? ''))]
  const filters = names.flatMap((column): Filter[] => {
    const [has, from, to] = [typed(column, 'has'), typed(column, 'from'), typed(column, 'to')]
    if (has) return [{ column, op: 'has', text: has }]
    return from || to ? [{ column, op: 'range', ...(from && { from }), ...(to && { to }) }] : []
  })
  return [...others.filter(({ op }) => op !== 'has' && op !== 'range'), ...filters]
}

function fieldsOf(column: QueryColumn, filters: readonly Filter[]): HTMLElement[] {
  const range = filters.find((filter) => filter.op === 'range')
  if (isNumeric(column.type)) {
    return [field(column, 'from', '最小', range?.from ?? ''), field(column, 'to', '最大', range?.to ?? '')]
  }
  const has = filters.find((filter) => filter.op === 'has')
  return [field(column, 'has', '含', has?.text ?? '')]
}

function field(column: QueryColumn, part: string, word: string, value: string): HTMLInputElement {
  const input = make('input', {
    type: 'search',
    value,
    placeholder: word,
    ariaLabel: `${column.title}：${word}`,
    autocomplete: 'off',
    inputMode: part === 'has' ? 'text' : 'decimal',
  })
  input.dataset['column'] = column.name
  input.dataset['part'] = part
  return input
}
