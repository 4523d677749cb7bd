import type { Case, Finding } from '../case.ts'
import { level } from './level.ts'
import { threshold } from './standing.ts'

/** 占比: as a level, with gaps in percentage points. Without a deadline it is a duty that has to hold now. */
export function ratio(c: Case): Finding {
  return c.target.deadline === undefined ? threshold(c) : level(c)
}
