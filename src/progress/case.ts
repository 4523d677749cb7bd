import type { Indicator } from '../model/register/indicator.ts'
import type { Observation } from '../model/register/observation.ts'
import type { Target } from '../model/target/target.ts'
import type { Assessment } from './assessment.ts'

/** What a kind of target is judged on: its counted figures, oldest first, and the day. */
export interface Case {
  readonly target: Target
  readonly indicator?: Indicator | undefined
  readonly series: readonly Observation[]
  /** Figures from before the period: never in a sum, only in the seasons of earlier years. */
  readonly before: readonly Observation[]
  readonly asOf: string
}

/** What a kind of target finds; `assess` adds the figures themselves. */
export type Finding = Pick<
  Assessment,
  | 'status'
  | 'reason'
  | 'measuredAt'
  | 'latest'
  | 'p'
  | 'q'
  | 'pace'
  | 'way'
  | 'atLastFigure'
  | 'required'
  | 'observed'
  | 'inputs'
  | 'formula'
  | 'flags'
>
