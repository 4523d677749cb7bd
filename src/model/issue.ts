import type { Bilingual } from './lang.ts'
import { compareText } from './text-order.ts'

/** `error` stops publishing, `warning` is published but listed, `hint` is only said. */
export type Severity = 'error' | 'warning' | 'hint'

/** A point in a source file; `line` and `column` count from 1 in characters (UTF-16 units). */
export interface Place {
  readonly file: string // e.g. "content/policies/yw-zbf-2021-38.md", relative to the root
  readonly line: number
  readonly column: number
}

/** What a check has found. Problems in content are data, never exceptions. */
export interface Issue extends Place {
  readonly code: string // e.g. "DOC-004"; permanent, see `issues/catalogue.ts`
  readonly severity: Severity
  readonly message: Bilingual // what is wrong, with the value
  readonly hint: Bilingual // what to do about it
}

/** Declares one code: its severity, a short title for lists, and the words made from its parameters. */
export interface Definition<P> {
  readonly code: string
  readonly severity: Severity
  readonly title: Bilingual
  readonly words: (p: P) => { readonly zh: Words; readonly en: Words }
}

/** Message first, then the hint. */
export type Words = readonly [message: string, hint: string]

export function define<P>(
  code: string,
  severity: Severity,
  title: Bilingual,
  words: Definition<P>['words'],
): Definition<P> {
  return { code, severity, title, words }
}

/** Makes the issue of a definition at a place. */
export function issue<P>(definition: Definition<P>, at: Place, params: P): Issue {
  const { zh, en } = definition.words(params)
  return {
    code: definition.code,
    severity: definition.severity,
    file: at.file,
    line: at.line,
    column: at.column,
    message: { zh: zh[0], en: en[0] },
    hint: { zh: zh[1], en: en[1] },
  }
}

/** Order of a report: by file, line, column, then code. */
export function compareIssues(a: Issue, b: Issue): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message.zh, b.message.zh)
  )
}
