import type { Issue, Place } from '../../model/issue.ts'

/** A fault waits for its place: where a cell stands is worked out only when something is wrong with it. */
export type CellFault = (at: Place) => Issue

/** What is wrong with one cell, given without its outer blanks; undefined where nothing is. */
export type CellCheck = (text: string) => CellFault | undefined
