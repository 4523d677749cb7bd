/** 政务/公用服务事项, one row of a table with profile `services`. Absent = the source does not say. */
export interface ServiceItem {
  readonly id: string
  readonly dataset: string
  readonly name: string
  readonly organization?: string
  readonly category: string
  readonly mode: string // 承诺即入 告知承诺 普通 …
  readonly materialsBefore?: number
  readonly materialsAfter?: number
  readonly timeBefore?: string // as text with its unit: "5个工作日"
  readonly timeAfter?: string
  readonly daysBefore?: number // working days
  readonly daysAfter?: number
  readonly stepsBefore?: number
  readonly stepsAfter?: number
  readonly region: string
  readonly source: string
  readonly locator?: string
  readonly note?: string
}
