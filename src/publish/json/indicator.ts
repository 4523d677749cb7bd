import type { Indicator } from '../../model/register/indicator.ts'
import { targetKey } from '../../model/target/target.ts'
import type { Board } from '../../progress/board.ts'
import { indicatorFacts } from '../../views/data/indicator-facts.ts'
import { comparisonOf, type PerInhabitants } from '../../views/progress/comparison.ts'
import { urls } from '../urls.ts'
import { observationJson } from './observation.ts'
import { indicatorReference, organizationReference, regionReference, type TwinContext, twinHead } from './twin.ts'

/** Everything known under one indicator: figures by place and time, sources that differ, promises. */
export function indicatorJson(context: TwinContext, board: Board, indicator: Indicator) {
  const comparison = comparisonOf(context.site, board, indicator)
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
    comparison: comparison.promises.map(({ target, assessment, promised, latest }) => ({
      target: targetKey(target),
      region: regionReference(context, target.region),
      value: target.value,
      from: target.from,
      deadline: target.deadline,
      status: assessment.status,
      perTenThousandInhabitants: promised && dividedJson(context, promised),
      latest: assessment.latest?.id,
      latestPerTenThousandInhabitants: latest && dividedJson(context, latest),
    })),
  }
}

function dividedJson(context: TwinContext, { value, unit, population }: PerInhabitants) {
  return { value, unit, population: observationJson(context, population) }
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
