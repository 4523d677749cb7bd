import { formatNumber } from '../../model/number/format.ts'
import { labelOf, type QueryDataset, registerPage } from '../../publish/query/query-table.ts'
import { writePlace } from './address.ts'
import type { Answer, Refusal } from './answer.ts'
import { columnFilters, readColumnFilters } from './column-filter.ts'
import { make } from './dom.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { emptyQuery, type Query } from './query.ts'
import { redraw } from './redraw.ts'
import { countText, pageRows, resultTable } from './result-view.ts'
import { partOf, runQuery } from './run.ts'
import { nextSort } from './sort.ts'

/*
 * The whole table in the place of its preview: sorted by its heads, narrowed by the fields under them, in pages.
 * Nothing of it is loaded before the reader asks.
 */

const pause = 250 // ms after the last key

/**
 * `host` names the file of the dataset, the table and the base path of the site in its data attributes. Throws where
 * something cannot be fetched; the preview stays then.
 */
export async function openExplorer(host: HTMLElement): Promise<void> {
  const { file = '', table: name = '', base = '' } = host.dataset
  const status = host.querySelector('[role="status"]') as HTMLElement
  status.textContent = '正在取数据……'
  const response = await fetch(file)
  if (!response.ok) throw new Error(`${response.status} ${file}`)
  const dataset = (await response.json()) as QueryDataset
  const table = dataset.tables.find((one) => one.name === name)
  if (!table) throw new Error(`${file} has no table ${name}`)
  await explore({ host, status, dataset, open: openTable(table, { base }), base })
  host.querySelector('[data-static]')?.setAttribute('hidden', '')
  host.querySelector('[data-open]')?.remove()
  host.querySelector<HTMLElement>('[data-whole] .table-scroll')?.focus({ preventScroll: true })
}

interface Explored {
  readonly host: HTMLElement
  readonly status: HTMLElement
  readonly dataset: QueryDataset
  readonly open: OpenTable
  readonly base: string
}

/** Ready when the first page stands there. */
async function explore({ host, status, dataset, open, base }: Explored): Promise<void> {
  const { table, rows } = open
  const label = labelOf(dataset, table)
  const link = host.querySelector<HTMLAnchorElement>('[data-query-page]')
  const place = make('div')
  place.dataset['whole'] = ''
  let query: Query = emptyQuery
  /** Number of the latest question; an answer to an earlier one comes too late. */
  let turn = 0

  let fetched = false
  /** As long as nothing is sorted or narrowed, only the rows of the page are fetched. */
  const answerOf = async ({ filters, sort, page }: Query): Promise<Answer | Refusal> => {
    fetched ||= filters.length > 0 || sort.length > 0
    if (fetched) return runQuery(dataset, open, query)
    const result = await partOf(open, (page - 1) * pageRows, page * pageRows)
    return { result, matched: rows, cautions: [], comparable: false }
  }
  const show = async (next: Query) => {
    query = next
    turn += 1
    const mine = turn
    const answer = await answerOf(query)
    if (mine !== turn) return
    if ('problem' in answer) {
      status.textContent = answer.problem
      return
    }
    const parts = resultTable(answer.result, {
      label: `${table.title}，共 ${formatNumber(answer.matched, '行')}`,
      sort: query.sort,
      page: query.page,
      name: (column, value) => label(column.name, value),
      link: (column, value) => {
        const page = registerPage(column.register, value)
        return page && base + page
      },
      onSort: (column) => again({ ...query, sort: nextSort(query.sort, column), page: 1 }),
      onPage: (page) => again({ ...query, page }),
    })
    redraw(place, () => {
      parts[0]?.querySelector('thead')?.append(fields)
      return parts
    })
    status.textContent = countText(answer.matched, rows)
    const { id, version } = dataset
    const address = writePlace({ dataset: id, version, table: table.name, query: { ...query, page: 1 } })
    if (link) link.href = link.pathname + address
  }
  const again = (next: Query) => {
    show(next).catch((error: unknown) => {
      status.textContent = '数据没有取到，请检查网络后再试；文件仍可以下载。'
      throw error
    })
  }
  const fields = filterRow(open, () => {
    again({ ...query, filters: readColumnFilters(fields), page: 1 })
  })
  await show(query)
  status.after(place)
}

/** Drawn once; it moves from table to table with what is being typed in it. */
function filterRow({ table }: OpenTable, onChange: () => void): HTMLTableRowElement {
  const row = columnFilters(table.columns)
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, pause)
  }
  row.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) later()
  })
  row.addEventListener('compositionend', later)
  return row
}
