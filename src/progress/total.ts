import { daysBetween } from '../model/number/date.ts'
import type { Indicator } from '../model/register/indicator.ts'
import type { Approximation, Observation } from '../model/register/observation.ts'
import { compareText } from '../model/text-order.ts'
import { isRunningTotal } from './figures.ts'

/** A sum of figures whose periods do not overlap. */
export interface Total {
  readonly value: number
  /** End of the last period in it. */
  readonly end: string
  /** The figures added, oldest first. */
  readonly rows: readonly Observation[]
  /** Days before `end` have no figure: the sum is a lower bound. */
  readonly incomplete: boolean
  readonly approx?: Approximation | undefined
}

interface Span {
  readonly start: string
  readonly end: string
  readonly row: Observation
}

/**
 * Adds figures from `from` on, covering as many days as possible without counting any day twice, and with as few
 * figures as possible: one cumulative figure is preferred to its parts. A running total (a figure “as of” a day)
 * covers everything since `from`. Undefined without figures.
 */
export function totalOf(
  figures: readonly Observation[],
  from: string | undefined,
  indicator: Indicator | undefined,
): Total | undefined {
  const first = from ?? figures.map((row) => row.period.start).sort(compareText)[0]
  if (first === undefined) return undefined
  const spans = figures.map((row) => ({
    start: isRunningTotal(row, indicator) ? first : row.period.start,
    end: row.period.end,
    row,
  }))
  const chain = widest(spans)
  const last = chain.at(-1)
  if (!last) return undefined
  const rows = chain.map((span) => span.row)
  const covered = chain.reduce((sum, span) => sum + length(span), 0)
  return {
    value: rows.reduce((sum, row) => sum + row.value, 0),
    end: last.end,
    rows,
    incomplete: covered < length({ start: first, end: last.end }),
    approx: commonApprox(rows),
  }
}

/** The chain of spans without overlap that covers most days; on a tie the one with fewest spans. */
function widest(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => compareText(a.end, b.end) || compareText(a.start, b.start))
  const best: Chain[] = []
  for (const span of sorted) {
    let before: Chain | undefined
    for (const chain of best) if (chain.last.end < span.start && better(chain, before)) before = chain
    best.push({
      last: span,
      before,
      days: (before?.days ?? 0) + length(span),
      count: (before?.count ?? 0) + 1,
    })
  }
  let winner: Chain | undefined
  for (const chain of best) if (better(chain, winner)) winner = chain
  const chain: Span[] = []
  for (let link = winner; link; link = link.before) chain.unshift(link.last)
  return chain
}

interface Chain {
  readonly last: Span
  readonly before: Chain | undefined
  readonly days: number
  readonly count: number
}

function better(a: Chain, b: Chain | undefined): boolean {
  return !b || a.days > b.days || (a.days === b.days && a.count < b.count)
}

function length(span: { readonly start: string; readonly end: string }): number {
  return daysBetween(span.start, span.end) + 1
}

/** The hedging word of a sum: that of its parts when they agree, 约 when they do not. */
function commonApprox(rows: readonly Observation[]): Approximation | undefined {
  const words = new Set(rows.map((row) => row.approx).filter((word) => word !== undefined))
  return words.size > 1 ? '约' : [...words][0]
}
