import { formatNumber } from '../model/format.ts'
import { writePlace } from './address.ts'
import { columnFilters, readColumnFilters } from './column-filter.ts'
import { make } from './dom.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { emptyQuery, type Query } from './query.ts'
import type { QueryDataset } from './query-table.ts'
import { resultTable } from './result-view.ts'
import { labelOf, runQuery } from './run.ts'
import type { SortKey } from './sort.ts'

/*
 * The whole table in the place of its preview: sorted by its heads, narrowed by the fields under them, in pages.
 * Nothing of it is loaded before the reader asks.
 */

const pause = 250 // ms after the last key

/** `host` names the file of the dataset, the table and the query page in its data attributes. */
export async function openExplorer(host: HTMLElement): Promise<void> {
  const { file = '', table: name = '', base = '' } = host.dataset
  const status = host.querySelector('[role="status"]') as HTMLElement
  status.textContent = '正在取数据……'
  try {
    const response = await fetch(file)
    if (!response.ok) throw new Error(`${response.status} ${file}`)
    const dataset = (await response.json()) as QueryDataset
    const table = dataset.tables.find((one) => one.name === name)
    if (!table) throw new Error(`${file} has no table ${name}`)
    await new Explorer(host, status, dataset, openTable(table, { base })).show(emptyQuery)
    host.querySelector('[data-static]')?.setAttribute('hidden', '')
    host.querySelector('[data-open]')?.remove()
    host.querySelector<HTMLElement>('.table-scroll[tabindex]:not([hidden] *)')?.focus({ preventScroll: true })
  } catch (error) {
    status.textContent = '数据没有取到，请检查网络后再试；文件仍可以下载。'
    throw error
  }
}

class Explorer {
  readonly #host: HTMLElement
  readonly #status: HTMLElement
  readonly #dataset: QueryDataset
  readonly #open: OpenTable
  readonly #place = make('div')
  #query: Query = emptyQuery
  /** Number of the latest question; an answer to an earlier one comes too late. */
  #turn = 0

  constructor(host: HTMLElement, status: HTMLElement, dataset: QueryDataset, open: OpenTable) {
    this.#host = host
    this.#status = status
    this.#dataset = dataset
    this.#open = open
  }

  async show(query: Query): Promise<void> {
    this.#query = query
    this.#turn += 1
    const turn = this.#turn
    const answer = await runQuery(this.#dataset, this.#open, query)
    if (turn !== this.#turn || 'problem' in answer) return
    const { table } = this.#open
    const label = labelOf(this.#dataset, table)
    const parts = resultTable(answer.result, {
      label: `${table.title}，共 ${formatNumber(answer.matched, '行')}`,
      sort: query.sort,
      page: query.page,
      name: (column, value) => label(column.name, value),
      onSort: (column) => this.show({ ...this.#query, sort: nextSort(this.#query.sort, column), page: 1 }),
      onPage: (page) => this.show({ ...this.#query, page }),
    })
    this.#draw(parts)
    this.#status.textContent = countText(answer.matched, this.#open.rows)
    const link = this.#host.querySelector<HTMLAnchorElement>('[data-query-page]')
    const address = writePlace({ dataset: this.#dataset.id, table: table.name, query: { ...query, page: 1 } })
    if (link) link.href = `${link.pathname}${address}`
  }

  /** The fields of the filters are drawn once and stay, with what is being typed in them; the rest is drawn anew. */
  #draw(parts: readonly HTMLElement[]): void {
    const focused = document.activeElement as HTMLElement | null
    const [scrolled, sorted] = [this.#place.querySelector('.table-scroll')?.scrollLeft ?? 0, focused?.dataset['sort']]
    const [paged, column, part] = [focused?.textContent, focused?.dataset['column'], focused?.dataset['part']]
    const inPager = focused?.closest('.pager') !== null && focused?.closest('.pager') !== undefined
    const selection = focused instanceof HTMLInputElement ? focused.selectionStart : null
    const filters = this.#place.querySelector<HTMLTableRowElement>('.column-filters') ?? this.#filterRow()
    this.#place.replaceChildren(...parts)
    this.#place.querySelector('thead')?.append(filters)
    if (!this.#place.isConnected) this.#status.after(this.#place)
    const scroll = this.#place.querySelector('.table-scroll')
    if (scroll) scroll.scrollLeft = scrolled
    if (sorted) this.#find(`[data-sort="${CSS.escape(sorted)}"]`)?.focus({ preventScroll: true })
    else if (column) {
      const input = this.#find(`[data-column="${CSS.escape(column)}"][data-part="${part}"]`) as HTMLInputElement | null
      input?.focus({ preventScroll: true })
      if (selection !== null) input?.setSelectionRange(selection, selection)
    } else if (inPager) {
      const buttons = Array.from(this.#place.querySelectorAll<HTMLButtonElement>('.pager button:enabled'))
      ;(buttons.find(({ textContent }) => textContent === paged) ?? buttons[0])?.focus({ preventScroll: true })
    }
  }

  #find(selector: string): HTMLElement | null {
    return this.#place.querySelector<HTMLElement>(selector)
  }

  #filterRow(): HTMLTableRowElement {
    const row = columnFilters(this.#open.table.columns, this.#query.filters)
    let timer: ReturnType<typeof setTimeout> | undefined
    const update = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        void this.show({ ...this.#query, filters: readColumnFilters(row, this.#query.filters), page: 1 })
      }, pause)
    }
    row.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) update()
    })
    row.addEventListener('compositionend', update)
    return row
  }
}

/** Ascending, then descending, then as in the file. */
export function nextSort(sort: readonly SortKey[], column: string): SortKey[] {
  const own = sort.find((key) => key.column === column)
  if (!own) return [{ column, descending: false }]
  return own.descending ? [] : [{ column, descending: true }]
}

export function countText(matched: number, rows: number): string {
  return matched === rows
    ? `共 ${formatNumber(rows, '行')}。`
    : `${formatNumber(matched)} / ${formatNumber(rows, '行')}符合条件。`
}
