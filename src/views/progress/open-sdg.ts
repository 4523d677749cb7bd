import { quotient } from '../../progress/quotient.ts'

/**
 * The method that Open SDG 2.4 and Statistics Canada publish: actual against required compound annual growth (CAGR).
 * For comparison only; no status of this site comes from it. Rules: docs/progress-methodology.md of open-sdg/open-sdg.
 */
export interface OpenSdgSeries {
  readonly points: readonly { readonly year: number; readonly value: number }[]
  /** 2015 where absent; the next year that has a value where this one has none. */
  readonly baseYear?: number
  /** Without a target the growth itself is judged. */
  readonly target?: number
  /** 2030 where absent. */
  readonly targetYear?: number
  /** Negative unless it says positive: lower is better. */
  readonly direction?: 'positive' | 'negative'
  /** The natural end of the scale; not used where there is a target. */
  readonly limit?: number
}

export const openSdgStatuses = ['achieved', 'substantial', 'moderate', 'limited', 'deterioration', 'unable'] as const
export type OpenSdgStatus = (typeof openSdgStatuses)[number]

export interface OpenSdgProgress {
  readonly status: OpenSdgStatus
  /** −5 to 5. */
  readonly score?: number
  /** Ratio of actual to required growth, or the growth itself without a target; positive is the right way. */
  readonly value?: number
  readonly why?: 'no-data' | 'duplicate-years' | 'under-a-year' | 'opposite-signs' | 'no-way'
}

/** One series. What its rules cannot assess is `unable`, with the reason. */
export function openSdgProgress(series: OpenSdgSeries): OpenSdgProgress {
  const points = [...series.points].sort((a, b) => a.year - b.year)
  if (new Set(points.map(({ year }) => year)).size < points.length) return { status: 'unable', why: 'duplicate-years' }
  const wanted = series.baseYear ?? 2015
  const base = points.find(({ year }) => year >= wanted)
  const current = points.at(-1)
  if (!base || !current) return { status: 'unable', why: 'no-data' }
  const d = series.direction === 'positive' ? 1 : -1
  const target = series.target === 0 ? notZero : series.target
  if (target !== undefined && d * current.value >= d * target) {
    return { status: 'achieved', score: 5, ...progressValue(series, base, current, target, d) }
  }
  const found = progressValue(series, base, current, target, d)
  if (found.value === undefined) return { status: 'unable', ...found }
  const c = target === undefined ? reduction(base.value, series.limit) : 1
  const steps = target === undefined ? [0.015 * c, 0.005 * c] : [0.95, 0.6]
  const score = target === undefined ? scoreOfGrowth(found.value, c) : scoreOfRatio(found.value)
  return { status: statusAt(found.value, steps), score, ...found }
}

/** Several series of one indicator: the mean of their scores; achieved only where each of them is. */
export function openSdgIndicator(series: readonly OpenSdgProgress[]): OpenSdgProgress {
  const scored = series.filter((one) => one.score !== undefined)
  if (scored.length === 0) return { status: 'unable', why: 'no-data' }
  const score = scored.reduce((sum, one) => sum + (one.score ?? 0), 0) / scored.length
  if (scored.every(({ status }) => status === 'achieved')) return { status: 'achieved', score }
  const status = score >= 2.5 ? 'substantial' : score >= 0 ? 'moderate' : score >= -2.5 ? 'limited' : 'deterioration'
  return { status, score }
}

/** What stands for a zero, of which there is no growth. */
const notZero = 0.001

interface Point {
  readonly year: number
  readonly value: number
}

function progressValue(
  series: OpenSdgSeries,
  base: Point,
  current: Point,
  target: number | undefined,
  d: 1 | -1,
): Pick<OpenSdgProgress, 'value' | 'why'> {
  const from = base.value === 0 ? notZero : base.value
  if (from * current.value < 0) return { why: 'opposite-signs' }
  if (current.year - base.year < 1) return { why: 'under-a-year' }
  // Below zero a larger size is a lower value.
  const sign = from < 0 ? -1 : 1
  const actual = growth(from, current.value, current.year - base.year)
  if (target === undefined) return actual === undefined ? { why: 'no-way' } : { value: sign * d * actual }
  const required = growth(from, target, (series.targetYear ?? 2030) - base.year)
  const value =
    actual === undefined || required === undefined ? undefined : quotient(sign * d * actual, Math.abs(required))
  return value === undefined ? { why: 'no-way' } : { value }
}

/** Compound annual growth; undefined over no time and between values of opposite sign. */
function growth(from: number, to: number, years: number): number | undefined {
  const factor = quotient(to, from)
  if (factor === undefined || factor < 0 || years <= 0) return undefined
  const rate = factor ** (1 / years) - 1
  return Number.isFinite(rate) ? rate : undefined
}

function statusAt(value: number, [high = 0, middle = 0]: readonly number[]): OpenSdgStatus {
  if (value >= high) return 'substantial'
  if (value >= middle) return 'moderate'
  return value >= 0 ? 'limited' : 'deterioration'
}

function scoreOfRatio(ratio: number): number {
  return ratio >= 0.6 ? Math.min(7.1429 * ratio - 4.2857, 5) : Math.max(4.1667 * ratio - 2.5, -5)
}

function scoreOfGrowth(value: number, c: number): number {
  if (value < 0) return Math.max(125 * value - 2.5, -5)
  if (c === 0) return 5
  if (value >= 0.015 * c) return Math.min((500 * value) / c - 5, 5)
  return value >= 0.005 * c ? (250 * value) / c - 1.25 : (500 * value) / c - 2.5
}

/** How much less growth is asked for near the end of the scale: 1 far from it, 0 at it. */
function reduction(base: number, limit: number | undefined): number {
  if (limit === undefined) return 1
  const [b, l] = [Math.abs(base), Math.abs(limit)]
  if (b >= 2 * l) return 1
  return 1 - (b <= l ? b / l : (2 * l - b) / l) ** 4.44
}
