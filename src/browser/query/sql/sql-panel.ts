import { formatNumber } from '../../../model/number/format.ts'
import type { QueryDataset } from '../../../publish/query/query-table.ts'
import { make, options } from '../dom.ts'
import { downloadButtons } from '../downloads.ts'
import type { OpenTable } from '../open-table.ts'
import type { Result } from '../result.ts'
import { resultTable } from '../result-view.ts'
import { openSql, type SqlSession } from './sql-client.ts'
import { sqlExamples } from './sql-examples.ts'
import { mostRows, type SqlAnswer } from './sql-run.ts'
import { registerTables, sqlName } from './sql-table.ts'

export interface SqlPanel {
  readonly dataset: QueryDataset
  readonly tables: readonly OpenTable[]
  /** What the address holds, to begin with. */
  readonly sql?: string | undefined
  /** Size of what is loaded once, in words. */
  readonly size: string
  onRun(sql: string): void
}

/** A field for SQL over all tables of a dataset. SQLite is loaded with the first run. */
export function sqlPanel({ dataset, tables, sql, size, onRun }: SqlPanel): HTMLElement[] {
  const examples = sqlExamples(dataset)
  let session: Promise<SqlSession> | undefined
  const area = make('textarea', {
    id: 'query-sql-text',
    rows: 6,
    spellcheck: false,
    value: sql ?? examples[0]?.sql ?? '',
  })
  const label = make('label', { textContent: 'SQL 语句' })
  label.htmlFor = area.id
  const example = make('select', { ariaLabel: '例子' })
  const chosen = examples.findIndex((one) => one.sql === area.value)
  example.append(
    ...options(
      [['', '选一个例子'], ...examples.map(({ title }, index) => [String(index), title] as const)],
      String(chosen),
    ),
  )
  example.addEventListener('change', () => {
    area.value = examples[Number(example.value)]?.sql ?? area.value
  })
  const run = make('button', { type: 'button', textContent: `载入 SQLite（${size}）并运行`, id: 'query-sql-run' })
  const stop = make('button', { type: 'button', className: 'quiet', textContent: '停止', hidden: true })
  const status = make('p', { className: 'result-count', role: 'status', id: 'query-sql-status' })
  const place = make('div')
  const start = async () => {
    run.disabled = true
    stop.hidden = false
    status.textContent = session ? '正在运行……' : '正在载入 SQLite 和数据……'
    onRun(area.value)
    try {
      session ??= openSql(dataset, tables)
      const answer = await (await session).run(area.value)
      run.textContent = '运行'
      if ('problem' in answer) {
        status.textContent = answer.problem
        place.replaceChildren()
      } else showAnswer(answer, place, status, dataset.id)
    } catch (error) {
      session = undefined
      status.textContent = 'SQLite 没有载入，请检查网络后再试；上面的筛选和分组仍可以用。'
      throw error
    } finally {
      run.disabled = false
      stop.hidden = true
    }
  }
  stop.addEventListener('click', async () => {
    const running = session
    session = undefined
    run.disabled = false
    stop.hidden = true
    status.textContent = '已停止。'
    ;(await running)?.stop()
  })
  run.addEventListener('click', () => void start())
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !run.disabled) void start()
  })
  const buttons = make(
    'div',
    { className: 'query__buttons' },
    run,
    stop,
    make('span', { className: 'note', textContent: 'Ctrl + Enter 也可以运行' }),
  )
  return [tableList(dataset), example, label, area, buttons, status, place]
}

function tableList(dataset: QueryDataset): HTMLElement {
  const own = dataset.tables.map(({ name, title, columns }) => ({ name: sqlName(name), title, columns }))
  const registers = registerTables(dataset).map(({ name, columns }) => ({ name, title: '名称对照', columns }))
  return make(
    'dl',
    { className: 'sql-tables' },
    ...[...own, ...registers].flatMap(({ name, title, columns }) => [
      make('dt', {}, make('code', { textContent: name }), ` ${title}`),
      make('dd', {}, make('code', { textContent: columns.map((column) => column.name).join(', ') })),
    ]),
  )
}

function showAnswer(answer: SqlAnswer, place: HTMLElement, status: HTMLElement, name: string): void {
  const result = resultOf(answer)
  const cut = answer.cut ? `只取了前 ${formatNumber(mostRows, '行')}，请加 LIMIT 或条件。` : ''
  status.textContent = `${formatNumber(result.rows, '行')}。${cut}`
  const draw = (page: number) => {
    const parts = resultTable(result, { label: 'SQL 的结果', sort: [], page, name: () => undefined, onPage: draw })
    const downloads = make(
      'div',
      { className: 'query__buttons' },
      make('span', { textContent: '下载结果：' }),
      ...downloadButtons(`${name}-sql`, () => result),
    )
    place.replaceChildren(...parts, downloads)
  }
  draw(1)
}

/** Two columns of one name are told apart, or a download would lose one. */
function resultOf({ columns, rows }: SqlAnswer): Result {
  const names = columns.map((name, index) => (columns.indexOf(name) < index ? `${name}_${index + 1}` : name))
  return {
    columns: names.map((name, index) => ({
      name,
      title: name,
      numeric: rows.length > 0 && rows.every((row) => row[index] === undefined || typeof row[index] === 'number'),
      plain: true,
    })),
    rows: rows.length,
    cell: (row, column) => rows[row]?.[column],
  }
}
