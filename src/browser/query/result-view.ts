import { formatNumber } from '../../model/number/format.ts'
import type { Cell } from './column.ts'
import { make } from './dom.ts'
import type { Result, ResultColumn } from './result.ts'
import type { SortKey } from './sort.ts'

/** How many rows stand on one page of a result. */
export const pageRows = 50

const longestText = 120

export interface ResultView {
  readonly label: string
  readonly sort: readonly SortKey[]
  readonly page: number
  /** Draws a bar under the figures of the first column of numbers: where they can be compared. */
  readonly bars?: boolean
  /** The name that a code stands for. */
  name(column: ResultColumn, value: string): string | undefined
  /** Address of the page about what a code stands for. */
  link?(column: ResultColumn, value: string): string | undefined
  /** Absent where the rows have an order of their own. */
  readonly onSort?: ((column: string) => void) | undefined
  readonly onPage: (page: number) => void
}

/** One page of a result as a table that scrolls by itself, with the pages below it. */
export function resultTable(result: Result, view: ResultView): HTMLElement[] {
  const head = make('thead', {}, make('tr', {}, ...result.columns.map((column) => headCell(column, view))))
  const body = make('tbody')
  const from = (view.page - 1) * pageRows
  const bar = view.bars ? barOf(result) : undefined
  for (let row = from; row < Math.min(from + pageRows, result.rows); row += 1) {
    body.append(
      make('tr', {}, ...result.columns.map((column, at) => bodyCell(column, result.cell(row, at), at, view, bar))),
    )
  }
  const caption = make('caption', { className: 'visually-hidden', textContent: view.label })
  const table = make('table', { className: 'data query-table' }, caption, head, body)
  if (result.total && result.rows > 0) table.append(make('tfoot', {}, totalRow(result, view)))
  const scroll = make('section', { className: 'table-scroll', tabIndex: 0, ariaLabel: view.label }, table)
  return [scroll, ...pager(result.rows, view)]
}

/** How many rows met the conditions, of how many. */
export function countText(matched: number, rows: number): string {
  return matched === rows
    ? `共 ${formatNumber(rows, '行')}。`
    : `${formatNumber(matched)} / ${formatNumber(rows, '行')}符合条件。`
}

/** A number for people; what names something stays as it is. */
function numberText(value: number, column: ResultColumn): string {
  return column.plain ? String(value) : formatNumber(value)
}

function headCell(column: ResultColumn, { sort, onSort }: ResultView): HTMLElement {
  const cell = make('th', { scope: 'col', className: column.numeric ? 'num' : '' })
  const key = sort.find((one) => one.column === column.name)
  if (key) cell.ariaSort = key.descending ? 'descending' : 'ascending'
  if (!onSort) {
    cell.append(column.title)
    return cell
  }
  const mark = make('span', {
    className: 'sort-mark',
    ariaHidden: 'true',
    textContent: key ? (key.descending ? '↓' : '↑') : '',
  })
  const button = make('button', { type: 'button', className: 'sort-button' }, column.title, mark)
  button.dataset['sort'] = column.name
  button.addEventListener('click', () => onSort(column.name))
  cell.append(button)
  return cell
}

function bodyCell(column: ResultColumn, cell: Cell, at: number, view: ResultView, bar?: Bar): HTMLElement {
  const element = at === 0 ? make('th', { scope: 'row' }) : make('td')
  if (column.numeric) element.classList.add('num')
  element.append(...cellContent(column, cell, view))
  if (bar?.column === at && typeof cell === 'number') element.append(barShape(cell / bar.most))
  if (typeof cell === 'string' && cell.length > 20 && !column.register) element.classList.add('wrap')
  return element
}

interface Bar {
  readonly column: number
  readonly most: number
}

/** The first column of numbers, where all of them can start at zero. */
function barOf(result: Result): Bar | undefined {
  const column = result.columns.findIndex(({ numeric, plain }) => numeric && !plain)
  let most = 0
  for (let row = 0; column >= 0 && row < result.rows; row += 1) {
    const cell = result.cell(row, column)
    if (typeof cell === 'number' && cell < 0) return undefined
    if (typeof cell === 'number' && cell > most) most = cell
  }
  return most > 0 && result.rows > 1 ? { column, most } : undefined
}

/** Says what the number beside it says, so it is hidden from those who listen. */
function barShape(share: number): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'value-bar')
  svg.setAttribute('aria-hidden', 'true')
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  rect.setAttribute('width', `${(share * 100).toFixed(2)}%`)
  rect.setAttribute('height', '100%')
  svg.append(rect)
  return svg
}

/** Codes with their names: 义乌市 330782. Missing is a dash that says so to those who cannot see it. */
function cellContent(column: ResultColumn, cell: Cell, view: ResultView): (Node | string)[] {
  if (cell === undefined)
    return [make('span', { className: 'gap', ariaHidden: 'true', textContent: '—' }), hidden('缺')]
  if (typeof cell === 'number') return [numberText(cell, column)]
  const name = view.name(column, cell)
  if (name !== undefined) {
    const href = view.link?.(column, cell)
    const shown = href ? make('a', { href, textContent: short(name, 24) }) : short(name, 24)
    return [shown, ' ', make('span', { className: 'code', textContent: cell })]
  }
  return [short(cell, longestText)]
}

function totalRow(result: Result, view: ResultView): HTMLElement {
  return make(
    'tr',
    {},
    ...result.columns.map((column, at) => {
      if (at === 0) return make('th', { scope: 'row', textContent: '全部' })
      const cell = make('td', { className: column.numeric ? 'num' : '' })
      const total = result.total?.[at]
      // The groups have no figure of all of them together; an empty cell is not a missing value.
      if (total !== undefined) cell.append(...cellContent(column, total, view))
      return cell
    }),
  )
}

function pager(rows: number, { page, onPage }: ResultView): HTMLElement[] {
  const pages = Math.max(1, Math.ceil(rows / pageRows))
  if (pages === 1) return []
  const step = (text: string, to: number) => {
    const button = make('button', {
      type: 'button',
      className: 'quiet',
      textContent: text,
      disabled: to < 1 || to > pages,
    })
    button.addEventListener('click', () => onPage(to))
    return button
  }
  const text = `第 ${page} / ${formatNumber(pages)} 页`
  const nav = make(
    'nav',
    { className: 'pager', ariaLabel: '结果的页' },
    step('上一页', page - 1),
    make('span', { textContent: text }),
    step('下一页', page + 1),
  )
  return [nav]
}

function hidden(text: string): HTMLElement {
  return make('span', { className: 'visually-hidden', textContent: text })
}

function short(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
