import type { Severity } from '../model/issue.ts'
import type { Lang } from '../model/lang.ts'
import type { Report } from './summary.ts'

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', hint: 'note' }

/** SARIF 2.1.0, for code-scanning services. */
export function toSarif({ issues }: Report, lang: Lang): string {
  const codes = [...new Set(issues.map((one) => one.code))].sort()
  const results = issues.map((one) => ({
    ruleId: one.code,
    ruleIndex: codes.indexOf(one.code),
    level: levels[one.severity],
    message: { text: `${one.message[lang]}${one.hint[lang]}`.toWellFormed() },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(one.file), uriBaseId: 'ROOT' },
          region: { startLine: one.line, startColumn: one.column },
        },
      },
    ],
  }))
  const driver = { name: 'Gongbao', informationUri: 'https://gongbao.example/', rules: codes.map((id) => ({ id })) }
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results }
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`
}

/** A path as a URI reference; halves of characters, which no URI can hold, become U+FFFD. */
function uriOf(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/')
}
