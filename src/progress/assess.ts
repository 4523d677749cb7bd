import type { Indicator } from '../model/register/indicator.ts'
import type { Observation } from '../model/register/observation.ts'
import type { Target, TargetKind } from '../model/target/target.ts'
import { targetKey } from '../model/target/target.ts'
import type { Assessment, Flag } from './assessment.ts'
import type { Case, Finding } from './case.ts'
import { figuresOf } from './figures.ts'
import { coverage } from './kinds/coverage.ts'
import { cumulative } from './kinds/cumulative.ts'
import { direction } from './kinds/direction.ts'
import { level } from './kinds/level.ts'
import { milestone } from './kinds/milestone.ts'
import { qualitative } from './kinds/qualitative.ts'
import { range } from './kinds/range.ts'
import { rank } from './kinds/rank.ts'
import { rate } from './kinds/rate.ts'
import { ratio } from './kinds/ratio.ts'
import { threshold } from './kinds/standing.ts'
import { yearly } from './kinds/yearly.ts'
import { forecast } from './paths/forecast.ts'
import { method } from './thresholds.ts'

export interface Context {
  readonly indicator?: Indicator | undefined
  /** All figures of the target's indicator and region, in any order; others are left out. */
  readonly observations: readonly Observation[]
  /** Figures of near-match indicators, with why they are not counted. */
  readonly near: Assessment['near']
  /** The day to judge for, ISO. */
  readonly asOf: string
}

const kinds: Readonly<Record<TargetKind, (c: Case) => Finding>> = {
  level,
  cumulative,
  yearly,
  rate,
  ratio,
  threshold,
  range,
  milestone,
  coverage,
  direction,
  qualitative,
  rank,
}

/**
 * The verdict on one target on one day (open-data §7, `thresholds.ts`). A pure and total function: the same
 * input gives the same output, every input gives a status with a reason, and no number in it is NaN or infinite.
 */
export function assess(target: Target, { indicator, observations, near, asOf }: Context): Assessment {
  const { figures, c, found, assessable } = judge(target, { indicator, observations, asOf })
  const flags = new Set<Flag>([...found.flags, ...figures.flags])
  if (near.length > 0) flags.add('definition-differs')
  return {
    target: targetKey(target),
    status: found.status,
    reason: found.reason,
    asOf,
    assessable,
    measuredAt: found.measuredAt,
    latest: found.latest,
    series: figures.series,
    before: figures.before,
    near: [...near, ...figures.near],
    unused: figures.unused,
    p: found.p,
    q: found.q,
    pace: found.pace,
    way: found.way,
    atLastFigure: found.atLastFigure,
    required: found.required,
    observed: found.observed,
    forecast: forecast(c, found),
    inputs: found.inputs,
    formula: found.formula,
    flags: [...flags].sort(),
    method: method.version,
  }
}

/** The verdict alone, without forecast and remarks: for the many days of a history. */
export function verdictOf(target: Target, context: Omit<Context, 'near'>): Pick<Assessment, VerdictPart> {
  const { found, assessable } = judge(target, context)
  const { status, reason, p, latest } = found
  return { status, reason, assessable, p, latest }
}

type VerdictPart = 'status' | 'reason' | 'assessable' | 'p' | 'latest'

function judge(target: Target, { indicator, observations, asOf }: Omit<Context, 'near'>) {
  const figures = figuresOf(target, observations, indicator, asOf)
  const c: Case = { target, indicator, series: figures.series, before: figures.before, asOf }
  const found = kinds[target.kind](c)
  const assessable = figures.series.length > 0 && found.status !== 'unable' && found.status !== 'unquantified'
  return { figures, c, found, assessable }
}
