import { parseQuantity } from '../number/quantity.ts'
import type { Indicator } from '../register/indicator.ts'
import type { Observation } from '../register/observation.ts'

/** Figures that say different things about the same indicator, place and time. */
export interface Conflict {
  readonly indicator: string
  readonly region: string
  readonly period: string
  readonly observations: readonly Observation[]
}

/**
 * Groups of figures from different sources that disagree by more than rounding; none is preferred, all are shown
 * (DESIGN §4.3). A figure that was superseded or withdrawn, or that is only a plan, contradicts nothing. A stock is
 * counted at the end of its period, so 2023 and 2023-12-31 speak of the same time; this needs the indicators.
 */
export function conflictsOf(
  observations: readonly Observation[],
  indicators?: ReadonlyMap<string, Pick<Indicator, 'kind'>>,
): Conflict[] {
  const replaced = new Set(observations.map((one) => one.supersedes).filter((id) => id !== undefined))
  const groups = new Map<string, Observation[]>()
  for (const one of observations) {
    if (replaced.has(one.id) || one.status === '作废' || one.status === '计划') continue
    const start = indicators?.get(one.indicator)?.kind === 'stock' ? '' : one.period.start
    const key = [one.indicator, one.region, start, one.period.end].join(' ')
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()].filter(disagree).flatMap((group) => {
    const [first] = group
    if (!first) return []
    return [{ indicator: first.indicator, region: first.region, period: first.period.text, observations: group }]
  })
}

/** Equal figures are compared once: of each, two sources are enough to find one that differs. */
function disagree(group: readonly Observation[]): boolean {
  if (new Set(group.map(({ source }) => source)).size < 2) return false
  const figures = new Map<string, Figure>()
  for (const one of group) {
    const key = `${one.value} ${one.printed}`
    const known = figures.get(key)
    if (!known) figures.set(key, { value: one.value, digit: lastDigit(one), sources: [one.source] })
    else if (known.sources.length < 2 && !known.sources.includes(one.source)) known.sources.push(one.source)
  }
  const all = [...figures.values()]
  return all.some((a) => all.some((b) => differ(a, b) && a.sources.some((one) => b.sources.some((two) => one !== two))))
}

interface Figure {
  readonly value: number
  readonly digit: number
  readonly sources: string[]
}

/** 2055.62亿 and 205.56 billion are the same figure printed to different digits. */
function differ(a: Figure, b: Figure): boolean {
  const slack = Math.max(a.digit, b.digit) / 2
  return Math.abs(a.value - b.value) > slack * (1 + 1e-9)
}

/** What one unit of the last printed digit is worth; 0 where the print is no plain number. */
function lastDigit({ printed, value }: Observation): number {
  const quantity = parseQuantity(printed)
  const number = quantity ? Number((quantity.value / quantity.scale).toPrecision(12)) : 0
  if (number === 0) return 0
  const decimals = String(number).split('.')[1]?.length ?? 0
  return Math.abs(value / number) / 10 ** decimals
}
