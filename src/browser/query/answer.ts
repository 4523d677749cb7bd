import type { Caution } from './caution.ts'
import type { Result } from './result.ts'

/** What a query gives, and what must be said beside it. */
export interface Answer {
  readonly result: Result
  /** Rows that meet the conditions, of all rows of the table. */
  readonly matched: number
  readonly cautions: readonly Caution[]
  /** The figures of the first measure are of one kind: bars may stand beside each other. */
  readonly comparable: boolean
}

/** A query that cannot be answered, with what to say to the reader. */
export interface Refusal {
  readonly problem: string
}
