import { daysBetween } from '../model/number/date.ts'
import type { Observation } from '../model/register/observation.ts'
import type { Flag, Input } from './assessment.ts'
import type { Case, Finding } from './case.ts'
import { rowInput } from './formula.ts'
import { rounding, thresholds } from './thresholds.ts'

/** Notes on the figures that were judged; none of them changes a status. */
export function flagsOf(
  c: Case,
  used: readonly Observation[],
  found: Pick<Finding, 'p' | 'q' | 'pace' | 'measuredAt'>,
): Flag[] {
  const flags: Flag[] = []
  if (isStale(c, found.measuredAt)) flags.push('stale')
  if (used.some((row) => row.status === '初步')) flags.push('provisional')
  if (used.some((row) => row.status === '修订' || row.supersedes !== undefined)) flags.push('revised')
  if (used.some((row) => row.approx !== undefined)) flags.push('approximate')
  if (used.some((row) => row.doubt !== undefined)) flags.push('doubtful')
  if (isBorderline(found, used)) flags.push('borderline')
  if (otherRows(c, used).length > 0) flags.push('sources-differ')
  return flags
}

/** Figures that disagree with the judged ones, listed among the inputs though they are not in the formula. */
export function otherInputs(c: Case, used: readonly Observation[]): Input[] {
  return otherRows(c, used).map((row) =>
    rowInput({ zh: '另一来源，未用于判定', en: 'another source, not judged' }, 'y′', row),
  )
}

function otherRows({ series }: Case, used: readonly Observation[]): Observation[] {
  return series.filter(
    (row) =>
      !used.includes(row) &&
      used.some(
        (one) => one.value !== row.value && one.period.start === row.period.start && one.period.end === row.period.end,
      ),
  )
}

function isStale({ target, asOf }: Case, measuredAt: string | undefined): boolean {
  if (measuredAt === undefined || (target.deadline !== undefined && asOf > target.deadline)) return false
  return daysBetween(measuredAt, asOf) > thresholds.staleDays
}

function isBorderline({ p, q, pace }: Pick<Finding, 'p' | 'q' | 'pace'>, used: readonly Observation[]): boolean {
  const hedged = used.some((row) => row.approx === '约')
  if (p !== undefined) {
    const distance = Math.abs(p - thresholds.achieved)
    if (distance < rounding.share && (distance > 0 || hedged)) return true
    if (p !== 0 && Math.abs(p - thresholds.reverse) < rounding.share) return true
  }
  if (q !== undefined && Math.abs(q - thresholds.early) < rounding.share) return true
  if (pace === undefined || (p !== undefined && p >= thresholds.achieved)) return false
  return [thresholds.onTrack, thresholds.slight].some((edge) => Math.abs(pace - edge) < rounding.pace)
}
