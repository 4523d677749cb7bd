import {
  conflict,
  cumulativeBreak,
  duplicateObservation,
  subsetExceeds,
  sumMismatch,
  supersedesItself,
} from '../../issues/obs.ts'
import { dangling } from '../../issues/ref.ts'
import { conflictsOf } from '../../model/data/conflicts.ts'
import type { SubsetRule, SumRule } from '../../model/data/dataset.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { formatValue } from '../../model/number/format.ts'
import { parsePeriod, periodDays } from '../../model/number/period.ts'
import { plainDigits } from '../../model/number/plain-digits.ts'
import { parseQuantity } from '../../model/number/quantity.ts'
import { guesser } from '../../model/policy/suggest.ts'
import type { Observation } from '../../model/register/observation.ts'
import { compareText } from '../../model/text-order.ts'
import type { ObservedRow } from './observations.ts'
import type { Registers } from './registers.ts'

/** Rules over all observations of a site together: OBS-003, OBS-004, OBS-005, and what a row supersedes. */
export function checkSeries(rows: readonly ObservedRow[], registers: Registers): Issue[] {
  return [
    ...checkSuperseded(rows),
    ...checkDuplicates(rows),
    ...checkConflicts(rows, registers),
    ...checkCumulative(rows, registers),
  ]
}

/** OBS-008 for one table: totals against their parts, where one source gives them all. */
export function checkSums(rows: readonly ObservedRow[], rules: readonly SumRule[]): Issue[] {
  const groups = bySource(rows)
  return rules.flatMap((rule) => {
    const period = rule.total.period === undefined ? undefined : parsePeriod(rule.total.period)
    return groups.flatMap((group) => {
      const total = group.get(rule.total.indicator)
      const parts = rule.parts.map((part) => group.get(part)).filter((part) => part !== undefined)
      if (!total || parts.length < rule.parts.length) return []
      if (period && total.observation.period.text !== period.text) return []
      return checkSum(total, parts, rule.tolerance)
    })
  })
}

/** OBS-012 for one table: a part against its total, where one source gives both. */
export function checkSubsets(
  rows: readonly ObservedRow[],
  rules: readonly SubsetRule[],
  registers: Registers,
): Issue[] {
  const name = (id: string) => registers.indicators.get(id)?.name ?? id
  return rules.flatMap((rule) =>
    bySource(rows).flatMap((group) => {
      const [part, total] = [group.get(rule.part), group.get(rule.of)]
      if (!part || !total || part.observation.value <= total.observation.value) return []
      const params = {
        part: name(rule.part),
        total: name(rule.of),
        partValue: part.observation.printed,
        totalValue: total.observation.printed,
      }
      return [issue(subsetExceeds, part.row.at('value'), params)]
    }),
  )
}

function checkSum(total: ObservedRow, parts: readonly ObservedRow[], tolerance: number): Issue[] {
  const all = [total, ...parts].map((row) => row.observation)
  // 约 and 超 say that the figure is not exact; nothing follows from its digits.
  if (all.some((one) => one.approx)) return []
  const sum = parts.reduce((so, { observation }) => so + observation.value, 0)
  const { value, unit } = total.observation
  const slack = tolerance + all.reduce((so, one) => so + halfDigit(one), 0)
  const difference = Math.abs(sum - value)
  if (difference <= slack + 1e-9 * Math.abs(value)) return []
  const show = (number: number) => formatValue(Number(number.toPrecision(12)), unit)
  return [
    issue(sumMismatch, total.row.at('value'), { sum: show(sum), total: show(value), difference: show(difference) }),
  ]
}

/** Half a unit of the last printed digit: 184.6亿元 may be off by 0.05亿元. */
export function halfDigit(one: Observation): number {
  const texts = one.printedUnit ? [`${one.printed}${one.printedUnit}`, one.printed] : [one.printed]
  const scale = texts.map(parseQuantity).find((quantity) => quantity !== undefined)?.scale ?? 1
  const decimals = /\d\.(\d+)/.exec(plainDigits(one.printed))?.[1]?.length ?? 0
  return (scale * 10 ** -decimals) / 2
}

/** Figures of one place, period and source, by indicator. */
export function bySource(rows: readonly ObservedRow[]): ReadonlyMap<string, ObservedRow>[] {
  const groups = new Map<string, Map<string, ObservedRow>>()
  for (const row of current(rows)) {
    const { region, period, source, indicator } = row.observation
    const key = [region, period.start, period.end, source].join(' ')
    const group = groups.get(key) ?? new Map<string, ObservedRow>()
    groups.set(key, group)
    if (!group.has(indicator)) group.set(indicator, row)
  }
  return [...groups.values()]
}

/** Without figures that were superseded or withdrawn. */
export function current(rows: readonly ObservedRow[]): ObservedRow[] {
  const replaced = new Set(rows.map((row) => row.observation.supersedes))
  return rows.filter(({ observation }) => !replaced.has(observation.id) && observation.status !== '作废')
}

function checkSuperseded(rows: readonly ObservedRow[]): Issue[] {
  const ids = new Map(rows.map(({ observation }) => [observation.id, observation.supersedes]))
  const circles = inCircles(ids)
  const nearest = guesser()
  return rows.flatMap(({ observation, row }) => {
    const { supersedes } = observation
    if (supersedes === undefined) return []
    if (circles.has(observation.id)) return [issue(supersedesItself, row.at('supersedes'), { found: supersedes })]
    if (ids.has(supersedes)) return []
    const guess = ids.size <= 2000 ? nearest(supersedes, ids.keys()) : undefined
    const near = guess === undefined ? {} : { nearest: guess }
    return [
      issue(dangling, row.at('supersedes'), { kind: { zh: '观测值', en: 'observation' }, found: supersedes, ...near }),
    ]
  })
}

/** The rows from which the rows superseded lead back to where they began; every row is walked over once. */
function inCircles(next: ReadonlyMap<string, string | undefined>): ReadonlySet<string> {
  const found = new Set<string>()
  const done = new Set<string>()
  for (const start of next.keys()) {
    const path = new Set<string>()
    let at: string | undefined = start
    for (; at !== undefined && !done.has(at) && !path.has(at); at = next.get(at)) path.add(at)
    if (at !== undefined && path.has(at)) {
      const way = [...path]
      for (const id of way.slice(way.indexOf(at))) found.add(id)
    }
    for (const id of path) done.add(id)
  }
  return found
}

function checkDuplicates(rows: readonly ObservedRow[]): Issue[] {
  const firsts = new Map<string, ObservedRow>()
  return current(rows).flatMap((here) => {
    const { indicator, region, period, source, status } = here.observation
    const isPlan = status === '计划' || status === '预计' ? status : ''
    const key = [indicator, region, period.start, period.end, source, isPlan].join(' ')
    const first = firsts.get(key)
    if (!first) {
      firsts.set(key, here)
      return []
    }
    const at = here.row.at('indicator')
    const same = first.observation.place.file === at.file
    return [
      issue(duplicateObservation, at, {
        first: same ? `第${first.row.line}行` : `${first.observation.place.file} 第${first.row.line}行`,
      }),
    ]
  })
}

/** Groups of one source are duplicates and reported as such. */
function checkConflicts(rows: readonly ObservedRow[], registers: Registers): Issue[] {
  const rowOf = new Map(rows.map((row) => [row.observation, row.row]))
  return conflictsOf(
    rows.map((row) => row.observation),
    registers.indicators,
  ).flatMap(({ observations }) => {
    const [first, other] = farthest(observations)
    const row = other && rowOf.get(other)
    if (!first || !other || !row) return []
    const name = registers.indicators.get(first.indicator)?.name ?? first.indicator
    const what = `${name}（${first.period.text}）`
    return [issue(conflict, row.at('value'), { what, here: said(other, registers), other: said(first, registers) })]
  })
}

/** The two figures of different sources that are farthest apart, the first such pair in the order of their rows. */
function farthest(group: readonly Observation[]): readonly Observation[] {
  const highest = outermost(group, 1)
  const lowest = outermost(group, -1)
  const reach = (one: Observation) => {
    const high = highest.find(({ source }) => source !== one.source)
    const low = lowest.find(({ source }) => source !== one.source)
    return high && low ? Math.max(high.value - one.value, one.value - low.value) : Number.NEGATIVE_INFINITY
  }
  const gap = group.reduce((most, one) => Math.max(most, reach(one)), Number.NEGATIVE_INFINITY)
  const first = group.find((one) => reach(one) === gap)
  const other = group.find((one) => first && one.source !== first.source && Math.abs(one.value - first.value) === gap)
  return first && other ? [first, other] : []
}

/** The highest figure (the lowest with -1), and the highest of any other source. */
function outermost(group: readonly Observation[], sign: 1 | -1): Observation[] {
  const best = (among: readonly Observation[]) =>
    among.reduce<Observation | undefined>(
      (so, one) => (so && so.value * sign >= one.value * sign ? so : one),
      undefined,
    )
  const first = best(group)
  const second = best(group.filter((one) => one.source !== first?.source))
  return [first, second].filter((one) => one !== undefined)
}

function said(one: Observation, registers: Registers): string {
  const source = registers.sources.get(one.source)
  return `${one.printed}${one.printedUnit ?? ''}（${source?.publisher ?? one.source}）`
}

/** OBS-005: figures since the beginning of the same year, from the same source, ordered by their end. */
function checkCumulative(rows: readonly ObservedRow[], registers: Registers): Issue[] {
  const series = new Map<string, ObservedRow[]>()
  for (const row of current(rows)) {
    const { indicator, region, source, period, status } = row.observation
    const isFlow = registers.indicators.get(indicator)?.kind === 'flow'
    const isToDate = period.start.endsWith('-01-01') && period.start.slice(0, 4) === period.end.slice(0, 4)
    if (!isFlow || !isToDate || status === '计划' || status === '预计') continue
    const key = [indicator, region, source, period.start].join(' ')
    const all = series.get(key)
    if (all) all.push(row)
    else series.set(key, [row])
  }
  return [...series.values()].flatMap((all) => {
    const sorted = all.toSorted((a, b) => compareText(a.observation.period.end, b.observation.period.end))
    return sorted.flatMap((after, index) => {
      const before = sorted[index - 1]
      return before ? checkStep(before.observation, after) : []
    })
  })
}

function checkStep(before: Observation, { observation: after, row }: ObservedRow): Issue[] {
  if (before.period.end === after.period.end || before.value <= 0) return []
  const times = after.value / before.value
  // January to December is twelvefold by itself: the pace must have changed too.
  const jumps = times >= 10 && times / (periodDays(after.period) / periodDays(before.period)) >= 5
  if (times >= 1 && !jumps) return []
  const params = { what: jumps ? ('jumps' as const) : ('falls' as const), before: before.printed, after: after.printed }
  return [issue(cumulativeBreak, row.at('value'), params)]
}
