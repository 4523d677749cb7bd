import type { Observation } from '../../model/register/observation.ts'
import type { Target } from '../../model/target/target.ts'
import { assess } from '../../progress/assess.ts'
import type { Assessment } from '../../progress/assessment.ts'
import { isCeiling } from '../../progress/comparator.ts'
import { type OpenSdgProgress, openSdgProgress } from './open-sdg.ts'
import { yearNumber } from './open-sdg-input.ts'

/** One target by both methods. */
export interface MethodComparison {
  readonly target: Target
  readonly ours: Assessment
  readonly theirs: OpenSdgProgress
}

/**
 * The same target by the method of Open SDG, from the same three values: stated baseline, latest figure, target.
 * Undefined where ours gives no pace: without a baseline or a figure there is nothing to compare.
 */
export function compareMethods(target: Target, ours: Assessment): MethodComparison | undefined {
  const { baseline, value, deadline } = target
  const { latest, measuredAt, pace } = ours
  if (!baseline || value === undefined || !deadline || !latest || !measuredAt || pace === undefined) return undefined
  if (target.kind !== 'level' && target.kind !== 'ratio' && target.kind !== 'coverage') return undefined
  const base = yearNumber(baseline.on)
  const theirs = openSdgProgress({
    points: [
      { year: base, value: baseline.value },
      { year: yearNumber(measuredAt), value: latest.value },
    ],
    baseYear: base,
    target: value,
    targetYear: yearNumber(deadline),
    direction: isCeiling(target) ? 'negative' : 'positive',
  })
  return { target, ours, theirs }
}

/** The worked example of the methodology page: from 100 to 160 in three years, 124 half-way. */
export function workedComparison(): MethodComparison | undefined {
  const ours = assess(example, { observations: [figure], near: [], asOf: figure.period.end })
  return compareMethods(example, ours)
}

const place = { file: '', line: 1, column: 1 }

const example: Target = {
  id: 'example',
  policy: 'example',
  clause: '',
  place,
  words: '例题',
  title: '例题',
  indicator: 'example',
  kind: 'level',
  comparator: 'ge',
  comparatorWord: '',
  value: 160,
  from: '2024-01-01',
  deadline: '2026-12-31',
  deadlineBasis: '原文明示',
  region: '',
  baseline: { value: 100, on: '2023-12-31' },
}

const figure: Observation = {
  id: 'example',
  dataset: '',
  place,
  indicator: 'example',
  region: '',
  period: { text: '2025-06-30', start: '2025-06-30', end: '2025-06-30', kind: 'day' },
  value: 124,
  unit: '',
  printed: '124',
  source: '',
}
