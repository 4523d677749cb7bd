import { z } from 'zod'
import { isoDate, named } from '../field.ts'

/** 项目, one row of a table with profile `projects`. Absent = the source does not say. */
export const project = z.strictObject({
  id: named('标识', z.string()),
  dataset: z.string(),
  name: named('名称', z.string()),
  region: named('区划', z.string()),
  list: named('项目清单', z.string().optional()), // 市重点350 2+6 …
  sector: named('行业', z.string().optional()),
  area: named('规模', z.string().optional()), // as printed with unit
  investment: named('投资额', z.number().optional()), // 元
  investmentPrinted: named('投资额原文', z.string().optional()),
  status: named('状态', z.string()), // as the source says on `statusOn`
  statusOn: named('状态日期', isoDate.optional()),
  plannedOpening: named('计划建成', z.string().optional()),
  owner: named('责任单位', z.string().optional()), // organisation id
  source: named('来源', z.string()),
  locator: named('出处', z.string().optional()),
  note: named('说明', z.string().optional()),
})
export type Project = z.output<typeof project>
