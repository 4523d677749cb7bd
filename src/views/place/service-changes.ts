import type { ServiceItem } from '../../model/data/service-item.ts'

/** One thing that a reform has changed, with a number on both sides. */
export interface ServiceChange {
  readonly name: string // 材料 环节 时间
  readonly before: number
  readonly after: number
  readonly unit: string
  /** As the source words it, where a bare number would mislead: 当场, not 0 个工作日. */
  readonly afterWords?: string
}

/** What changed in a service item; only pairs of numbers, so that both ends can be drawn. */
export function serviceChanges(item: ServiceItem): ServiceChange[] {
  return [
    pair('材料', item.materialsBefore, item.materialsAfter, '项'),
    pair('环节', item.stepsBefore, item.stepsAfter, '个'),
    withWords(pair('时间', item.daysBefore, item.daysAfter, '个工作日'), item.timeAfter),
  ].filter((change) => change !== undefined)
}

function pair(
  name: string,
  before: number | undefined,
  after: number | undefined,
  unit: string,
): ServiceChange | undefined {
  return before === undefined || after === undefined ? undefined : { name, before, after, unit }
}

function withWords(change: ServiceChange | undefined, words: string | undefined): ServiceChange | undefined {
  return change && words && change.after === 0 ? { ...change, afterWords: words } : change
}
