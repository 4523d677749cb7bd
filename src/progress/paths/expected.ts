import type { Target } from '../../model/target/target.ts'
import type { FormulaLine } from '../assessment.ts'
import type { Case } from '../case.ts'
import * as formula from '../formula.ts'
import { type Elapsed, elapsed } from './elapsed.ts'
import { geometric } from './geometric.ts'
import { seasonal } from './seasonal.ts'
import type { Bend, Expected, Way } from './way.ts'
import { waypoints } from './waypoints.ts'

/**
 * The expected share q on day `at` (open-data §7.3): evenly by days unless the plan publishes values for days between
 * (`milestones`) or its editors chose equal growth (`geometric`) or the rhythm of earlier years (`seasonal`). A path
 * that cannot be drawn — no positive start, fewer than two earlier years — falls back to days, and says so.
 */
export function expectedShare(c: Case, way: Way, at: string): Expected | undefined {
  const time = elapsed(way.opens, way.closes, at)
  if (!time) return undefined
  const path = pathOf(c.target)
  const bent =
    path &&
    (bends[path](c, way, way.closes && at > way.closes ? way.closes : at, time) ?? straight(time, fallback[path]))
  return bent ?? straight(time)
}

type Bent = 'geometric' | 'milestones' | 'seasonal'

const bends: Readonly<Record<Bent, Bend>> = { geometric, milestones: waypoints, seasonal }

const fallback = {
  geometric: { zh: '起点或目标不是正数，改按天数：已过天数 ÷ 总天数', en: 'no positive start; by days instead' },
  milestones: { zh: '没有可用的年度数，改按天数：已过天数 ÷ 总天数', en: 'no values between; by days instead' },
  seasonal: { zh: '往年可比的不足两年，改按天数：已过天数 ÷ 总天数', en: 'fewer than two earlier years; by days' },
} as const

/** Published values are preferred to every other path. */
function pathOf({ path, milestones }: Target): Bent | undefined {
  if (path === undefined) return milestones && milestones.length > 0 ? 'milestones' : undefined
  return path === 'linear' ? undefined : path
}

function straight(time: Elapsed, words?: FormulaLine['words']): Expected {
  const line = formula.expectedLine(time)
  return { share: time.share, lines: [words ? { ...line, words } : line], inputs: formula.timeInputs(time) }
}
