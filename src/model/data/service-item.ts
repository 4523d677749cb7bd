import { z } from 'zod'
import { named } from '../field.ts'

/** 政务/公用服务事项, one row of a table with profile `services`. Absent = the source does not say. */
export const serviceItem = z.strictObject({
  id: named('标识', z.string()),
  dataset: z.string(),
  name: named('名称', z.string()),
  organization: named('办理单位', z.string().optional()),
  category: named('类别', z.string()),
  mode: named('办理方式', z.string()), // 承诺即入 告知承诺 普通 …
  materialsBefore: named('原材料数', z.number().optional()),
  materialsAfter: named('现材料数', z.number().optional()),
  timeBefore: named('原办理时限', z.string().optional()), // as text with its unit: "5个工作日"
  timeAfter: named('现办理时限', z.string().optional()),
  daysBefore: named('原工作日', z.number().optional()),
  daysAfter: named('现工作日', z.number().optional()),
  stepsBefore: named('原环节数', z.number().optional()),
  stepsAfter: named('现环节数', z.number().optional()),
  region: named('区划', z.string()),
  source: named('来源', z.string()),
  locator: named('出处', z.string().optional()),
  note: named('说明', z.string().optional()),
})
export type ServiceItem = z.output<typeof serviceItem>
