import type { QueryColumn, QueryTable } from '../../publish/query/query-table.ts'
import { type Caution, type Judged, mixedGroups } from './caution.ts'
import { isNumeric } from './column.ts'
import { groupRows } from './group.ts'
import { observationCautions } from './observation-guard.ts'
import type { Measure } from './query.ts'

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
