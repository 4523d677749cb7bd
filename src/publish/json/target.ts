import { outcomeWords } from '../../i18n/forecast-words.ts'
import { flagWords, reasonWords, statusWords } from '../../i18n/status.ts'
import { workedOut } from '../../model/number/rounding.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Target } from '../../model/target/target.ts'
import type { Assessment, FormulaLine, Input } from '../../progress/assessment.ts'
import type { Moment } from '../../progress/history.ts'
import { kindRules, method, rounding, thresholds } from '../../progress/thresholds.ts'
import { leadOf } from '../../views/progress/leads.ts'
import { addressOf } from '../options.ts'
import { urls } from '../urls.ts'
import { observationJson } from './observation.ts'
import {
  indicatorReference,
  organizationReference,
  policyReference,
  regionReference,
  sourceReference,
  type TwinContext,
  twinHead,
} from './twin.ts'

/** A promise with everything its status is made of: who has this file can work the status out again. */
export function targetJson(context: TwinContext, target: Target, assessment: Assessment, past: readonly Moment[]) {
  const { options } = context
  const { series, before, near, unused = [] } = assessment
  const figures = [...series, ...before, ...[...near, ...unused].map(({ observation }) => observation)]
  const indicator = target.indicator === undefined ? undefined : context.site.indicators.get(target.indicator)
  return {
    ...twinHead(context, urls.target(target.policy, target.id)),
    ...targetSummary(context, target, assessment),
    indicator: indicator && {
      ...indicatorReference(context, indicator.id),
      definition: indicator.definition,
      unit: indicator.unit,
      kind: indicator.kind,
      aggregation: indicator.aggregation,
    },
    policy: policyReference(context, target.policy),
    clause: { id: target.clause, page: addressOf(urls.policy(target.policy, target.clause), options) },
    responsible: responsibleJson(context, target),
    comparatorWord: target.comparatorWord,
    unitPrinted: target.unitPrinted,
    deadlineBasis: target.deadlineBasis,
    subsetOf: target.subsetOf,
    note: target.note,
    assessment: assessmentJson(assessment),
    method: {
      version: method.version,
      since: method.since,
      rule: kindRules[target.kind].zh,
      thresholds,
      rounding,
      page: addressOf(urls.methodology(), options),
    },
    observations: {
      inPeriod: series.map((one) => observationJson(context, one)),
      before: before.map((one) => observationJson(context, one)),
      near: near.map(({ observation, why }) => ({ ...observationJson(context, observation), notCounted: why })),
      unused: unused.map(({ observation, why }) => ({ ...observationJson(context, observation), notCounted: why })),
    },
    history: past.map(momentJson),
    sources: sourceIds(context, target, figures).map((id) => sourceReference(context, id)),
  }
}

/** The part that lists show too. */
export function targetSummary(context: TwinContext, target: Target, assessment: Assessment | undefined) {
  return {
    id: target.id,
    title: target.title,
    words: target.words,
    indicator: target.indicator && indicatorReference(context, target.indicator),
    region: regionReference(context, target.region),
    kind: target.kind,
    comparator: target.comparator,
    value: target.value,
    valueTo: target.valueTo,
    unit: target.unit,
    valuePrinted: target.valuePrinted,
    from: target.from,
    deadline: target.deadline,
    every: target.every,
    baseline: target.baseline,
    path: target.path,
    milestones: target.milestones,
    status: assessment && statusJson(assessment.status),
  }
}

function statusJson(status: Assessment['status']) {
  return { id: status, zh: statusWords[status].zh, en: statusWords[status].en }
}

function assessmentJson(one: Assessment) {
  return {
    status: statusJson(one.status),
    reason: { id: one.reason, zh: reasonWords[one.reason].zh, en: reasonWords[one.reason].en },
    asOf: one.asOf,
    assessable: one.assessable,
    measuredAt: one.measuredAt,
    latest: one.latest?.id,
    p: workedOut(one.p),
    q: workedOut(one.q),
    pace: workedOut(one.pace),
    way: workedOut(one.way),
    required: workedOut(one.required),
    observed: workedOut(one.observed),
    forecast: one.forecast && { ...workedOut(one.forecast), zh: outcomeWords[one.forecast.outcome].zh },
    atLastFigure: one.atLastFigure && {
      status: statusJson(one.atLastFigure.status),
      reason: one.atLastFigure.reason,
    },
    inputs: one.inputs.map(inputJson),
    formula: one.formula.map(formulaJson),
    flags: one.flags.map((flag) => ({ id: flag, zh: flagWords[flag].zh, en: flagWords[flag].en })),
  }
}

/** How it stood from a day on; null where nobody knows since when the document is public. */
function momentJson({ day, status, reason, p, latest, why }: Moment) {
  return {
    since: day === '' ? null : day,
    status: statusJson(status),
    reason,
    why,
    p: workedOut(p),
    figure: latest?.id,
  }
}

function inputJson({ symbol, name, value, unit, origin }: Input) {
  const written = origin.type === 'computed' ? workedOut(value) : value
  return { symbol, name: name.zh, value: written, unit, origin }
}

function formulaJson({ label, parts, blank }: FormulaLine) {
  return {
    label: label.zh,
    text: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
    parts,
    missing: blank?.zh,
  }
}

function responsibleJson(context: TwinContext, target: Target) {
  const lead = leadOf(context.site, target)
  switch (lead.type) {
    case 'text':
      return lead.units.map(({ organization, role }) => ({
        ...organizationReference(context, organization),
        role,
        basis: '原文',
      }))
    case 'editor':
      return [{ ...organizationReference(context, lead.organization), basis: '编者补充' }]
    default:
      return []
  }
}

function sourceIds({ site }: TwinContext, target: Target, figures: readonly Observation[]): string[] {
  const policy = site.policies.get(target.policy)
  return [...new Set([...(policy ? [policy.source] : []), ...figures.map((one) => one.source)])]
}
