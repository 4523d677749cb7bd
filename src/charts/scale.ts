import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { daysBetween } from '../model/number/date.ts'
import { formatRounded } from '../model/number/format.ts'

/** A tick of an axis; the topmost of the value axis carries the unit. */
interface Tick {
  readonly value: number
  readonly label: string
}

export interface ValueScale {
  readonly at: (value: number) => number
  readonly ticks: readonly Tick[]
  readonly low: number
  readonly high: number
}

/**
 * Vertical scale from zero (or a round negative number) to a round number at or above every value, with three or
 * four lines above the lowest. Pixels run from `bottom` up to `top`.
 */
export function valueScale(
  values: readonly number[],
  unit: string,
  bottom: number,
  top: number,
  withUnit: boolean,
): ValueScale {
  const step = niceStep(Math.max(0, ...values) - Math.min(0, ...values))
  const low = step * Math.floor(Math.min(0, ...values) / step)
  const high = Math.max(step, step * Math.ceil(Math.max(0, ...values) / step - 1e-9))
  const scale = scaleLinear().domain([low, high]).range([bottom, top])
  const count = Math.round((high - low) / step)
  const size = magnitude(Math.max(high, -low), unit)
  const ticks = Array.from({ length: count + 1 }, (_, index) => {
    const value = low + step * index
    const number = formatRounded(value / size.by, 4)
    if (unit === '比率') return { value, label: `${number}%` }
    const label = value === 0 ? '0' : number + size.name
    return { value, label: index === count && withUnit ? label + unit : label }
  })
  return { at: scale, ticks, low, high }
}

export interface TimeScale {
  readonly at: (day: string) => number
  /** First and last day of the axis. */
  readonly from: string
  readonly to: string
}

/** Horizontal scale in days; a day stands at its end, the first day of a span at its beginning. */
export function timeScale(from: string, to: string, left: number, right: number): TimeScale {
  const all = Math.max(1, daysBetween(from, to))
  const scale: ScaleLinear<number, number> = scaleLinear().domain([0, all]).range([left, right])
  return { at: (day) => scale(daysBetween(from, day)), from, to }
}

function niceStep(span: number): number {
  if (!(span > Number.EPSILON)) return 1
  const rough = span / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10
  // Through text, so that 3 × 0.1 is 0.3.
  return Number((step * power).toPrecision(12))
}

function magnitude(high: number, unit: string): { readonly by: number; readonly name: string } {
  if (unit === '比率') return { by: 0.01, name: '' }
  if (high >= 1e8) return { by: 1e8, name: '亿' }
  return high >= 1e4 ? { by: 1e4, name: '万' } : { by: 1, name: '' }
}
