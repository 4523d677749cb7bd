import { type Answers, evaluate, type RuleVerdict, type Verdict } from '../model/eligibility.ts'
import type { FinderData } from './finder-data.ts'

/** One measure judged for one reader. */
export interface Found {
  readonly id: string
  readonly result: RuleVerdict
  /** The rule and the time together. */
  readonly verdict: Verdict
  /** Nobody can claim it any more. */
  readonly over: boolean
}

/** Judges every measure, the best known first. What is not known never rules a measure out. */
export function findMeasures(data: FinderData, answers: Answers): Found[] {
  const found = Object.entries(data.measures).map(([id, { rule, time }]): Found => {
    const result = evaluate(rule, answers, { regions: data.regions })
    return { id, result, verdict: both(result.verdict, time), over: time === 'no' }
  })
  return found.sort((a, b) => score(b) - score(a))
}

/** “3 项可能适用，其中 2 项有要您确认的条件；40 项不适用或已截止。” */
export function countLine(found: readonly Found[]): string {
  const open = found.filter(({ verdict }) => verdict !== 'no')
  const asking = open.filter(({ verdict }) => verdict === 'unknown').length
  const note =
    asking === 0 ? '' : asking === open.length ? '，都有要您确认的条件' : `，其中 ${asking} 项有要您确认的条件`
  return `${open.length} 项可能适用${note}；${found.length - open.length} 项不适用或已截止。`
}

function both(a: Verdict, b: Verdict): Verdict {
  if (a === 'no' || b === 'no') return 'no'
  return a === 'yes' && b === 'yes' ? 'yes' : 'unknown'
}

/** Whole verdict first, then the share of conditions that are known to hold. */
function score({ verdict, result: { conditions } }: Found): number {
  const held = conditions.filter((one) => one.verdict === 'yes').length
  const share = conditions.length === 0 ? 0 : held / conditions.length
  return { yes: 2, unknown: 1, no: 0 }[verdict] + share / 2
}
