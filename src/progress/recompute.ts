import { z } from 'zod'
import { parsePeriod } from '../model/number/period.ts'
import type { Indicator } from '../model/register/indicator.ts'
import { indicator as indicatorSchema } from '../model/register/indicator.ts'
import { approximations, type Observation, observationStatuses } from '../model/register/observation.ts'
import { comparators, type Target, targetKinds, targetPaths } from '../model/target/target.ts'
import { assess } from './assess.ts'
import type { Assessment } from './assessment.ts'
import { method, thresholds } from './thresholds.ts'

/**
 * The status of a target from its published JSON twin alone (`/progress/<policy>/<target>.json`), by the same rules
 * that made it. Throws where the twin is not one, or was made by another version of the rules.
 */
export function recompute(twin: unknown): Pick<Assessment, 'status' | 'p' | 'q' | 'pace'> {
  const read = schema.parse(twin)
  const { inPeriod, before, near, unused } = read.observations
  const figures = [...inPeriod, ...before, ...near, ...unused]
  const own = figures.filter((one) => one.indicator === read.indicator?.id)
  const { status, p, q, pace } = assess(targetOf(read), {
    indicator: read.indicator && indicatorOf(read.indicator),
    observations: own.map(observationOf),
    near: near
      .filter((one) => one.indicator !== read.indicator?.id)
      .map((one) => ({ observation: observationOf(one), why: one.notCounted ?? '' })),
    asOf: read.asOf,
  })
  return { status, p, q, pace }
}

const place = { file: '', line: 1, column: 1 }
const region = z.object({ code: z.string() })

const figure = z.object({
  id: z.string(),
  indicator: z.string(),
  region,
  period: z.object({ text: z.string() }),
  value: z.number(),
  unit: z.string(),
  printed: z.string(),
  approx: z.enum(approximations).optional(),
  status: z.enum(observationStatuses).optional(),
  supersedes: z.string().optional(),
  doubt: z.string().optional(),
  source: z.object({ id: z.string() }),
  notCounted: z.string().optional(),
})

const { id, name, definition, unit, kind, aggregation } = indicatorSchema.shape
const indicator = z.object({ id, name, definition, unit, kind, aggregation })

const schema = z.object({
  id: z.string(),
  title: z.string(),
  words: z.string(),
  policy: z.object({ id: z.string() }),
  clause: z.object({ id: z.string() }),
  indicator: indicator.optional(),
  region,
  kind: z.enum(targetKinds),
  comparator: z.enum(comparators),
  value: z.number().optional(),
  valueTo: z.number().optional(),
  unit: z.string().optional(),
  from: z.string().optional(),
  deadline: z.string().optional(),
  every: z.literal('year').optional(),
  baseline: z.object({ value: z.number(), on: z.string() }).optional(),
  path: z.enum(targetPaths).optional(),
  milestones: z.array(z.object({ value: z.number(), on: z.string() })).optional(),
  asOf: z.string(),
  method: z.object({
    version: z.literal(method.version),
    thresholds: z
      .record(z.string(), z.number())
      .refine((read) => Object.entries(thresholds).every(([name, value]) => read[name] === value)),
  }),
  observations: z.object({
    inPeriod: z.array(figure),
    before: z.array(figure),
    near: z.array(figure),
    unused: z.array(figure),
  }),
})

type Twin = z.output<typeof schema>

function targetOf(twin: Twin): Target {
  const { id, title, words, kind, comparator, value, valueTo, unit, from, deadline, every } = twin
  const { baseline, path, milestones } = twin
  return {
    id,
    policy: twin.policy.id,
    clause: twin.clause.id,
    place,
    words,
    title,
    kind,
    comparator,
    comparatorWord: '',
    value,
    valueTo,
    unit,
    from,
    deadline,
    deadlineBasis: deadline === undefined ? '无' : '原文明示',
    every,
    baseline,
    path,
    milestones,
    region: twin.region.code,
    indicator: twin.indicator?.id,
  }
}

/** Judging asks an indicator only how its periods add up; the rest is not in the twin. */
function indicatorOf(read: z.output<typeof indicator>): Indicator {
  return { ...read, direction: 'none', topic: '', nearMatches: [] }
}

function observationOf({ region: at, source, period, ...row }: z.output<typeof figure>): Observation {
  const read = parsePeriod(period.text)
  if (!read) throw new Error(`${row.id}: ${period.text} is not a period`)
  return { ...row, dataset: '', place, region: at.code, source: source.id, period: read }
}
