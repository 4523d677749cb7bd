import { formatBytes, formatNumber } from '../model/format.ts'
import { type Place, readPlace, writePlace } from './address.ts'
import { choicesOf, conditionRows, isOpen, newCondition } from './condition-form.ts'
import { make, options } from './dom.ts'
import { downloadButtons } from './downloads.ts'
import { countText, nextSort } from './explorer.ts'
import { groupFields } from './group-form.ts'
import type { Caution } from './guard.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { emptyQuery, isGrouped, type Query } from './query.ts'
import type { QueryDataset, QueryTable } from './query-table.ts'
import { type Result, withNames } from './result.ts'
import { resultTable } from './result-view.ts'
import { type Answer, labelOf, runQuery } from './run.ts'

/*
 * The query page in the browser. The address is the state: every choice goes into it, and back and forward show
 * what was there. A dataset is fetched when it is chosen, a column when a question needs it.
 */

const pause = 250 // ms after the last key

const root = document.querySelector<HTMLElement>('#query')
if (root) start(root)

interface Opened {
  readonly dataset: QueryDataset
  readonly table: OpenTable
}

function start(page: HTMLElement): void {
  const base = page.dataset['base'] ?? ''
  const part = <T extends HTMLElement = HTMLElement>(id: string) => document.querySelector(`#${id}`) as T
  const parts = {
    browse: part('query-browse'),
    panel: part('query-panel'),
    dataset: part<HTMLSelectElement>('query-dataset'),
    table: part<HTMLSelectElement>('query-table'),
    conditions: part('query-conditions'),
    addCondition: part<HTMLButtonElement>('query-add-condition'),
    groups: part('query-groups'),
    reset: part<HTMLButtonElement>('query-reset'),
    status: part('query-status'),
    cautions: part('query-cautions'),
    result: part('query-result'),
    actions: part('query-actions'),
    copied: part('query-copied'),
    about: part('query-about'),
    sql: part<HTMLDetailsElement>('query-sql'),
    sqlPlace: part('query-sql-place'),
  }
  const opened = new Map<string, Promise<QueryDataset>>()
  const tables = new Map<string, OpenTable>()
  let place: Place = readPlace(location.search)
  let current: Opened | undefined
  /** The dataset whose SQL field is drawn. */
  let sqlFor = ''
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let typing = false

  const fetchDataset = (id: string) => {
    const path = page.dataset['files']?.replace('*', id) ?? ''
    const loading = opened.get(id) ?? fetchJson<QueryDataset>(path)
    opened.set(id, loading)
    loading.catch(() => opened.delete(id))
    return loading
  }

  const tableOf = (dataset: QueryDataset, table: QueryTable) => {
    const key = `${dataset.id}/${table.name}`
    const open = tables.get(key) ?? openTable(table, { base })
    tables.set(key, open)
    return open
  }

  const remember = (kind: 'typing' | 'choice') => {
    const closed = { ...place.query, filters: place.query.filters.filter((filter) => !isOpen(filter)) }
    const address = location.pathname + writePlace({ ...place, query: closed })
    if (address !== location.pathname + location.search) {
      if (kind === 'typing' && typing) history.replaceState(null, '', address)
      else history.pushState(null, '', address)
    }
    typing = kind === 'typing'
  }

  const setQuery = (query: Query, kind: 'typing' | 'value' | 'shape') => {
    place = { ...place, query: { ...query, page: kind === 'value' || kind === 'typing' ? 1 : query.page } }
    clearTimeout(timer)
    const go = () => {
      remember(kind === 'typing' ? 'typing' : 'choice')
      void answer()
    }
    if (kind === 'typing') timer = setTimeout(go, pause)
    else go()
    if (kind === 'shape') drawForm()
  }

  const open = async () => {
    const mine = ++turn
    const chosen = place.dataset !== ''
    parts.browse.hidden = chosen
    parts.panel.hidden = !chosen
    parts.dataset.value = place.dataset
    if (!chosen) return
    parts.status.textContent = '正在取数据……'
    try {
      const dataset = await fetchDataset(place.dataset)
      if (mine !== turn) return
      const table = dataset.tables.find(({ name }) => name === place.table) ?? dataset.tables[0]
      if (!table) {
        parts.status.textContent = '这个数据集没有开放的文件。'
        return
      }
      current = { dataset, table: tableOf(dataset, table) }
      place = { ...place, table: table.name }
      drawSource(dataset, table)
      drawForm()
      if (place.sql) parts.sql.open = true
      void drawSql()
      await answer()
    } catch (error) {
      parts.status.textContent = '数据没有取到：网址可能有误，或网络不通。请检查后再试；文件仍可以下载。'
      throw error
    }
  }

  const drawSource = (dataset: QueryDataset, table: QueryTable) => {
    parts.table.replaceChildren(
      ...options(
        dataset.tables.map(({ name, title }) => [name, title] as const),
        table.name,
      ),
    )
    parts.table.parentElement?.toggleAttribute('hidden', dataset.tables.length < 2)
    const bytes = (table.parquet.length > 0 ? table.parquet : [table.csv]).reduce((sum, file) => sum + file.bytes, 0)
    const name = make('a', { href: base + dataset.page, textContent: dataset.title })
    parts.about.replaceChildren(
      make(
        'p',
        { className: 'note' },
        '数据集：',
        name,
        `，版本 ${dataset.version}（${dataset.updatedOn}），${formatNumber(table.rows, '行')}，整表 ${formatBytes(bytes)}。引用：`,
      ),
      make('p', { className: 'citation', textContent: dataset.citation }),
    )
  }

  const drawForm = () => {
    if (!current) return
    const { dataset, table: openTable_ } = current
    const { table } = openTable_
    const label = labelOf(dataset, table)
    const focused = document.activeElement?.id
    parts.conditions.replaceChildren(
      ...conditionRows({
        table,
        filters: place.query.filters,
        values: async (name) => {
          const column = (await openTable_.columns([name])).get(name)
          return column ? choicesOf(column, (value) => label(name, value)) : []
        },
        onChange: (filters, kind) => setQuery({ ...place.query, filters }, kind),
      }),
    )
    parts.groups.replaceChildren(
      ...groupFields({ table, query: place.query, onChange: (query) => setQuery(query, 'shape') }),
    )
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
  }

  const answer = async () => {
    if (!current) return
    const mine = ++turn
    const { dataset, table } = current
    const query = { ...place.query, filters: place.query.filters.filter((filter) => !isOpen(filter)) }
    const found = await runQuery(dataset, table, query).catch((error: unknown) => {
      parts.status.textContent = '数据没有取到，请检查网络后再试；文件仍可以下载。'
      throw error
    })
    if (mine !== turn) return
    if ('problem' in found) {
      parts.status.textContent = found.problem
      parts.result.replaceChildren()
      parts.cautions.replaceChildren()
      parts.actions.hidden = true
      return
    }
    show(found, query)
  }

  const show = ({ result, matched, cautions }: Answer, query: Query) => {
    if (!current) return
    const { dataset, table } = current
    const label = labelOf(dataset, table.table)
    const groups = isGrouped(query) && query.groups.length > 0
    const said = `${countText(matched, table.rows)}${groups ? `分成 ${formatNumber(result.rows, '组')}。` : ''}`
    parts.status.textContent = said + (cautions.length > 0 ? `注意 ${cautions.length} 点，见下。` : '')
    parts.cautions.replaceChildren(...cautionNotes(cautions))
    const focus = document.activeElement as HTMLElement | null
    const [sorted, paged] = [focus?.dataset['sort'], focus?.closest('.pager') ? focus.textContent : undefined]
    const scrolled = parts.result.querySelector('.table-scroll')?.scrollLeft ?? 0
    const sound = !cautions.some(({ level }) => level === 'wrong')
    parts.result.replaceChildren(
      ...resultTable(result, {
        label: `结果：${table.table.title}`,
        sort: query.sort,
        page: query.page,
        bars: groups && sound && query.across === undefined,
        name: (column, value) => label(column.name, value),
        onSort: (column) => setQuery({ ...place.query, sort: nextSort(place.query.sort, column), page: 1 }, 'shape'),
        onPage: (number) => setQuery({ ...place.query, page: number }, 'shape'),
      }),
    )
    const scroll = parts.result.querySelector('.table-scroll')
    if (scroll) scroll.scrollLeft = scrolled
    if (sorted)
      parts.result.querySelector<HTMLElement>(`[data-sort="${CSS.escape(sorted)}"]`)?.focus({ preventScroll: true })
    if (paged !== undefined) focusPager(parts.result, paged)
    drawActions(withNames(result, (column, value) => label(column.name, value)))
  }

  const drawActions = (result: Result) => {
    parts.actions.hidden = false
    const name = `${place.dataset}-${place.table}-${isGrouped(place.query) ? 'grouped' : 'rows'}`
    const copy = make('button', { type: 'button', className: 'quiet', textContent: '复制这次查询的网址' })
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(location.href)
      parts.copied.textContent = '网址已复制。'
    })
    parts.copied.textContent = ''
    parts.actions.replaceChildren(
      make('span', { textContent: '下载结果：' }),
      ...downloadButtons(name, () => result),
      copy,
    )
  }

  /** One database for all tables of the dataset; drawn when it is asked for. */
  const drawSql = async () => {
    if (!current || !parts.sql.open || sqlFor === current.dataset.id) return
    const { dataset } = current
    sqlFor = dataset.id
    const { sqlPanel } = await import('./sql-panel.ts')
    parts.sqlPlace.replaceChildren(
      ...sqlPanel({
        dataset,
        tables: dataset.tables.map((table) => tableOf(dataset, table)),
        sql: place.sql,
        size: parts.sql.dataset['size'] ?? '',
        onRun: (sql) => {
          place = { ...place, sql }
          remember('choice')
        },
      }),
    )
  }

  const choose = (next: Partial<Place>) => {
    place = { ...place, query: emptyQuery, table: undefined, sql: undefined, ...next }
    remember('choice')
    void open()
  }
  parts.sql.addEventListener('toggle', () => void drawSql())
  parts.dataset.addEventListener('change', () => choose({ dataset: parts.dataset.value }))
  parts.table.addEventListener('change', () => choose({ table: parts.table.value }))
  parts.reset.addEventListener('click', () => setQuery(emptyQuery, 'shape'))
  parts.addCondition.addEventListener('click', () => {
    const used = new Set(place.query.filters.map(({ column }) => column))
    const columns = current?.table.table.columns ?? []
    const column = columns.find(({ name }) => !used.has(name)) ?? columns[0]
    if (!column) return
    const filters = [...place.query.filters, newCondition(column)]
    setQuery({ ...place.query, filters }, 'shape')
    document.getElementById(`condition-${filters.length - 1}`)?.focus()
  })
  parts.panel.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault())
  for (const link of parts.browse.querySelectorAll<HTMLAnchorElement>('a[data-dataset]')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      choose({ dataset: link.dataset['dataset'] ?? '' })
      parts.dataset.focus()
    })
  }
  addEventListener('popstate', () => {
    typing = false
    place = readPlace(location.search)
    void open()
  })
  void open()
}

function cautionNotes(cautions: readonly Caution[]): HTMLElement[] {
  if (cautions.length === 0) return []
  const wrong = cautions.some(({ level }) => level === 'wrong')
  const lines = [...cautions]
    .sort((a, b) => Number(b.level === 'wrong') - Number(a.level === 'wrong'))
    .map(({ level, text }) => {
      const word = level === 'wrong' ? [make('b', { textContent: '不可用：' })] : []
      return make('li', {}, ...word, text)
    })
  const title = make('p', {}, make('b', { textContent: wrong ? '这个结果不能当数字用' : '用这个结果前请看' }))
  return [make('div', { className: 'notice' }, title, make('ul', {}, ...lines))]
}

function focusPager(result: HTMLElement, text: string | null): void {
  const buttons = Array.from(result.querySelectorAll<HTMLButtonElement>('.pager button:enabled'))
  ;(buttons.find((button) => button.textContent === text) ?? buttons[0])?.focus({ preventScroll: true })
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${response.status} ${path}`)
  return (await response.json()) as T
}
