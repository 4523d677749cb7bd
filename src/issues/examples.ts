import type { Bilingual } from '../model/lang.ts'
import written from './examples.json' with { type: 'json' }

/** Lines of a file, as an editor sees them; what cannot be seen or must not be shown is written in ⟦ ⟧. */
export interface ExampleLines {
  readonly file: string
  /** Number of the first line, from 1. */
  readonly from: number
  readonly lines: readonly string[]
}

/** A code by example: what the check says of a file that is wrong, and the same place when it is right. */
export interface CodeExample {
  readonly message: Bilingual
  readonly hint: Bilingual
  /** Absent where no line of a file is at fault. `line` is the number of the line that the message names. */
  readonly wrong?: ExampleLines & { readonly line: number }
  readonly right?: ExampleLines
}

/** By code. Written by `npm run docs` from the fixtures of the tests. */
export const codeExamples: Readonly<Record<string, CodeExample>> = written
