import type { Observation } from '../register/observation.ts'
import type { Region } from '../register/region.ts'
import { compareText } from '../text-order.ts'

/** What the figures of a dataset speak of: from when to when, and which places. */
export interface DatasetScope {
  readonly from: string // ISO day
  readonly to: string // ISO day, inclusive
  /** By code. */
  readonly places: readonly { readonly code: string; readonly name: string }[]
}

/** Undefined where there are no figures. */
export function scopeOf(
  observations: readonly Pick<Observation, 'period' | 'region'>[],
  regions: ReadonlyMap<string, Pick<Region, 'name'>>,
): DatasetScope | undefined {
  let [from, to] = ['', '']
  const codes = new Set<string>()
  for (const { period, region } of observations) {
    if (from === '' || period.start < from) from = period.start
    if (period.end > to) to = period.end
    codes.add(region)
  }
  if (codes.size === 0) return undefined
  const places = [...codes].sort(compareText).map((code) => ({ code, name: regions.get(code)?.name ?? code }))
  return { from, to, places }
}
