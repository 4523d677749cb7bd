import type { Observation } from '../../model/register/observation.ts'
import { regionReference, sourceReference, type TwinContext } from './twin.ts'

/** One figure with its way back: the value we count with, the figure as printed, and the source. */
export function observationJson(context: TwinContext, one: Observation) {
  return {
    id: one.id,
    indicator: one.indicator,
    region: regionReference(context, one.region),
    period: { text: one.period.text, start: one.period.start, end: one.period.end },
    value: one.value,
    unit: one.unit,
    printed: one.printed,
    printedUnit: one.printedUnit,
    approx: one.approx,
    status: one.status,
    supersedes: one.supersedes,
    source: sourceReference(context, one.source),
    locator: one.locator,
    doubt: one.doubt,
    doubtSince: one.doubtSince,
    note: one.note,
  }
}
