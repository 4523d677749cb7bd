import type { Indicator } from '../../model/indicator.ts'
import { indicatorFacts } from '../../model/indicator-facts.ts'
import { targetKey } from '../../model/target.ts'
import { urls } from '../urls.ts'
import { observationJson } from './observation.ts'
import { indicatorReference, organizationReference, type TwinContext, twinHead } from './twin.ts'

/** Everything known under one indicator: figures by place and time, sources that differ, promises. */
export function indicatorJson(context: TwinContext, indicator: Indicator) {
  const facts = indicatorFacts(context.site, indicator.id)
  return {
    ...twinHead(context, urls.indicator(indicator.id)),
    ...indicatorSummary(indicator),
    definition: indicator.definition,
    direction: indicator.direction,
    aggregation: indicator.aggregation,
    responsible: indicator.responsible && organizationReference(context, indicator.responsible),
    nearMatches: indicator.nearMatches.map((match) => ({
      ...indicatorReference(context, match.indicator),
      why: match.why,
    })),
    note: indicator.note,
    span: facts.span,
    observations: facts.observations.map((one) => observationJson(context, one)),
    conflicts: facts.conflicts.map((conflict) => conflict.observations.map(({ id }) => id)),
    targets: facts.targets.map(targetKey),
  }
}

export function indicatorSummary(indicator: Indicator) {
  return {
    id: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    kind: indicator.kind,
    topic: indicator.topic,
  }
}
