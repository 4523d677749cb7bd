import type { Issue } from '../model/issue.ts'

/** What a run of the check has come to. */
export interface Report {
  readonly issues: readonly Issue[]
  readonly files: number
  readonly durationMs: number
}

export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly hints: number
}

export function countsOf(issues: readonly Issue[]): Counts {
  const count = (severity: Issue['severity']) => issues.filter((one) => one.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), hints: count('hint') }
}
