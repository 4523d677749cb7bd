import type { Site } from '../../model/site.ts'
import type { Target } from '../../model/target/target.ts'
import { compareText } from '../../model/text-order.ts'

/**
 * The same promise in other places: targets of other policies with the same indicator, by region and
 * deadline. Same indicator means same definition (DESIGN §4.3); what differs is another indicator.
 */
export function sameElsewhere(site: Pick<Site, 'policies'>, target: Target): Target[] {
  if (!target.indicator) return []
  return allTargets(site)
    .filter((other) => other.indicator === target.indicator && other.policy !== target.policy)
    .sort((a, b) => compareText(a.region, b.region) || compareText(a.deadline ?? '', b.deadline ?? ''))
}

/** Every promise of every policy, in the order of the files and of the text. */
export function allTargets(site: Pick<Site, 'policies'>): Target[] {
  return [...site.policies.values()].flatMap((policy) => policy.targets)
}
