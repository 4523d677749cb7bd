import { formatNumber } from '../../model/number/format.ts'
import { labelOf, type QueryDataset, type QueryTable } from '../../publish/query/query-table.ts'
import { type Place, readPlace, writePlace } from './address.ts'
import { type AnswerPlace, aboutTable, showAnswer } from './answer-view.ts'
import { choicesOf, conditionRows, newCondition } from './condition-form.ts'
import { options } from './dom.ts'
import { addFilter, type Edit, sortBy, toPage } from './edit.ts'
import { groupFields } from './group-form.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { emptyQuery, isGrouped, withoutOpen } from './query.ts'
import { countText } from './result-view.ts'
import { knownOnly, runQuery } from './run.ts'

/*
 * The query page in the browser. The address is the state: every choice goes into it, and back and forward show
 * what was there. A dataset is fetched when it is chosen, a column when a question needs it.
 */

const pause = 250 // ms after the last key
const unreachable = '数据没有取到：网址可能有误，或网络不通。请检查后再试；文件仍可以下载。'

/** `typing`: more of the same is to come. `shape`: the form has other fields now. */
type Change = 'typing' | 'value' | 'shape'

interface Parts extends AnswerPlace {
  readonly browse: HTMLElement
  readonly panel: HTMLElement
  readonly dataset: HTMLSelectElement
  readonly table: HTMLSelectElement
  readonly conditions: HTMLElement
  readonly addCondition: HTMLButtonElement
  readonly groups: HTMLElement
  readonly reset: HTMLButtonElement
  readonly status: HTMLElement
  readonly about: HTMLElement
  readonly sql: HTMLDetailsElement
  readonly sqlPlace: HTMLElement
}

const root = document.querySelector<HTMLElement>('#query')
if (root) start(root, { base: root.dataset['base'] ?? '', files: root.dataset['files'] ?? '' })

function start(page: HTMLElement, { base, files }: { readonly base: string; readonly files: string }): void {
  const parts = partsOf(page)
  const datasets = new Map<string, Promise<QueryDataset>>()
  const tables = new Map<string, OpenTable>()
  let place: Place = readPlace(location.search)
  let current: { readonly dataset: QueryDataset; readonly open: OpenTable } | undefined
  /** The dataset whose SQL field is drawn. */
  let sqlFor = ''
  /** Number of the latest question; an answer to an earlier one comes too late. */
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** True while the reader types: one entry of the history for one text, not for each key. */
  let typing = false

  const fetchDataset = (id: string) => {
    const fetched = datasets.get(id) ?? fetchJson<QueryDataset>(files.replace('*', encodeURIComponent(id)))
    datasets.set(id, fetched)
    fetched.catch(() => datasets.delete(id))
    return fetched
  }
  const tableOf = (dataset: QueryDataset, table: QueryTable) => {
    const key = `${dataset.id}/${table.name}`
    const open = tables.get(key) ?? openTable(table, { base })
    tables.set(key, open)
    return open
  }
  const remember = (kind: 'typing' | 'choice') => {
    const address = location.pathname + writePlace({ ...place, query: withoutOpen(place.query) })
    if (address !== location.pathname + location.search) {
      if (kind === 'typing' && typing) history.replaceState(null, '', address)
      else history.pushState(null, '', address)
    }
    typing = kind === 'typing'
  }

  const open = async () => {
    turn += 1
    const mine = turn
    parts.browse.hidden = place.dataset !== ''
    parts.panel.hidden = place.dataset === ''
    parts.dataset.value = place.dataset
    if (place.dataset === '') return
    parts.status.textContent = '正在取数据……'
    const dataset = await fetchDataset(place.dataset).catch(fail)
    if (mine !== turn) return
    const table = dataset.tables.find(({ name }) => name === place.table) ?? dataset.tables[0]
    if (!table) {
      parts.status.textContent = '这个数据集没有开放的文件。'
      return
    }
    current = { dataset, open: tableOf(dataset, table) }
    parts.table.replaceChildren(
      ...options(
        dataset.tables.map(({ name, title }) => [name, title] as const),
        table.name,
      ),
    )
    parts.table.parentElement?.toggleAttribute('hidden', dataset.tables.length < 2)
    parts.about.replaceChildren(...aboutTable(dataset, table, base, place.version))
    place = { ...place, table: table.name, version: dataset.version, query: knownOnly(table, place.query) }
    drawForm()
    if (place.sql) parts.sql.open = true
    void drawSql()
    await answer()
  }

  const drawForm = () => {
    if (!current) return
    const { dataset, open: opened } = current
    const { table } = opened
    const label = labelOf(dataset, table)
    const focused = document.activeElement?.id
    const rows = conditionRows({
      table,
      filters: place.query.filters,
      values: async (name) => {
        const column = (await opened.columns([name])).get(name)
        return column ? choicesOf(column, (value) => label(name, value)) : []
      },
      onChange: change,
    })
    parts.conditions.replaceChildren(...rows)
    const fields = groupFields({ table, query: place.query, onChange: (edit) => change(edit, 'shape') })
    parts.groups.replaceChildren(...fields)
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
  }

  const change = (edit: Edit, kind: Change) => {
    place = { ...place, query: edit(place.query) }
    if (kind === 'shape') drawForm()
    clearTimeout(timer)
    const go = () => {
      remember(kind === 'typing' ? 'typing' : 'choice')
      void answer()
    }
    if (kind === 'typing') timer = setTimeout(go, pause)
    else go()
  }

  const answer = async () => {
    if (!current) return
    turn += 1
    const mine = turn
    const { dataset, open: opened } = current
    const query = withoutOpen(place.query)
    const found = await runQuery(dataset, opened, query).catch(fail)
    if (mine !== turn) return
    if ('problem' in found) {
      parts.status.textContent = found.problem
      parts.actions.hidden = true
      for (const part of [parts.result, parts.cautions]) part.replaceChildren()
      return
    }
    const { result, matched, cautions, comparable } = found
    const groups = query.groups.length > 0
    const notes = [
      countText(matched, opened.rows),
      groups && `分成 ${formatNumber(result.rows, '组')}。`,
      cautions.length > 0 && `注意 ${cautions.length} 点，见下。`,
    ]
    parts.status.textContent = notes.filter((note) => note).join('')
    showAnswer(parts, {
      dataset,
      table: opened.table,
      result,
      cautions,
      base,
      fileName: `${dataset.id}-${opened.table.name}-${isGrouped(query) ? 'grouped' : 'rows'}`,
      sort: query.sort,
      page: query.page,
      bars: comparable && cautions.every(({ level }) => level === 'care'),
      onSort: (column) => change(sortBy(column), 'value'),
      onPage: (number) => change(toPage(number), 'value'),
    })
  }

  /** One database for all tables of the dataset; drawn when it is asked for. */
  const drawSql = async () => {
    if (!current || !parts.sql.open || sqlFor === current.dataset.id) return
    const { dataset } = current
    sqlFor = dataset.id
    const { sqlPanel } = await import('./sql/sql-panel.ts')
    const fields = sqlPanel({
      dataset,
      tables: dataset.tables.map((table) => tableOf(dataset, table)),
      sql: place.sql,
      size: parts.sql.dataset['size'] ?? '',
      onRun: (sql) => {
        place = { ...place, sql }
        remember('choice')
      },
    })
    parts.sqlPlace.replaceChildren(...fields)
  }

  const fail = (error: unknown): never => {
    parts.status.textContent = unreachable
    throw error
  }
  const choose = (dataset: string, table?: string) => {
    place = { dataset, table, query: emptyQuery }
    remember('choice')
    void open()
  }
  listen(parts, {
    choose,
    clear: () => change(() => emptyQuery, 'shape'),
    addCondition: () => {
      const used = new Set(place.query.filters.map(({ column }) => column))
      const columns = current?.open.table.columns ?? []
      const column = columns.find(({ name }) => !used.has(name)) ?? columns[0]
      if (!column) return
      change(addFilter(newCondition(column)), 'shape')
      document.getElementById(`condition-${place.query.filters.length - 1}`)?.focus()
    },
    openSql: () => void drawSql(),
    goBack: () => {
      typing = false
      place = readPlace(location.search)
      void open()
    },
  })
  void open()
}

interface Doings {
  choose(dataset: string, table?: string): void
  clear(): void
  addCondition(): void
  openSql(): void
  goBack(): void
}

function listen(parts: Parts, doings: Doings): void {
  parts.dataset.addEventListener('change', () => doings.choose(parts.dataset.value))
  parts.table.addEventListener('change', () => doings.choose(parts.dataset.value, parts.table.value))
  parts.reset.addEventListener('click', doings.clear)
  parts.addCondition.addEventListener('click', doings.addCondition)
  parts.sql.addEventListener('toggle', doings.openSql)
  parts.panel.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault())
  for (const link of parts.browse.querySelectorAll<HTMLAnchorElement>('a[data-dataset]')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      doings.choose(link.dataset['dataset'] ?? '')
      parts.dataset.focus()
    })
  }
  addEventListener('popstate', doings.goBack)
}

function partsOf(page: HTMLElement): Parts {
  const part = <T extends HTMLElement>(id: string) => page.querySelector(`#query-${id}`) as T
  return {
    browse: part('browse'),
    panel: part('panel'),
    dataset: part('dataset'),
    table: part('table'),
    conditions: part('conditions'),
    addCondition: part('add-condition'),
    groups: part('groups'),
    reset: part('reset'),
    status: part('status'),
    cautions: part('cautions'),
    result: part('result'),
    actions: part('actions'),
    copied: part('copied'),
    about: part('about'),
    sql: part('sql'),
    sqlPlace: part('sql-place'),
  }
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${response.status} ${path}`)
  return (await response.json()) as T
}
