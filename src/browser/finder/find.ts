import { type Answers, evaluate, type RuleVerdict, type Verdict } from '../../model/benefit/eligibility.ts'
import type { FinderData } from './finder-data.ts'

/** One measure judged for one reader. */
export interface Found {
  readonly id: string
  readonly result: RuleVerdict
  /** The rule and the time together. */
  readonly verdict: Verdict
  /** The time alone. */
  readonly time: Verdict
  /** Nobody can claim it any more. */
  readonly over: boolean
}

/** Judges every measure, the best known first. What is not known never rules a measure out. */
export function findMeasures(data: FinderData, answers: Answers): Found[] {
  const found = Object.entries(data.measures).map(([id, { rule, time }]): Found => {
    const result = evaluate(rule, answers, { regions: data.regions })
    return { id, result, verdict: both(result.verdict, time), time, over: time === 'no' }
  })
  return found.sort((a, b) => score(b) - score(a))
}

/** How many benefits show their conditions at once; the rest unfold. */
export const openFirst = 3

/** “3 项可能适用，其中 2 项有要您确认的条件；40 项不适用，17 项已截止或终止。” */
export function countLine(found: readonly Found[]): string {
  const open = found.filter(({ verdict }) => verdict !== 'no')
  const asking = open.filter(({ verdict }) => verdict === 'unknown').length
  const note =
    asking === 0 ? '' : asking === open.length ? '，都有要您确认的条件' : `，其中 ${asking} 项有要您确认的条件`
  const over = found.filter((one) => one.over).length
  const rest = [
    [found.length - open.length - over, '不适用'],
    [over, '已截止或终止'],
  ] as const
  const others = rest.flatMap(([count, word]) => (count > 0 ? [`${count} 项${word}`] : [])).join('，')
  return `${open.length} 项可能适用${note}${others && `；${others}`}。`
}

/** Beside a folded benefit: how its conditions stand, or which rule it out. Time is a condition like the others. */
export function tallyLine({ result, time }: Pick<Found, 'result' | 'time'>): string {
  const failed = result.conditions.filter((one) => one.verdict === 'no')
  if (result.verdict === 'no') {
    return `不满足${failed.map(({ condition, negated }) => `“${negated ? '不属于' : ''}${condition.label}”`).join('')}`
  }
  const verdicts = [...result.conditions.map((one) => one.verdict), time]
  const words = { yes: '符合', no: '不符合', unknown: '需确认' } as const
  return (['yes', 'no', 'unknown'] as const)
    .map((verdict) => [words[verdict], verdicts.filter((one) => one === verdict).length] as const)
    .flatMap(([word, count]) => (count > 0 ? [`${count} 条${word}`] : []))
    .join('，')
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
