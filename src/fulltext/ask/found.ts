import type { Postings } from '../format/posting.ts'
import type { Fold } from '../format/units.ts'

/** One document found, and where. */
export interface Found {
  readonly document: number
  readonly score: number
  /** How often the parts stand in it. */
  readonly count: number
  /** Positions to show, the first first. */
  readonly positions: readonly number[]
}

export interface AskOptions {
  readonly fold?: Fold
  /** Documents that may be found; all of them without it. */
  readonly accepts?: (document: number) => boolean
}

/** Enough places for an excerpt: one in the title, some behind it. */
export function firstPositions(list: Postings, at: number): number[] {
  return [...list.positions.subarray(list.starts[at], Math.min((list.starts[at] ?? 0) + 12, list.starts[at + 1] ?? 0))]
}

export function best(a: Found, b: Found): number {
  return b.score - a.score || a.document - b.document
}
