import { formatBytes, formatNumber } from '../../model/number/format.ts'
import { labelOf, type QueryDataset, type QueryTable, registerPage } from '../../publish/query/query-table.ts'
import type { Caution } from './caution.ts'
import { make } from './dom.ts'
import { downloadButtons } from './downloads.ts'
import { redraw } from './redraw.ts'
import { type Result, withNames } from './result.ts'
import { type ResultView, resultTable } from './result-view.ts'

/** Where one answer is shown. */
export interface AnswerPlace {
  readonly result: HTMLElement
  readonly cautions: HTMLElement
  readonly actions: HTMLElement
  readonly copied: HTMLElement
}

export interface ShownAnswer extends Pick<ResultView, 'sort' | 'page' | 'bars' | 'onSort' | 'onPage'> {
  readonly dataset: QueryDataset
  readonly table: QueryTable
  readonly result: Result
  readonly cautions: readonly Caution[]
  /** Name of downloaded files, without ending. */
  readonly fileName: string
  readonly base: string
}

/** The table of a result with its cautions before and its downloads after it. Focus and sideways scroll stay. */
export function showAnswer(place: AnswerPlace, shown: ShownAnswer): void {
  const { dataset, table, result, cautions, fileName, base } = shown
  const label = labelOf(dataset, table)
  place.cautions.replaceChildren(...cautionNotes(cautions))
  const parts = resultTable(result, {
    ...shown,
    label: `结果：${table.title}`,
    name: (column, value) => label(column.name, value),
    link: (column, value) => {
      const page = registerPage(column.register, value)
      return page && base + page
    },
  })
  redraw(place.result, () => parts)
  const named = withNames(result, (column, value) => label(column.name, value))
  const copy = make('button', { type: 'button', className: 'quiet', textContent: '复制这次查询的网址' })
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(location.href)
    place.copied.textContent = '网址已复制。'
  })
  place.copied.textContent = ''
  place.actions.hidden = false
  place.actions.replaceChildren(
    make('span', { textContent: '下载结果：' }),
    ...downloadButtons(fileName, () => named),
    copy,
  )
}

/** What the table is, how to cite it, and whether the address was made with another version of it. */
export function aboutTable(
  dataset: QueryDataset,
  table: QueryTable,
  base: string,
  version: string | undefined,
): HTMLElement[] {
  const bytes = (table.parquet.length > 0 ? table.parquet : [table.csv]).reduce((sum, file) => sum + file.bytes, 0)
  const name = make('a', { href: base + dataset.page, textContent: dataset.title })
  const facts = `，版本 ${dataset.version}（${dataset.updatedOn}），${formatNumber(table.rows, '行')}，整表 ${formatBytes(bytes)}。引用：`
  const moved = `这个网址是按 ${version} 版做的，现在的数据是 ${dataset.version} 版，结果可能不同；旧版见数据集页。`
  return [
    ...(version && version !== dataset.version
      ? [make('div', { className: 'notice' }, make('p', { textContent: moved }))]
      : []),
    make('p', { className: 'note' }, '数据集：', name, facts),
    make('p', { className: 'citation', textContent: dataset.citation }),
  ]
}

function cautionNotes(cautions: readonly Caution[]): HTMLElement[] {
  if (cautions.length === 0) return []
  const wrong = cautions.filter(({ level }) => level === 'wrong')
  const care = cautions.filter(({ level }) => level === 'care')
  const title = wrong.length > 0 ? '这个结果不能当数字用' : '用这个结果前请看'
  const lines = [...wrong, ...care].map(({ text }) => make('li', { textContent: text }))
  return [
    make('div', { className: 'notice' }, make('p', {}, make('b', { textContent: title })), make('ul', {}, ...lines)),
  ]
}
