import type { Dataset } from '../../model/data/dataset.ts'
import { formatDate } from '../../model/number/date.ts'
import { formatNumber } from '../../model/number/format.ts'
import type { Site } from '../../model/site.ts'
import { datasetFacts, yearsOf } from './dataset-facts.ts'
import type { DatasetQuality } from './dataset-quality.ts'
import { datasetSeries } from './dataset-series.ts'
import { recordedRows } from './gaps.ts'

/** Names in a sentence; the rest is counted. */
const mostNames = 3

/**
 * A dataset in two or three plain sentences, made from the data alone: what it counts, where and when, how many
 * figures and sources, when it was updated, and what is missing.
 */
export function datasetWords(
  site: Pick<Site, 'observations' | 'indicators' | 'regions'>,
  dataset: Dataset,
  quality: DatasetQuality,
): string[] {
  const updated = `${formatDate(dataset.gongbao.updatedOn, 'zh')}更新。`
  // A dataset that is not open comes without its tables.
  if (dataset.tables.length === 0) return [`${dataset.gongbao.disclosure}，这里只登记它，不登内容。${updated}`]
  const what = quality.figures > 0 ? figuresWords(site, dataset) : tablesWords(dataset)
  const missing = quality.figures > 0 ? missingFigures(dataset, quality) : missingCells(dataset)
  return [`${what}${updated}`, ...(missing ? [missing] : [])]
}

function figuresWords(site: Pick<Site, 'observations' | 'indicators' | 'regions'>, dataset: Dataset): string {
  const figures = site.observations.filter((one) => one.dataset === dataset.id)
  const facts = datasetFacts(site, dataset)
  const indicators = datasetSeries(figures, site.indicators).map(({ indicator }) => indicator.name)
  const places = [...new Set(figures.map((one) => one.region))].map((code) => site.regions.get(code)?.name ?? code)
  const when = facts.span ? `${yearsOf(facts.span)}，` : ''
  return (
    `${when}${listed(places, '处')}的${formatNumber(figures.length, '个数字')}：` +
    `${listed(indicators, '个指标')}；出自 ${facts.sources} 篇来源，每个数字都带印出来的样子。`
  )
}

function tablesWords({ tables }: Dataset): string {
  const said = tables.map(
    ({ title, name, summary, schema }) =>
      `${title ?? name} ${formatNumber(summary.rows, '行')}、${formatNumber(schema.fields.length, '列')}`,
  )
  return `${tables.length > 1 ? `${tables.length} 张表：` : ''}${said.join('；')}。`
}

/** What a reader would otherwise take for granted. */
function missingFigures(dataset: Dataset, quality: DatasetQuality): string {
  const parts = [
    quality.conflicts.length > 0 && `${quality.conflicts.length} 组来源说法不一，并列保留`,
    quality.approximate > 0 && `${quality.approximate} 个是约数`,
    quality.doubtful > 0 && `${quality.doubtful} 个存疑`,
    quality.unlocated > 0 && `${quality.unlocated} 个没有写明在来源里的位置`,
    ...quality.statuses
      .filter(([status]) => ['计划', '预计', '初步'].includes(status))
      .map(([status, count]) => `${count} 个是${status}数`),
    announcedWords(dataset),
  ].filter((part) => part)
  return parts.length > 0 ? `其中 ${parts.join('；')}。` : ''
}

function missingCells(dataset: Dataset): string {
  const columns = dataset.tables.flatMap(({ summary }) => summary.columns.map(({ filled }) => ({ filled, summary })))
  const gaps = columns.filter(({ filled, summary }) => filled < summary.rows)
  const cells = gaps.reduce((sum, { filled, summary }) => sum + summary.rows - filled, 0)
  const parts = [
    cells > 0 && `${formatNumber(cells, '格')}空着，分在 ${gaps.length} 列里：来源没有写的，不补`,
    announcedWords(dataset),
  ].filter((part) => part)
  return parts.length > 0 ? `${parts.join('；')}。` : ''
}

function announcedWords(dataset: Dataset): string | undefined {
  const { announced } = dataset.gongbao
  const recorded = recordedRows(dataset)
  if (!announced || announced.count <= recorded) return undefined
  return `公布 ${announced.count} 项，收录 ${recorded} 项`
}

/** `义乌市` · `义乌市、杭州市` · `义乌市、杭州市、宁波市等 9 处`. */
function listed(names: readonly string[], counter: string): string {
  const shown = names.slice(0, mostNames).join('、')
  return names.length > mostNames ? `${shown}等 ${names.length} ${counter}` : shown
}
