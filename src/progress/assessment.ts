import type { Bilingual } from '../model/lang.ts'
import type { Observation } from '../model/register/observation.ts'

/**
 * The statuses of open-data §7.4 and DESIGN §7. The first six are judgements (solid shapes), the rest
 * say why there is none (hollow shapes). `nofigure`: the deadline has passed and no figure was found.
 */
export const statusIds = [
  'achieved',
  'ontrack',
  'slight',
  'far',
  'reverse',
  'missed',
  'pending',
  'nofigure',
  'early',
  'unable',
  'unquantified',
] as const
export type StatusId = (typeof statusIds)[number]

/** Why a target has its status; every status has one. Words for each: `i18n/status.ts`. */
export const reasonCodes = [
  'reached',
  'on-pace',
  'behind-pace',
  'far-behind-pace',
  'moved-away',
  'not-reached', // judged by number
  'holding',
  'within-tolerance',
  'breached', // thresholds and yearly kinds before their last period
  'latest-before-deadline', // pending: a figure exists, but not for the deadline
  'no-figure', // after the deadline: nothing found
  'no-figure-yet',
  'too-early',
  'not-due', // before the deadline
  'no-deadline',
  'no-deadline-no-figure',
  'no-baseline',
  'no-comparison',

  'gap-in-series', // cannot assess
  'words-only',
  'no-number', // not quantified
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** Independent of the colour (open-data §7.4). */
export type Flag =
  | 'stale'
  | 'provisional'
  | 'revised'
  | 'estimate'
  | 'approximate'
  /** The editors doubt a figure that is judged, and say why beside it. */
  | 'doubtful'
  | 'borderline'
  | 'lower-bound'
  /** Figures of another unit or definition exist; they are listed and not counted. */
  | 'definition-differs'
  /** Two sources print different figures for the same period; the less favourable one is judged. */
  | 'sources-differ'

/** A number with a name, and where it comes from: what a formula is filled with. */
export interface Input {
  readonly name: Bilingual // e.g. 目标 / target
  readonly symbol: string // e.g. "y_T"
  readonly value: number | string // numbers unrounded; dates as ISO days
  readonly unit?: string
  /** `observation`: id of the row; `target`: the clause itself; `computed`: from the other inputs. */
  readonly origin:
    | { readonly type: 'observation'; readonly id: string }
    | { readonly type: 'target' }
    | { readonly type: 'computed' }
}

/**
 * One line of the worked formula, e.g. 完成比例 p ＝ 184.6 ÷ 200 ＝ 92.3%. `parts` name inputs by symbol. A part
 * whose text is its symbol is a variable; a part with empty text is a missing figure: print `blank` there.
 */
export interface FormulaLine {
  readonly label: Bilingual
  /** The formula in words, to print before the numbers: 累计数 ÷ 目标. */
  readonly words?: Bilingual
  readonly parts: readonly (string | { readonly symbol: string; readonly text: string })[]
  /** Set where the line cannot be worked out: what is missing. */
  readonly blank?: Bilingual
}

/** Units per day; `perYear` = × 365. */
export interface Pace {
  readonly perDay: number
  readonly unit: string
}

/** 按近期趋势: where the latest figures lead by the deadline. It stands beside a status and never changes it. */
export interface Forecast {
  readonly on: string
  /** Along the straight line through the latest figures. */
  readonly linear: number
  /** At their rate of growth; not for totals, whose growth from nothing says nothing, nor across zero. */
  readonly growth?: number
  readonly low: number
  readonly high: number
  /** 预计达成: both lines reach the target; 可能: one does; 难以达成: none. */
  readonly outcome: 'likely' | 'possible' | 'unlikely'
  /** How many figures it rests on, and the days of the first and the last. */
  readonly points: number
  readonly since: string
  readonly until: string
}

/** The verdict on one target at one date, with everything needed to recompute it by hand. */
export interface Assessment {
  readonly target: string // targetKey, e.g. "yw-zbf-2021-38/t01"
  readonly status: StatusId
  readonly reason: ReasonCode
  readonly asOf: string
  /** At least one figure inside the period and of the target's own definition (DESIGN §7). */
  readonly assessable: boolean
  /** End of the latest figure's period: elapsed time is measured here, never at build time. */
  readonly measuredAt?: string
  readonly latest?: Observation
  /** Figures inside the period, oldest first, superseded ones left out. */
  readonly series: readonly Observation[]
  /** Figures before the period: reference only, never in a formula. */
  readonly before: readonly Observation[]
  /** Figures that look as if they belonged here, with why they are not counted: near-match indicators first. */
  readonly near: readonly { readonly observation: Observation; readonly why: string }[]
  /** Figures of its own indicator that never count: forecasts, plans, withdrawn and superseded ones. */
  readonly unused?: readonly { readonly observation: Observation; readonly why: string }[]
  /** Achieved share, expected share, pace R = p / q; unrounded. */
  readonly p?: number
  readonly q?: number
  readonly pace?: number
  /** The path to the target by day, where it is not a straight line. */
  readonly way?: readonly { readonly on: string; readonly value: number }[]
  /** For `pending`: how it stood at its last figure. */
  readonly atLastFigure?: { readonly status: StatusId; readonly reason: ReasonCode }
  readonly required?: Pace
  readonly observed?: Pace
  /** Where the latest figures lead; beside the status, never part of it. */
  readonly forecast?: Forecast
  readonly inputs: readonly Input[]
  readonly formula: readonly FormulaLine[]
  readonly flags: readonly Flag[]
  readonly method: string // rule version, e.g. "gongbao-1"
}
