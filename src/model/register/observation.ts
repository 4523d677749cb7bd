import type { Place } from '../issue.ts'
import type { Period } from '../number/period.ts'

/** Hedging words, normalised: 约 · 余/多 · 超/突破 · 近 · 以上 · 不足. */
export const approximations = ['约', '余', '超', '近', '以上', '不足'] as const
export type Approximation = (typeof approximations)[number]

export const observationStatuses = ['初步', '正式', '修订', '预计', '作废', '计划'] as const
export type ObservationStatus = (typeof observationStatuses)[number]

/** One figure of one indicator at one place and time, from one source. */
export interface Observation {
  readonly id: string // "<dataset>/<line>", e.g. "yw-economy/12": stable within a release
  readonly dataset: string
  readonly place: Place
  readonly indicator: string
  readonly region: string
  readonly period: Period
  readonly value: number // canonical unit
  readonly unit: string
  readonly printed: string // as its source prints it
  readonly printedUnit?: string // unit of the table head, where the figure alone is printed
  readonly approx?: Approximation
  readonly status?: ObservationStatus
  readonly source: string
  readonly locator?: string
  readonly supersedes?: string
  /** Why the editors doubt the figure; shown wherever the figure is. */
  readonly doubt?: string
  readonly doubtSince?: string // ISO day
  readonly note?: string
}

/** Id of the row of a figure on the page of its indicator: `o-yw-economy-12`. */
export function observationAnchor({ id }: Pick<Observation, 'id'>): string {
  return `o-${id.replace('/', '-')}`
}
