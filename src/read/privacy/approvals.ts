import { unusedApproval } from '../../issues/pii.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { Yaml } from '../text/yaml.ts'
import type { PrivacyGate } from './privacy-gate.ts'

const list = /^["']?(?:approvedContacts|已确认联系方式)["']?\s*[:：][^\n]*(?:\n(?:[ \t-][^\n]*)?)*/m

/** `site.yaml` with its list of approvals blanked out, every other character in its place: an entry is no use of itself. */
export function withoutApprovals(text: string): string {
  return text.replace(list, (lines) => lines.replace(/[^\n]/g, ' '))
}

/** PII-014: approvals that nothing has needed and that no text holds; what was let pass once should not stay open for ever. */
export function unusedApprovals(
  gate: PrivacyGate,
  approved: readonly string[],
  texts: ReadonlyMap<string, string>,
  yaml: Yaml,
): Issue[] {
  const unused = new Set(gate.unused())
  return approved.flatMap((entry, index) => {
    if (!unused.has(entry)) return []
    const isWritten = [...texts].some(([file, text]) =>
      (file === yaml.file ? withoutApprovals(text) : text).includes(entry),
    )
    return isWritten ? [] : [issue(unusedApproval, yaml.at(['approvedContacts', index]), { entry })]
  })
}
