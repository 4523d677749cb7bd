import type { QueryColumn, QueryDataset, QueryTable } from '../../../publish/query/query-table.ts'
import { isNumeric } from '../column.ts'
import { quoted, sqlName } from './sql-table.ts'

/** A query to begin with; it runs as it stands. */
export interface SqlExample {
  readonly title: string
  readonly sql: string
}

/** Queries that fit the tables of a dataset, the first of them for its first table. */
export function sqlExamples(dataset: QueryDataset): SqlExample[] {
  const figures = dataset.tables.filter(({ profile }) => profile === 'observations')
  const others = dataset.tables.filter(({ profile }) => profile !== 'observations')
  return [...figures.flatMap((table) => observationExamples(dataset, table)), ...others.flatMap(tableExamples)]
}

function observationExamples(dataset: QueryDataset, table: QueryTable): SqlExample[] {
  const name = sqlName(table.name)
  const [indicator = ''] = Object.keys(dataset.indicators)
  const title = dataset.names.indicators?.[indicator] ?? indicator
  return [
    {
      title: `“${title}”的各期数字`,
      sql: `SELECT period, region, value, unit, printed, source\nFROM ${name}\nWHERE indicator = '${indicator}'\nORDER BY period`,
    },
    {
      title: '每个指标有几个数，从何时到何时',
      sql: `SELECT i.name AS 指标, count(*) AS 行数, min(o.period) AS 最早, max(o.period) AS 最晚\nFROM ${name} AS o\nLEFT JOIN indicators AS i ON i.id = o.indicator\nGROUP BY o.indicator\nORDER BY 行数 DESC`,
    },
    {
      title: '同一个数，来源说法不一的',
      sql: `SELECT indicator, region, period, count(*) AS 说法, min(value) AS 最小, max(value) AS 最大\nFROM ${name}\nGROUP BY indicator, region, period\nHAVING count(DISTINCT value) > 1`,
    },
  ]
}

function tableExamples(table: QueryTable): SqlExample[] {
  const name = sqlName(table.name)
  const examples: SqlExample[] = [{ title: `${table.title}：前 20 行`, sql: `SELECT *\nFROM ${name}\nLIMIT 20` }]
  const counted = table.columns.find((column) => column.register) ?? table.columns.find(isGroup)
  if (counted) {
    examples.push({
      title: `${table.title}：按${counted.title}计数`,
      sql: `SELECT ${quoted(counted.name)}, count(*) AS 行数\nFROM ${name}\nGROUP BY ${quoted(counted.name)}\nORDER BY 行数 DESC`,
    })
  }
  return examples
}

function isGroup({ type, key }: QueryColumn): boolean {
  return !key && !isNumeric(type)
}
