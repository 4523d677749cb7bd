import type { Measured, Output } from './output.ts'

/** Some rows of a table: cells in the order of its header. */
export type Rows = readonly (readonly string[])[]

/** A finished file of a table. */
export interface WrittenFile extends Measured {
  readonly name: string
  readonly format: string // for people
  readonly rows: number
}

/** Takes the rows of one table, batch by batch, and writes them in one format. */
export interface TableSink {
  rows(rows: Rows): Promise<void>
  end(): Promise<WrittenFile[]>
}

/** Opens a file in the folder of the release. */
export type OpenFile = (name: string) => Output
