import type { QueryColumn, QueryTable } from '../../publish/query/query-table.ts'
import { isTime, rangeFault } from './bound.ts'
import { type Column, isNumeric } from './column.ts'
import { make, options } from './dom.ts'
import { type Edit, removeFilter, setFilter } from './edit.ts'
import type { Filter } from './filter.ts'

type Kind = Filter['op']

const words: Readonly<Record<Kind, string>> = {
  in: '是其中之一',
  has: '含有',
  range: '从……到……',
  missing: '没有值',
  present: '有值',
}

/** More boxes than this nobody reads; the field above narrows them. */
const mostBoxes = 60
const fewBoxes = 12

export interface ConditionForm {
  readonly table: QueryTable
  readonly filters: readonly Filter[]
  /** Values of a text column with how many rows have each. */
  values(column: string): Promise<readonly Choice[]>
  /** `typing`: more of the same is to come. */
  onChange(edit: Edit, kind: 'typing' | 'value' | 'shape'): void
}

export interface Choice {
  readonly value: string
  readonly text: string
  readonly rows: number
}

/** One row for each condition, drawn anew when a condition comes, goes or changes its kind. */
export function conditionRows(form: ConditionForm): HTMLElement[] {
  return form.filters.map((filter, index) => conditionRow(form, filter, index))
}

/** The first condition of a column: boxes for texts, bounds for numbers and dates. */
export function newCondition(column: QueryColumn): Filter {
  return emptyFilter(column.name, kindsOf(column)[0] ?? 'has')
}

/** The values of a column, the frequent ones first; a number column has none to choose from. */
export function choicesOf(column: Column, label: (value: string) => string | undefined): Choice[] {
  if (column.kind === 'number') return []
  const counts = new Uint32Array(column.values.length)
  for (const code of column.codes) counts[code] = (counts[code] ?? 0) + 1
  return column.values
    .map((value, code) => ({ value, text: label(value) ?? value, rows: counts[code] ?? 0 }))
    .filter(({ value, rows }) => value !== '' && rows > 0)
    .sort((a, b) => b.rows - a.rows)
}

function conditionRow(form: ConditionForm, filter: Filter, index: number): HTMLElement {
  const column = form.table.columns.find(({ name }) => name === filter.column)
  const change = (next: Filter, kind: 'typing' | 'value' | 'shape') => form.onChange(setFilter(index, next), kind)
  const number = index + 1
  const columnSelect = make('select', { id: `condition-${index}`, ariaLabel: `条件 ${number}：列` })
  columnSelect.append(...options(columnChoices(form.table.columns), filter.column))
  columnSelect.addEventListener('change', () => {
    const chosen = form.table.columns.find(({ name }) => name === columnSelect.value)
    if (chosen) change(newCondition(chosen), 'shape')
  })
  const kindSelect = make('select', { id: `condition-kind-${index}`, ariaLabel: `条件 ${number}：怎样` })
  kindSelect.append(
    ...options(
      kindsOf(column).map((kind) => [kind, words[kind]] as const),
      filter.op,
    ),
  )
  kindSelect.addEventListener('change', () => change(emptyFilter(filter.column, kindSelect.value as Kind), 'shape'))
  const remove = make('button', {
    type: 'button',
    className: 'quiet',
    textContent: '去掉',
    ariaLabel: `去掉条件 ${number}`,
  })
  remove.addEventListener('click', () => form.onChange(removeFilter(index), 'shape'))
  const value = make('div', { className: 'condition__value' }, ...valueFields(form, filter, column, number, change))
  const row = make('li', { className: 'condition' }, columnSelect, kindSelect, value, remove)
  return row
}

function valueFields(
  form: ConditionForm,
  filter: Filter,
  column: QueryColumn | undefined,
  number: number,
  change: (next: Filter, kind: 'typing' | 'value') => void,
): HTMLElement[] {
  if (filter.op === 'has') {
    const input = textField(filter.text, `条件 ${number}：含有的文字`)
    input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) change({ ...filter, text: input.value.trim() }, 'typing')
    })
    input.addEventListener('compositionend', () => change({ ...filter, text: input.value.trim() }, 'typing'))
    return [input]
  }
  if (filter.op === 'range') {
    const from = textField(filter.from ?? '', `条件 ${number}：从`, placeholder(column))
    const to = textField(filter.to ?? '', `条件 ${number}：到`, placeholder(column))
    const fault = make('p', { className: 'condition__fault', id: `condition-fault-${number}` })
    fault.setAttribute('role', 'status')
    const bounds = () => ({ column: filter.column, op: 'range' as const, from: from.value.trim(), to: to.value.trim() })
    const tell = () => {
      const words = (column && rangeFault(column, bounds())) ?? ''
      fault.textContent = words
      for (const input of [from, to]) {
        input.ariaInvalid = words === '' ? 'false' : 'true'
        input.setAttribute('aria-describedby', fault.id)
      }
    }
    const update = () => {
      tell()
      change(bounds(), 'typing')
    }
    for (const input of [from, to]) input.addEventListener('input', update)
    tell()
    return [from, make('span', { textContent: '到', ariaHidden: 'true' }), to, fault]
  }
  return filter.op === 'in' ? [boxes(form, filter, number, change)] : []
}

/** The values with a box each; drawn when the column has been fetched. */
function boxes(
  form: ConditionForm,
  filter: Extract<Filter, { op: 'in' }>,
  number: number,
  change: (next: Filter, kind: 'value') => void,
): HTMLElement {
  const chosen = new Set(filter.values)
  const list = make('div', { className: 'condition__boxes' })
  const group = make(
    'fieldset',
    {},
    make('legend', { className: 'visually-hidden', textContent: `条件 ${number}：值` }),
  )
  group.append(list)
  const draw = (choices: readonly Choice[], wanted: string) => {
    const own = choices.filter(({ value }) => chosen.has(value))
    const others = choices.filter(({ value, text }) => !chosen.has(value) && `${text} ${value}`.includes(wanted))
    const fitting = [...own, ...others]
    list.replaceChildren(...fitting.slice(0, mostBoxes).map((choice) => box(choice)))
    const more = fitting.length - mostBoxes
    if (more > 0) list.append(make('span', { className: 'note', textContent: `还有 ${more} 个，输入几个字来找` }))
  }
  const box = ({ value, text, rows }: Choice) => {
    const input = make('input', { type: 'checkbox', value, checked: chosen.has(value) })
    input.addEventListener('change', () => {
      if (input.checked) chosen.add(value)
      else chosen.delete(value)
      change({ ...filter, values: [...chosen] }, 'value')
    })
    const code = text === value ? [] : [' ', make('span', { className: 'code', textContent: value })]
    return make(
      'label',
      {},
      input,
      make('span', {}, text, ...code),
      make('span', { className: 'count', textContent: String(rows) }),
    )
  }
  void form.values(filter.column).then((choices) => {
    if (choices.length > fewBoxes) {
      const find = textField('', `条件 ${number}：找一个值`, '找')
      find.addEventListener('input', () => draw(choices, find.value.trim()))
      list.before(find)
    }
    draw(choices, '')
  })
  return group
}

function kindsOf(column: QueryColumn | undefined): readonly Kind[] {
  if (column && isNumeric(column.type)) return ['range', 'missing', 'present']
  if (column && isTime(column)) return ['range', 'in', 'has', 'missing', 'present']
  return ['in', 'has', 'missing', 'present']
}

function emptyFilter(column: string, op: Kind): Filter {
  if (op === 'in') return { column, op, values: [] }
  return op === 'has' ? { column, op, text: '' } : { column, op }
}

function placeholder(column: QueryColumn | undefined): string {
  return column && isTime(column) ? '如 2021 或 2021-06' : ''
}

function textField(value: string, ariaLabel: string, hint = ''): HTMLInputElement {
  return make('input', { type: 'search', value, ariaLabel, placeholder: hint, autocomplete: 'off' })
}

export function columnChoices(columns: readonly QueryColumn[]): (readonly [string, string])[] {
  return columns.map(({ name, title }) => [name, title] as const)
}
