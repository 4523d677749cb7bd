import { addDays } from '../../model/number/date.ts'
import { type Period, parsePeriod } from '../../model/number/period.ts'
import { compareText } from '../../model/text-order.ts'
import { type Caution, type Judged, mixedGroups } from './caution.ts'
import type { Column } from './column.ts'
import type { Measure } from './query.ts'

/** What one row of observations says, besides its value. */
interface Figure {
  readonly group: number
  readonly indicator: string
  readonly region: string
  readonly period: string
}

/** Kinds of indicator whose values are shares of something: they neither add up nor average without weights. */
const shares = new Set(['ratio', 'growth', 'index', 'rank', 'coverage', 'duration'])

/**
 * Why figures of observations must not be put together: other indicators, other units, shares, counts of different
 * moments, a year and its months, a province and its cities, two sources of one figure, plans, round numbers.
 */
export function observationCautions(judged: Judged, measure: Measure): Caution[] {
  const { name } = measure
  if (name === 'count' || name === 'distinct') return []
  const figures = figuresOf(judged)
  const mixed = mixedGroups(judged, 'indicator')
  if (mixed) {
    const names = mixed.map((id) => `“${judged.dataset.names.indicators?.[id] ?? id}”`).join('、')
    return [wrong(`不同的指标放在了一起（如${names}），结果没有意义。请按指标分组，或只选一个指标。`)]
  }
  const units = mixedGroups(judged, 'unit')
  if (units) return [wrong(`单位不同的数放在了一起（${units.join('、')}），结果没有意义。`)]
  const added = name === 'sum' ? sumCautions(judged, figures) : name === 'mean' ? meanCautions(judged, figures) : []
  return [...added, ...doubled(figures), ...statusCautions(judged), ...approximate(judged), ...doubtfulRows(judged)]
}

function sumCautions({ dataset, groupedBy }: Judged, figures: readonly Figure[]): Caution[] {
  const cautions: Caution[] = []
  const shared = figures.find(({ indicator }) => {
    const described = dataset.indicators[indicator]
    return (
      described && (shares.has(described.kind) || described.aggregation === 'none' || described.aggregation === 'mean')
    )
  })
  if (shared) cautions.push(wrong(`${nameOf(dataset, shared)}不能相加（比率、增速、名次一类的数加起来没有意义）。`))
  const series = [...Map.groupBy(figures, ({ group, indicator, region }) => `${group} ${indicator} ${region}`).values()]
  const stock = series.find(([first, ...more]) => {
    const last = first && dataset.indicators[first.indicator]?.aggregation === 'last'
    return last && more.some(({ period }) => period !== first.period)
  })?.[0]
  if (stock) cautions.push(wrong(`${nameOf(dataset, stock)}是一个时点的存量，不同时点的数不能相加。请按时期分组。`))
  const overlap = stock ? undefined : series.map(overlapOf).find((pair) => pair)
  if (overlap) cautions.push(wrong(`时期互相重叠（${overlap.join(' 与 ')}），同一段时间算了两次。`))
  const spans = groupedBy.includes('period') ? undefined : differentSpans(figures)
  if (spans)
    cautions.push(care(`各组的数字覆盖的时期不同（如 ${spans.join(' 与 ')}），合计不能直接比较。请按时期分组或筛选。`))
  const nested = nestedRegions(dataset.parents, figures)
  if (nested) {
    const names = nested.map((code) => dataset.names.regions?.[code] ?? code)
    cautions.push(wrong(`地方互相包含（${names.join('与')}），同一个地方算了两次。请按区划分组或筛选。`))
  }
  return cautions
}

function meanCautions({ dataset }: Judged, figures: readonly Figure[]): Caution[] {
  const shared = figures.find(({ indicator }) => shares.has(dataset.indicators[indicator]?.kind ?? ''))
  return shared ? [care(`${nameOf(dataset, shared)}是比率一类的数，这里是简单平均，没有按规模加权。`)] : []
}

/** One figure by several sources: all of them are kept in the data, and all of them count here. */
function doubled(figures: readonly Figure[]): Caution[] {
  const groups = Map.groupBy(
    figures,
    ({ group, indicator, region, period }) => `${group} ${indicator} ${region} ${period}`,
  )
  const count = [...groups.values()].filter((rows) => rows.length > 1).length
  return count > 0
    ? [care(`有 ${count} 个数有不止一行（不同来源的说法并列保留，或是修订），这里每一行都计入。可按来源筛选。`)]
    : []
}

function statusCautions({ rows, columns }: Judged): Caution[] {
  const counts = valueCounts(rows, columns.get('status'))
  const unreal = ['计划', '预计', '作废'].filter((status) => counts.has(status))
  if (unreal.length === 0) return []
  const list = unreal.map((status) => `${status} ${counts.get(status)} 行`).join('、')
  return [care(`含不是完成数的行：${list}。可按状态筛选。`)]
}

function approximate({ rows, columns }: Judged): Caution[] {
  const counts = valueCounts(rows, columns.get('approx'))
  const count = [...counts.values()].reduce((a, b) => a + b, 0)
  return count > 0 ? [care(`${count} 行是约数（${[...counts.keys()].join('、')}），结果也只是约数。`)] : []
}

function doubtfulRows({ rows, columns }: Judged): Caution[] {
  const counts = valueCounts(rows, columns.get('doubt'))
  const count = [...counts.values()].reduce((a, b) => a + b, 0)
  return count > 0 ? [care(`${count} 行存疑（${[...counts.keys()].slice(0, 3).join('；')}），结果同样存疑。`)] : []
}

function figuresOf({ rows, columns, grouping }: Judged): Figure[] {
  const text = (name: string) => {
    const column = columns.get(name)
    return (row: number) => (column?.kind === 'text' ? (column.values[column.codes[row] ?? 0] ?? '') : '')
  }
  const [indicator, region, period] = [text('indicator'), text('region'), text('period')]
  return Array.from(rows, (row, index) => ({
    group: grouping.of[index] ?? 0,
    indicator: indicator(row),
    region: region(row),
    period: period(row),
  }))
}

/** Two different periods of one series that share a day. */
function overlapOf(series: readonly Figure[]): [string, string] | undefined {
  const periods = [...new Set(series.map(({ period }) => period))]
    .flatMap((text) => parsePeriod(text) ?? [])
    .sort((a, b) => compareText(a.start, b.start))
  let latest: Period | undefined
  for (const period of periods) {
    if (latest && period.start <= latest.end) return [latest.text, period.text]
    if (!latest || period.end > latest.end) latest = period
  }
  return undefined
}

/** Two groups of one indicator whose figures cover different days, each in words; 2021-H1 and 2021-H2 together are 2021. */
function differentSpans(figures: readonly Figure[]): [string, string] | undefined {
  for (const own of Map.groupBy(figures, ({ indicator }) => indicator).values()) {
    const groups = Map.groupBy(own, ({ group }) => group)
    const spans = [...groups.values()].map((rows) => spanOf([...new Set(rows.map(({ period }) => period))]))
    const [first] = spans
    const other = spans.find((span) => span.days !== first?.days)
    if (first && other) return [first.words, other.words]
  }
  return undefined
}

function spanOf(periods: readonly string[]): { readonly days: string; readonly words: string } {
  const sorted = periods.flatMap((text) => parsePeriod(text) ?? []).sort((a, b) => compareText(a.start, b.start))
  const runs: { start: string; end: string }[] = []
  for (const { start, end } of sorted) {
    const last = runs.at(-1)
    if (!last || start > addDays(last.end, 1)) runs.push({ start, end })
    else if (end > last.end) last.end = end
  }
  const words = sorted.slice(0, 3).map(({ text }) => text)
  const more = sorted.length > words.length ? `等 ${sorted.length} 期` : ''
  return { days: runs.map(({ start, end }) => `${start}/${end}`).join(), words: words.join('、') + more }
}

/** A region and one that it holds, in the same group of the same indicator. */
function nestedRegions(
  parents: Readonly<Record<string, string>>,
  figures: readonly Figure[],
): [string, string] | undefined {
  for (const rows of Map.groupBy(figures, ({ group, indicator }) => `${group} ${indicator}`).values()) {
    const regions = new Set(rows.map(({ region }) => region))
    for (const region of regions) {
      for (let above = parents[region]; above !== undefined; above = parents[above]) {
        if (regions.has(above)) return [above, region]
      }
    }
  }
  return undefined
}

function valueCounts(rows: Uint32Array, column: Column | undefined): Map<string, number> {
  const counts = new Map<string, number>()
  if (column?.kind !== 'text') return counts
  for (const row of rows) {
    const value = column.values[column.codes[row] ?? 0]
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

function nameOf(dataset: Judged['dataset'], { indicator }: Figure): string {
  return `“${dataset.names.indicators?.[indicator] ?? indicator}”`
}

function wrong(text: string): Caution {
  return { level: 'wrong', text }
}

function care(text: string): Caution {
  return { level: 'care', text }
}
