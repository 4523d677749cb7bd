import { growthDiffers, growthMismatch } from '../../issues/obs.ts'
import type { GrowthRule } from '../../model/data/dataset.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { yearBefore } from '../../model/number/period.ts'
import type { Observation } from '../../model/register/observation.ts'
import { bySource, current, halfDigit } from './observation-rules.ts'
import type { ObservedRow } from './observations.ts'

/**
 * A count and its growth over the year before: the base they lead back to must be a whole number (OBS-009), and
 * where the figure of that year is in the table, it must be that base (OBS-013).
 */
export function checkGrowth(rows: readonly ObservedRow[], rules: readonly GrowthRule[]): Issue[] {
  const groups = bySource(rows)
  const standing = current(rows).map((row) => row.observation)
  return rules.flatMap((rule) =>
    groups.flatMap((group) => {
      const [value, growth] = [group.get(rule.value), group.get(rule.growth)]
      if (!value || !growth) return []
      return [...checkBase(value.observation, growth), ...checkYearBefore(value.observation, growth, standing)]
    }),
  )
}

function checkBase(counted: Observation, growth: ObservedRow): Issue[] {
  const { value, approx, unit } = counted
  const rate = growth.observation.value
  const isExact = Number.isInteger(value) && halfDigit(counted) <= 0.5 && !approx && !growth.observation.approx
  if (!isExact || rate <= -1) return []
  const slack = halfDigit(growth.observation)
  const [low, high] = [value / (1 + rate + slack), value / (1 + rate - slack)]
  if (Math.floor(high + 1e-9) >= Math.ceil(low - 1e-9)) return []
  const base = value / (1 + rate)
  const whole = Math.max(1, Math.round(base))
  const digits = Math.max(0, -Math.round(Math.log10(2 * slack)) - 2)
  const percent = (share: number) => `${(share * 100).toFixed(digits)}%`
  const suggestion = `${whole}${unit}、增长${percent(value / whole - 1)}`
  const params = { value: `${value}${unit}`, growth: percent(rate), base: `${base.toFixed(2)}${unit}`, suggestion }
  return [issue(growthMismatch, growth.row.at('value'), params)]
}

/** The figure of the year before, by preference from the same source. */
function checkYearBefore(value: Observation, growth: ObservedRow, all: readonly Observation[]): Issue[] {
  const period = yearBefore(value.period)
  const candidates = all.filter(
    (one) =>
      one.indicator === value.indicator &&
      one.region === value.region &&
      one.period.text === period?.text &&
      one.status !== '计划' &&
      one.status !== '预计',
  )
  const before = candidates.find((one) => one.source === value.source) ?? candidates[0]
  const stated = growth.observation
  if (!before || before.value <= 0 || before.approx || value.approx || stated.approx) return []
  const times = value.value / before.value
  const share = halfDigit(before) / before.value + halfDigit(value) / value.value
  if (Math.abs(times - 1 - stated.value) <= times * share + halfDigit(stated) + 1e-9) return []
  const params = {
    before: before.printed,
    after: value.printed,
    period: before.period.text,
    stated: percent(stated.value),
    computed: percent(times - 1),
  }
  return [issue(growthDiffers, growth.row.at('value'), params)]
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(4))}%`
}
