import type { Measure } from '../../model/benefit/measure.ts'
import { blockText } from '../../model/policy/markdown.ts'
import { addressOf } from '../options.ts'
import { urls } from '../urls.ts'
import {
  organizationReference,
  policyReference,
  regionReference,
  sourceReference,
  type TwinContext,
  twinHead,
} from './twin.ts'

/** A benefit with its rule tree, so that another program can ask the same questions. */
export function measureJson(context: TwinContext, measure: Measure) {
  const { file: _, blocks, policy, provider, region, source, clause, ...fields } = measure
  return {
    ...twinHead(context, urls.measure(measure.id)),
    ...fields,
    region: regionReference(context, region),
    policy: policy && policyReference(context, policy),
    clause:
      clause && policy ? { id: clause, page: addressOf(urls.policy(policy, clause), context.options) } : undefined,
    provider: provider && organizationReference(context, provider),
    text: blockText(blocks),
    source: sourceReference(context, source),
  }
}

export function measureSummary(context: TwinContext, measure: Measure) {
  return {
    id: measure.id,
    title: measure.title,
    kind: measure.kind,
    region: regionReference(context, measure.region),
    recipients: measure.recipients,
    amount: measure.amount?.printed,
    windows: measure.windows,
    summary: measure.summary,
  }
}
