/** 项目, one row of a table with profile `projects`. Absent = the source does not say. */
export interface Project {
  readonly id: string
  readonly dataset: string
  readonly name: string
  readonly region: string
  readonly list?: string // 市重点350 2+6 …
  readonly sector?: string
  readonly area?: string // as printed with unit
  readonly investment?: number // 元
  readonly investmentPrinted?: string
  readonly status: string // as the source says on `statusOn`
  readonly statusOn?: string
  readonly plannedOpening?: string
  readonly owner?: string // organisation id
  readonly source: string
  readonly locator?: string
  readonly note?: string
}
