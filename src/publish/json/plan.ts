import { targetKey } from '../../model/target/target.ts'
import type { Board, PlanBoard } from '../../progress/board.ts'
import { addressOf } from '../options.ts'
import { twin, urls } from '../urls.ts'
import { targetSummary } from './target.ts'
import { policyReference, type TwinContext, twinHead } from './twin.ts'

/** One plan: its count of statuses and all its targets. */
export function planJson(context: TwinContext, board: Board, plan: PlanBoard) {
  const policy = context.site.policies.get(plan.policy)
  return {
    ...twinHead(context, urls.plan(plan.policy)),
    policy: policyReference(context, plan.policy),
    planPeriod: policy?.planPeriod,
    tally: plan.tally,
    targets: (policy?.targets ?? []).map((target) => ({
      ...targetSummary(context, target, board.assessments.get(targetKey(target))),
      page: addressOf(urls.target(target.policy, target.id), context.options),
      json: addressOf(twin(urls.target(target.policy, target.id)), context.options),
    })),
  }
}

/** All plans with their counts. */
export function boardJson(context: TwinContext, board: Board) {
  return {
    ...twinHead(context, urls.progress()),
    tally: board.tally,
    plans: board.plans.map((plan) => ({
      policy: policyReference(context, plan.policy),
      tally: plan.tally,
      page: addressOf(urls.plan(plan.policy), context.options),
      json: addressOf(twin(urls.plan(plan.policy)), context.options),
    })),
  }
}
