import { periodLabel } from '../../model/number/period.ts'
import { allClauses } from '../../model/policy/policy.ts'
import type { Observation } from '../../model/register/observation.ts'
import type { Site } from '../../model/site.ts'
import { promiseText } from '../../model/target/promise.ts'
import { type Target, targetKey } from '../../model/target/target.ts'
import type { Assessment } from '../../progress/assessment.ts'
import type { Board } from '../../progress/board.ts'
import { figureRemark } from '../data/doubt.ts'
import { type SourceNotes, sourceNotes } from '../data/source-notes.ts'
import { sameElsewhere } from './elsewhere.ts'
import { valueWords } from './figure-words.ts'

/** A row of the table under the chart: everything that is drawn, and what would be drawn if it were known. */
export interface ChartRow {
  readonly time: string
  readonly series: string
  /** Absent where nothing was found. */
  readonly value?: string
  readonly printed?: string
  readonly source?: string
  readonly remark?: string
  /** The observation, where it is one. */
  readonly figure?: Observation
}

/** The same promise elsewhere, with the verdict there. */
export interface Elsewhere {
  readonly target: Target
  readonly assessment: Assessment
}

/** Places and figures a page lists of other plans; the page of the indicator and of the plan has all of them. */
export const elsewhereLimits = { targets: 20, figures: 3 } as const

/** Figures of an indicator that do not count: a year of months. The page of the indicator has all. */
export const mostNear = 12

/** What a page of one target shows beyond the target and its assessment. */
export interface TargetPage {
  readonly rows: readonly ChartRow[]
  /** The first of them, at most `elsewhereLimits.targets`. */
  readonly elsewhere: readonly Elsewhere[]
  /** Of the figures that look the same and do not count, the last of each indicator: at most `mostNear`. */
  readonly near: readonly Observation[]
  readonly notes: SourceNotes
  /** Figures by id, for the links of the formula. */
  readonly observations: ReadonlyMap<string, Observation>
}

export function targetPage(site: Site, board: Board, target: Target, assessment: Assessment): TargetPage {
  const elsewhere = sameElsewhere(site, target)
    .slice(0, elsewhereLimits.targets)
    .flatMap((other): Elsewhere[] => {
      const theirs = board.assessments.get(targetKey(other))
      return theirs ? [{ target: other, assessment: theirs }] : []
    })
  const near = nearOf(assessment)
  const figures = [...assessment.before, ...assessment.series, ...near]
  const theirs = elsewhere.flatMap((one) => one.assessment.series.slice(-elsewhereLimits.figures))
  const policySource = (of: Target) => site.policies.get(of.policy)?.source ?? ''
  return {
    rows: rowsOf(target, assessment, policySource(target)),
    elsewhere,
    near,
    notes: sourceNotes(site, [
      { source: policySource(target), remark: clauseLabel(site, target) },
      ...figures.map((one) => ({ source: one.source, remark: one.locator })),
      ...elsewhere.map((one) => ({ source: policySource(one.target) })),
      ...theirs.map((one) => ({ source: one.source, remark: one.locator })),
    ]),
    observations: new Map([...figures, ...theirs].map((one) => [one.id, one])),
  }
}

function nearOf({ near }: Assessment): Observation[] {
  const groups = Map.groupBy(near, ({ observation }) => observation.indicator)
  return [...groups.values()].flatMap((own) => own.slice(-mostNear).map(({ observation }) => observation))
}

function rowsOf(target: Target, assessment: Assessment, source: string): ChartRow[] {
  const counted = assessment.series.map((one) => figureRow(one, '期内'))
  const none: ChartRow = { time: spanOf(target), series: '期内' }
  return [
    ...assessment.before.map((one) => figureRow(one, '规划期前')),
    ...(counted.length > 0 ? counted : [none]),
    ...goalRow(target, source),
  ]
}

function figureRow(one: Observation, series: string): ChartRow {
  return {
    time: periodLabel(one.period, 'zh'),
    series,
    value: valueWords(one),
    printed: one.printed,
    source: one.source,
    remark: figureRemark(one),
    figure: one,
  }
}

function goalRow(target: Target, source: string): ChartRow[] {
  if (target.value === undefined) return []
  return [
    {
      time: target.deadline ?? '未写期限',
      series: '目标',
      value: promiseText(target),
      // Of a range the first number alone would be half of it.
      printed: (target.valueTo === undefined ? target.valuePrinted : undefined) ?? target.words,
      source,
    },
  ]
}

function spanOf({ from, deadline }: Target): string {
  if (!from && !deadline) return '未写期限'
  return `${from ?? ''}—${deadline ?? ''}`
}

/** `一（一）`, as the text numbers it. */
export function clauseLabel(
  site: Pick<Site, 'policies'>,
  target: Pick<Target, 'policy' | 'clause'>,
): string | undefined {
  const policy = site.policies.get(target.policy)
  return policy && allClauses(policy).find((clause) => clause.id === target.clause)?.label
}
