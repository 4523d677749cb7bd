import type { Lang } from '../model/lang.ts'
import type { Report } from './summary.ts'
import { countsOf } from './summary.ts'

/** The command contract of DESIGN §5: exactly these keys, one line of JSON. */
export function toJson({ issues, files, durationMs }: Report, lang: Lang): string {
  const { errors, warnings } = countsOf(issues)
  const list = issues.map(({ code, severity, file, line, column, message, hint }) => ({
    code,
    severity,
    file,
    line,
    column,
    message: message[lang],
    hint: hint[lang],
  }))
  return `${JSON.stringify({ issues: list, summary: { files, errors, warnings, durationMs: Math.round(durationMs) } })}\n`
}
