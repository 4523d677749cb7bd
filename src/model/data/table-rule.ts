import { z } from 'zod'

const column = z.string().min(1)
const columns = z.array(column)

/** Parts of one row add up to its total; `tolerance` is allowed beyond rounding. */
const sumOfColumns = z.strictObject({
  type: z.literal('sum'),
  total: column,
  parts: columns.min(1),
  tolerance: z.number().min(0).default(0),
})

/** A part (其中) is at most what it is a part of. */
const subsetOfColumn = z.strictObject({ type: z.literal('subset'), part: column, total: column })

/** A figure since the beginning of the year does not fall: `within` names the columns that hold series apart. */
const cumulativeColumn = z.strictObject({
  type: z.literal('cumulative'),
  value: column,
  period: column,
  within: columns.default([]),
})

/** A growth rate agrees with the rows it compares: the same period of the year before (同比) or the period before (环比). */
const growthColumn = z.strictObject({
  type: z.literal('growth'),
  value: column,
  rate: column,
  period: column,
  within: columns.default([]),
  over: z.enum(['year', 'previous']).default('year'),
})

/** `gongbao:rules` of a resource: what its columns and rows owe each other. */
export const tableRule = z.discriminatedUnion('type', [sumOfColumns, subsetOfColumn, cumulativeColumn, growthColumn])
export type TableRule = z.output<typeof tableRule>

/** The columns a rule speaks of. */
export function columnsOf(rule: TableRule): readonly string[] {
  switch (rule.type) {
    case 'sum':
      return [rule.total, ...rule.parts]
    case 'subset':
      return [rule.part, rule.total]
    case 'cumulative':
      return [rule.value, rule.period, ...rule.within]
    case 'growth':
      return [rule.value, rule.rate, rule.period, ...rule.within]
  }
}
