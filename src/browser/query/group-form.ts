import type { QueryTable } from '../../publish/query/query-table.ts'
import { aggregateWords } from './aggregate-words.ts'
import { isNumeric } from './column.ts'
import { make, options } from './dom.ts'
import { addMeasure, dropMeasure, type Edit, setAcross, setGroup, setMeasure } from './edit.ts'
import type { AggregateName } from './group.ts'
import { type Measure, type Query, shownMeasures } from './query.ts'

/** More groups inside each other nobody reads. */
const mostGroups = 4

export interface GroupForm {
  readonly table: QueryTable
  readonly query: Query
  onChange(edit: Edit): void
}

/** Which columns make the groups, which one goes across, and what is calculated of each group. */
export function groupFields({ table, query, onChange }: GroupForm): HTMLElement[] {
  const { groups, across } = query
  const free = (own: string) => [
    ['', '——'] as const,
    ...table.columns
      .filter(({ name }) => name === own || (name !== across && !groups.includes(name)))
      .map(({ name, title }) => [name, title] as const),
  ]
  const rows = [...groups, ...(groups.length < mostGroups ? [''] : [])].map((group, index) =>
    selectField(`group-${index}`, index === 0 ? '按这一列分组' : '再按', free(group), group, (value) =>
      onChange(setGroup(index, value)),
    ),
  )
  const pivot = selectField('across', '横着展开', free(across ?? ''), across ?? '', (value) =>
    onChange(setAcross(value || undefined)),
  )
  if (groups.length === 0) return rows
  return [...rows, pivot, ...measureFields(table, query, onChange)]
}

function measureFields(table: QueryTable, query: Query, onChange: GroupForm['onChange']): HTMLElement[] {
  const { across } = query
  const shown = shownMeasures(query)
  const replace = (index: number, measure: Measure) => onChange(setMeasure(index, measure))
  const fields = shown.map((measure, index) => {
    const number = index === 0 ? '统计' : `统计 ${index + 1}`
    const name = selectField(`measure-${index}`, number, namesOf(), measure.name, (value) => {
      const chosen = value as AggregateName
      replace(index, {
        name: chosen,
        column: chosen === 'count' ? undefined : columnFor(table, chosen, measure.column),
      })
    })
    if (measure.name === 'count') return [name]
    const columns = fitting(table, measure.name).map((column) => [column.name, column.title] as const)
    const label = `${number}：哪一列`
    const column = selectField(`measure-column-${index}`, label, columns, measure.column ?? '', (value) =>
      replace(index, { name: measure.name, column: value }),
    )
    return [name, column]
  })
  if (across !== undefined) return fields.flat()
  const add = make('button', { type: 'button', className: 'quiet', id: 'add-measure', textContent: '加一个统计' })
  add.addEventListener('click', () => onChange(addMeasure((all) => nextMeasure(table, all))))
  const remove = make('button', { type: 'button', className: 'quiet', textContent: '去掉最后一个统计' })
  remove.addEventListener('click', () => onChange(dropMeasure))
  const buttons = make('div', { className: 'query__buttons' }, add, ...(shown.length > 1 ? [remove] : []))
  return [...fields.flat(), buttons]
}

/** Only numbers have a sum; numbers and texts have a first and a last; anything can be told apart. */
function fitting(table: QueryTable, name: AggregateName): QueryTable['columns'] {
  const arithmetic = name === 'sum' || name === 'mean' || name === 'median'
  return arithmetic ? table.columns.filter(({ type }) => isNumeric(type)) : table.columns
}

function columnFor(table: QueryTable, name: AggregateName, current: string | undefined): string | undefined {
  const columns = fitting(table, name)
  const kept = columns.find((column) => column.name === current)
  return (kept ?? columns.find(({ type, key }) => isNumeric(type) && !key) ?? columns[0])?.name
}

function nextMeasure(table: QueryTable, shown: readonly Measure[]): Measure {
  const names: AggregateName[] = ['sum', 'mean', 'max', 'min', 'median']
  const name = names.find((one) => fitting(table, one).length > 0 && !shown.some((measure) => measure.name === one))
  return { name: name ?? 'distinct', column: columnFor(table, name ?? 'distinct', undefined) }
}

function namesOf(): (readonly [string, string])[] {
  return Object.entries(aggregateWords)
}

export function selectField(
  id: string,
  text: string,
  choices: readonly (readonly [string, string])[],
  value: string,
  onChange: (value: string) => void,
): HTMLElement {
  const select = make('select', { id })
  select.append(...options(choices, value))
  select.addEventListener('change', () => onChange(select.value))
  return make('label', { className: 'query__field' }, make('span', { textContent: text }), select)
}
