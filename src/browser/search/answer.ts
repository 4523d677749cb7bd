import type { Piece } from '../../fulltext/ask/excerpt.ts'

/** How many results each value of each facet has. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What the reader has chosen, by facet; values of one facet are alternatives. */
export type Choice = Readonly<Record<string, readonly string[]>>

/** What is shown of one result, whichever index found it. */
export interface ShownHit {
  /** Root-relative address, with the place in the page where it is known. */
  readonly url: string
  readonly type: string
  readonly title: readonly Piece[]
  readonly number?: string | undefined
  readonly where?: string | undefined
  readonly status?: string | undefined
  /** Places in the page that hold the words; 0 where nothing was asked for. */
  readonly count: number
  /** How people call the place of the excerpt: 第二部分（一）. */
  readonly clause?: string | undefined
  readonly excerpt: readonly Piece[]
}

/** Results in their order; what is shown of them is read when it is needed. */
export interface ResultList {
  readonly size: number
  read(from: number, to: number): Promise<ShownHit[]>
}

export interface Answer {
  /** What is looked for, each as one phrase; none where only facets are chosen. */
  readonly parts: readonly string[]
  /** All that holds every part. */
  readonly exact: ResultList
  /** What is about the same; never among `exact`. */
  readonly related: ResultList
  /** Of what was found without the reader's choice in that facet: of `exact`, or of `related` where nothing is exact. */
  readonly counts: Counts
  /** Words that were looked for as well. */
  readonly added: readonly string[]
  /** Looked for in place of the query. */
  readonly used?: string | undefined
}
