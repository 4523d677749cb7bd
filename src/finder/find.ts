import { type Answers, evaluate, type RuleVerdict } from '../model/eligibility.ts'
import type { FinderData } from './finder-data.ts'

/** One measure judged for one reader. */
export interface Found {
  readonly id: string
  readonly result: RuleVerdict
  readonly group: 'open' | 'closed'
}

/**
 * Judges every measure. `open`: may apply, best known first; `closed`: does not apply, or is over. What is not
 * known never closes a measure.
 */
export function findMeasures(data: FinderData, answers: Answers): Found[] {
  const found = Object.entries(data.measures).map(([id, { rule, over }]): Found => {
    const result = evaluate(rule, answers, { regions: data.regions })
    return { id, result, group: over || result.verdict === 'no' ? 'closed' : 'open' }
  })
  return found.sort((a, b) => score(b) - score(a))
}

/** Whole verdict first, then the share of conditions that are known to hold. */
function score({ result: { verdict, conditions } }: Found): number {
  const held = conditions.filter((one) => one.verdict === 'yes').length
  const share = conditions.length === 0 ? 0 : held / conditions.length
  return { yes: 2, unknown: 1, no: 0 }[verdict] + share / 2
}

/** “3 项可能适用，其中 2 项有要您确认的条件；40 项不适用或已截止。” */
export function countLine(found: readonly Found[]): string {
  const open = found.filter(({ group }) => group === 'open')
  const asking = open.filter(({ result }) => result.verdict === 'unknown').length
  const note =
    asking === 0 ? '' : asking === open.length ? '，都有要您确认的条件' : `，其中 ${asking} 项有要您确认的条件`
  return `${open.length} 项可能适用${note}；${found.length - open.length} 项不适用或已截止。`
}
