import type { Verdict } from '../../model/benefit/eligibility.ts'
import type { Rule } from '../../model/benefit/eligibility-rule.ts'
import { timeCondition } from '../../model/benefit/measure-time.ts'
import type { Site } from '../../model/site.ts'
import { regionChains } from './regions.ts'

/** What travels to the browser: rules and places, nothing about the reader. */
export interface FinderData {
  readonly regions: Readonly<Record<string, readonly string[]>>
  readonly measures: Readonly<Record<string, { readonly rule: Rule; readonly time: Verdict }>>
}

export function finderData(site: Pick<Site, 'measures' | 'regions' | 'asOf'>): FinderData {
  const entries = [...site.measures.values()].map((measure) => [
    measure.id,
    { rule: measure.eligibility, time: timeCondition(measure, site.asOf).verdict },
  ])
  return { regions: regionChains(site.regions), measures: Object.fromEntries(entries) }
}

/** Every region that a rule names, for the question about the place. */
export function regionsOfRule(rule: Rule): string[] {
  if ('all' in rule) return rule.all.flatMap(regionsOfRule)
  if ('any' in rule) return rule.any.flatMap(regionsOfRule)
  if ('not' in rule) return regionsOfRule(rule.not)
  return rule.field === 'region' && rule.value !== undefined ? [rule.value].flat().map(String) : []
}
