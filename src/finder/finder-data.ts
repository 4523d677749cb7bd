import { type WindowStatus, windowStatus } from '../model/calendar.ts'
import type { Rule } from '../model/eligibility-rule.ts'
import type { Measure } from '../model/measure.ts'
import type { Site } from '../model/site.ts'
import { regionChains } from './regions.ts'

/** What travels to the browser: rules and places, nothing about the reader. */
export interface FinderData {
  readonly regions: Readonly<Record<string, readonly string[]>>
  readonly measures: Readonly<Record<string, { readonly rule: Rule; readonly over: boolean }>>
}

export function finderData(site: Pick<Site, 'measures' | 'regions' | 'asOf'>): FinderData {
  const entries = [...site.measures.values()].map((measure) => [
    measure.id,
    { rule: measure.eligibility, over: isOver(measure, site.asOf) },
  ])
  return { regions: regionChains(site.regions), measures: Object.fromEntries(entries) }
}

const past: readonly WindowStatus[] = ['已截止', '已终止']

/** Nobody can claim it any more, whoever they are. */
export function isOver(measure: Pick<Measure, 'windows' | 'ended'>, asOf: string): boolean {
  return past.includes(windowStatus(measure, asOf))
}

/** Every region that a rule names, for the question about the place. */
export function regionsOfRule(rule: Rule): string[] {
  if ('all' in rule) return rule.all.flatMap(regionsOfRule)
  if ('any' in rule) return rule.any.flatMap(regionsOfRule)
  if ('not' in rule) return regionsOfRule(rule.not)
  return rule.field === 'region' && rule.value !== undefined ? [rule.value].flat().map(String) : []
}
