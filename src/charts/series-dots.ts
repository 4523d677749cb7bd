import { addDays, daysBetween } from '../model/number/date.ts'
import { comparePeriods } from '../model/number/period.ts'
import type { Observation } from '../model/register/observation.ts'

/** A figure of a series, at the day it stands for. */
export interface Dot {
  readonly x: string
  readonly value: number
  readonly row: Observation
}

/** Figures in the order of time; replaced, void and planned ones are left out. */
export function dotsOf(observations: readonly Observation[], stock: boolean): Dot[] {
  const replaced = new Set(observations.map((row) => row.supersedes).filter((id) => id !== undefined))
  return observations
    .filter((row) => !replaced.has(row.id) && row.status !== '作废' && row.status !== '计划')
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .map((row) => ({ x: stock ? row.period.end : middleOf(row), value: row.value, row }))
}

/** Chains of figures whose periods are of one sort and follow each other; single figures make no line. */
export function runsOf(dots: readonly Dot[]): Dot[][] {
  const clear = dots.filter(({ row }) => !dots.some((other) => disagrees(row, other.row)))
  const sorts = Map.groupBy(clear, ({ row }) => sortOf(row))
  return [...sorts.values()].flatMap((same) => {
    const runs: Dot[][] = []
    for (const dot of same) {
      const run = runs.at(-1)
      const previous = run?.at(-1)
      if (run && previous && consecutive(previous.row, dot.row)) run.push(dot)
      else runs.push([dot])
    }
    return runs.filter((run) => run.length > 1)
  })
}

function disagrees(a: Observation, b: Observation): boolean {
  return a.id !== b.id && a.period.start === b.period.start && a.period.end === b.period.end && a.value !== b.value
}

/** Years with years; the first four months of one year with the first four of the next. */
function sortOf({ period }: Observation): string {
  return period.kind === 'range' ? `${period.start.slice(4)} ${period.end.slice(4)}` : period.kind
}

function consecutive(a: Observation, b: Observation): boolean {
  if (a.period.kind === 'day' || a.period.kind === 'range') return daysBetween(a.period.end, b.period.end) <= 396
  return b.period.start <= addDays(a.period.end, 1)
}

function middleOf({ period }: Observation): string {
  return addDays(period.start, Math.round(daysBetween(period.start, period.end) / 2))
}
