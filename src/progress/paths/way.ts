import type { Assessment, FormulaLine, Input } from '../assessment.ts'
import type { Case } from '../case.ts'
import type { Elapsed } from './elapsed.ts'

/** From what to what a target has to go, and between which days; counting starts at the end of `opens`. */
export interface Way {
  readonly opens: string | undefined
  readonly closes: string | undefined
  /** Value on the opening day: the stated baseline, or 0 for a total. Undefined where the plan states none. */
  readonly start: number | undefined
  readonly goal: number
}

/** What should have been reached by a day, as a share of the whole way. */
export interface Expected {
  readonly share: number
  readonly lines: readonly FormulaLine[]
  readonly inputs: readonly Input[]
  /** The path itself, where it is not a straight line. */
  readonly way?: Assessment['way']
}

/** A path that is not a straight line; undefined where it cannot be drawn. */
export type Bend = (c: Case, way: Way, at: string, time: Elapsed) => Expected | undefined
