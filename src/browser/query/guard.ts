import type { QueryColumn, QueryDataset, QueryTable } from '../../publish/query/query-table.ts'
import { type Column, isNumeric } from './column.ts'
import { type Grouping, groupRows } from './group.ts'
import { observationCautions } from './observation-guard.ts'
import type { Measure } from './query.ts'

/** What a reader must know of a figure: `wrong` = it has no meaning, `care` = it has one, with limits. */
export interface Caution {
  readonly level: 'wrong' | 'care'
  readonly text: string
}

/** One aggregation to be judged: `grouping` is the finest one shown, cells of a pivot included. */
export interface Judged {
  readonly dataset: QueryDataset
  readonly table: QueryTable
  readonly measures: readonly Measure[]
  readonly rows: Uint32Array
  readonly columns: ReadonlyMap<string, Column>
  readonly grouping: Grouping
  /** Columns that make the groups, the one that goes across included. */
  readonly groupedBy: readonly string[]
}

const observationParts = ['indicator', 'region', 'period', 'unit', 'approx', 'doubt', 'status', 'source']
const arithmetic = new Set(['sum', 'mean', 'median'])

/** Columns that are read only to judge the measures. */
export function cautionColumns(table: QueryTable, measures: readonly Measure[]): string[] {
  if (!measures.some(({ column }) => column !== undefined)) return []
  const parts = table.profile === 'observations' ? observationParts : ['unit']
  return parts.filter((name) => table.columns.some((column) => column.name === name))
}

/** Why a figure of this query would mislead: what does not add up, is mixed, counted twice or left out. */
export function cautionsOf(judged: Judged): Caution[] {
  const cautions = judged.measures.flatMap((measure) => {
    const column = judged.table.columns.find(({ name }) => name === measure.column)
    if (!column) return []
    const own = judged.table.profile === 'observations' && column.name === 'value'
    return [
      ...(own ? observationCautions(judged, measure) : columnCautions(judged, measure, column)),
      ...missingCaution(judged, column),
    ]
  })
  // Two measures of one column are wrong for the same reason once.
  return cautions.filter(({ text }, index) => cautions.findIndex((one) => one.text === text) === index)
}

function columnCautions(judged: Judged, { name }: Measure, column: QueryColumn): Caution[] {
  if (name === 'count' || name === 'distinct' || !isNumeric(column.type)) return []
  const title = `“${column.title}”`
  if (arithmetic.has(name) && (column.type === 'year' || column.key)) {
    const what = column.type === 'year' ? '年份' : '标识'
    return [{ level: 'wrong', text: `${title}是${what}，不是数量，加减、平均都没有意义。` }]
  }
  if (arithmetic.has(name) && column.unit && /比率|百分点|%|％/.test(column.unit)) {
    return [
      name === 'sum'
        ? { level: 'wrong', text: `${title}是比率，相加没有意义。` }
        : { level: 'care', text: `${title}是比率，这里是简单平均，没有按规模加权。` },
    ]
  }
  const mixed = column.key ? undefined : mixedGroups(judged, 'unit')
  if (!mixed) return []
  return [{ level: 'wrong', text: `单位不同的数放在了一起（${mixed.join('、')}），结果没有意义。请按单位分组或筛选。` }]
}

/** True where the figures of all groups are of one kind and unit, so that bars beside each other say something. */
export function isComparable(
  judged: Omit<Judged, 'measures' | 'grouping' | 'groupedBy'>,
  { column }: Measure,
): boolean {
  if (column === undefined) return true
  const one = {
    ...judged,
    measures: [{ name: 'max' as const, column }],
    grouping: groupRows(judged.rows, []),
    groupedBy: [],
  }
  return cautionsOf(one).every(({ level }) => level !== 'wrong')
}

/** Up to three values of a text column that share a group of rows; undefined where every group has one. */
export function mixedGroups({ rows, columns, grouping }: Judged, name: string): string[] | undefined {
  const column = columns.get(name)
  if (column?.kind !== 'text') return undefined
  const seen = new Map<number, Set<number>>()
  for (const [index, row] of rows.entries()) {
    const group = grouping.of[index] ?? 0
    const codes = seen.get(group) ?? new Set()
    seen.set(group, codes.add(column.codes[row] ?? 0))
  }
  const mixed = [...seen.values()].find((codes) => codes.size > 1)
  return mixed && [...mixed].slice(0, 3).map((code) => column.values[code] || '没有写')
}

function missingCaution({ rows, columns }: Judged, { name, title }: QueryColumn): Caution[] {
  const column = columns.get(name)
  if (!column) return []
  const missing = rows.reduce(
    (count, row) =>
      count + (column.kind === 'text' ? Number(column.codes[row] === 0) : Number(Number.isNaN(column.numbers[row]))),
    0,
  )
  return missing > 0 ? [{ level: 'care', text: `${missing} 行没有“${title}”，不计入，也不当作 0。` }] : []
}
