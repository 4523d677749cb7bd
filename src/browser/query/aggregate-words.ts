import type { AggregateName } from './group.ts'

export const aggregateWords: Readonly<Record<AggregateName, string>> = {
  count: '计数',
  sum: '合计',
  mean: '平均',
  min: '最小',
  max: '最大',
  median: '中位数',
  distinct: '不同值个数',
}
