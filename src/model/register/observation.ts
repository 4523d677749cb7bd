import { z } from 'zod'
import { isoDate, named } from '../field.ts'
import type { Place } from '../issue.ts'
import type { Period } from '../number/period.ts'

/** Hedging words, normalised: 约 · 余/多 · 超/突破 · 近 · 以上 · 不足. */
export const approximations = ['约', '余', '超', '近', '以上', '不足'] as const
export type Approximation = (typeof approximations)[number]

export const observationStatuses = ['初步', '正式', '修订', '预计', '作废', '计划'] as const

/** One row of a table with profile `observations`. */
export const observationRow = z.strictObject({
  indicator: named('指标', z.string()),
  region: named('区划', z.string()),
  period: named('时段', z.string()),
  value: named('数值', z.number()), // canonical unit
  unit: named('单位', z.string()),
  printed: named('原文数字', z.string()), // as its source prints it
  printedUnit: named('原文单位', z.string().optional()), // unit of the table head, where the figure alone is printed
  approx: named('约数', z.enum(approximations).optional()),
  status: named('状态', z.enum(observationStatuses).optional()),
  source: named('来源', z.string()),
  locator: named('出处', z.string().optional()),
  supersedes: named('替代', z.string().optional()),
  /** Why the editors doubt the figure; shown wherever the figure is. */
  doubt: named('存疑', z.string().optional()),
  doubtSince: named('存疑日期', isoDate.optional()),
  note: named('说明', z.string().optional()),
})

/** One figure of one indicator at one place and time, from one source. */
export interface Observation extends Omit<z.output<typeof observationRow>, 'period'> {
  readonly id: string // "<dataset>/<line>", e.g. "yw-economy/12": stable within a release
  readonly dataset: string
  readonly place: Place
  readonly period: Period
}

/** Id of the row of a figure on the page of its indicator: `o-yw-economy-12`. */
export function observationAnchor({ id }: Pick<Observation, 'id'>): string {
  return `o-${id.replace('/', '-')}`
}
