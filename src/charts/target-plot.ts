import { addDays, daysBetween } from '../model/number/date.ts'
import type { Observation } from '../model/register/observation.ts'
import type { Target } from '../model/target/target.ts'
import type { Assessment } from '../progress/assessment.ts'

export interface Point {
  readonly day: string
  readonly value: number
  readonly row?: Observation
}

/** What a target's chart shows, in days and values; drawing knows nothing about kinds of targets. */
export interface TargetPlot {
  /** First and last day of the axis. */
  readonly from: string
  readonly to: string
  /** Dashed: the way to the target, or the level to be kept. One line per edge. */
  readonly paths: readonly (readonly Point[])[]
  readonly goal?: Point | undefined
  /** Figures inside the period; neighbours are joined only within one run. */
  readonly runs: readonly (readonly Point[])[]
  /** Figures that disagree with those in `runs`. */
  readonly others: readonly Point[]
  readonly before: readonly Point[]
  /** Where the path is at the latest figure. */
  readonly expected?: Point | undefined
  /** A span without figures. */
  readonly empty?: { readonly from: string; readonly to: string; readonly started: boolean } | undefined
}

/** Undefined where there is nothing to draw: no figure and no dated number. */
export function targetPlot(target: Target, assessment: Assessment): TargetPlot | undefined {
  const { from, deadline, value: goal } = target
  const runs = runsOf(target, assessment)
  const shown = runs.flat()
  const before = beforeOf(target, assessment)
  if (shown.length === 0 && (deadline === undefined || goal === undefined)) return undefined
  const last =
    [deadline, ...shown.map((point) => point.day)]
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? assessment.asOf
  const first = [from, target.baseline?.on, ...before.map(startOf), ...(from ? [] : shown.map(startOf))]
    .filter((day) => day !== undefined)
    .sort()[0]
  const axis = { from: first ?? addDays(last, -365), to: last }
  const opens = from ?? axis.from
  const paths = pathsOf(target, assessment, opens)
  const drawn = new Set(shown.map((point) => point.row?.id))
  return {
    ...axis,
    paths,
    goal: deadline !== undefined && goal !== undefined && isDot(target) ? { day: deadline, value: goal } : undefined,
    runs,
    others: assessment.inputs.flatMap((input) => {
      const row = input.symbol === 'y′' ? rowOf(assessment, input.origin) : undefined
      return row && !drawn.has(row.id) ? [pointOf(row)] : []
    }),
    before,
    expected: expectedOf(paths, assessment),
    empty: emptyOf(target, assessment, opens),
  }
}

/** Days before the period that are still shown; older figures stand in the table. */
const reach = 3 * 366

function beforeOf(target: Target, { before }: Assessment): Point[] {
  const flow = target.kind === 'cumulative' || target.kind === 'yearly'
  const earliest = target.from && addDays(target.from, -reach)
  return before
    .filter((row) => earliest !== undefined && row.period.start >= earliest)
    .filter((row) => target.kind !== 'rate' || row.unit === '比率')
    .slice(-3)
    .map((row) => ({ day: flow ? middleOf(row) : row.period.end, value: row.value, row }))
}

function runsOf(target: Target, assessment: Assessment): Point[][] {
  if (target.kind === 'cumulative') return cumulativeRuns(target, assessment)
  if (target.kind === 'yearly') return yearlyRuns(assessment)
  const rows = assessment.series.filter((row) => !isOther(assessment, row))
  const runs: Point[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    const previous = run?.at(-1)?.row
    if (run && previous && follows(previous, row)) run.push(pointOf(row))
    else runs.push([pointOf(row)])
  }
  return runs
}

/** The sum as it grew, from nothing at the start; a missing period ends the line. */
function cumulativeRuns(target: Target, assessment: Assessment): Point[][] {
  const rows = assessment.inputs.flatMap((input) =>
    /^S(_\d+)?$/.test(input.symbol) ? (rowOf(assessment, input.origin) ?? []) : [],
  )
  const opens = target.from && addDays(target.from, -1)
  let sum = 0
  let end = opens
  const runs: Point[][] = opens ? [[{ day: target.from ?? opens, value: 0 }]] : []
  for (const row of rows) {
    sum += row.value
    const point = { day: row.period.end, value: sum, row }
    const joined = row.period.kind === 'day' || (end !== undefined && row.period.start <= addDays(end, 1))
    if (joined && runs.length > 0) runs.at(-1)?.push(point)
    else runs.push([point])
    end = row.period.end
  }
  return runs.filter((run) => run.some((point) => point.row))
}

/** Each year for itself: years are not joined. */
function yearlyRuns(assessment: Assessment): Point[][] {
  return assessment.inputs.flatMap(({ symbol, value }) => {
    const year = /^S_(\d{4})$/.exec(symbol)?.[1]
    if (year === undefined || typeof value !== 'number') return []
    const rows = assessment.series.filter((row) => row.period.end.startsWith(year))
    const row = rows.at(-1)
    return row ? [[{ day: row.period.end, value, row }]] : []
  })
}

function pathsOf(target: Target, { way }: Assessment, opens: string): Point[][] {
  const { value, valueTo, deadline, baseline, kind } = target
  if (value === undefined) return []
  if (way) return [way.map(({ on, value }) => ({ day: on, value }))]
  const closes = deadline ?? opens
  const flat = (level: number) => [
    { day: opens, value: level },
    { day: closes, value: level },
  ]
  if (kind === 'cumulative')
    return deadline
      ? [
          [
            { day: opens, value: 0 },
            { day: deadline, value },
          ],
        ]
      : []
  if (kind === 'range') return valueTo === undefined || !deadline ? [] : [flat(value), flat(valueTo)]
  if (baseline && deadline && isDot(target))
    return [
      [
        { day: baseline.on, value: baseline.value },
        { day: deadline, value },
      ],
    ]
  return isDot(target) || !deadline ? [] : [flat(value)]
}

/** A value to be at on one day; the others are levels to be kept all the time. */
function isDot({ kind }: Target): boolean {
  return kind === 'level' || kind === 'cumulative' || kind === 'ratio' || kind === 'coverage' || kind === 'milestone'
}

function expectedOf(paths: TargetPlot['paths'], { q, measuredAt }: Assessment): Point | undefined {
  const [start, end] = [paths[0]?.at(0), paths[0]?.at(-1)]
  if (!start || !end || start.value === end.value || q === undefined || q >= 1 || measuredAt === undefined) {
    return undefined
  }
  return { day: measuredAt, value: start.value + (end.value - start.value) * q }
}

/** From the last figure, or the start, to the deadline, or the as-of day where that comes first. */
function emptyOf(target: Target, { measuredAt, asOf, series }: Assessment, opens: string): TargetPlot['empty'] {
  if (target.deadline === undefined) return undefined
  const to = target.deadline < asOf ? target.deadline : asOf
  const from = series.length > 0 ? measuredAt : opens
  return from !== undefined && from < to ? { from, to, started: series.length > 0 } : undefined
}

/** Neighbours of the same sort, at most a year and a month apart. */
function follows(a: Observation, b: Observation): boolean {
  return a.period.kind === b.period.kind && b.period.end <= addDays(a.period.end, 396)
}

function isOther({ inputs }: Assessment, row: Observation): boolean {
  return inputs.some(({ symbol, origin }) => symbol === 'y′' && origin.type === 'observation' && origin.id === row.id)
}

function rowOf(assessment: Assessment, origin: Assessment['inputs'][number]['origin']): Observation | undefined {
  return origin.type === 'observation' ? assessment.series.find((row) => row.id === origin.id) : undefined
}

function pointOf(row: Observation): Point {
  return { day: row.period.end, value: row.value, row }
}

function startOf({ row, day }: Point): string {
  return row && row.period.start < day ? row.period.start : day
}

function middleOf({ period }: Observation): string {
  return addDays(period.start, Math.round(daysBetween(period.start, period.end) / 2))
}
