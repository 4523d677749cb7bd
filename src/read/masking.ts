import type { Issue } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { maskingFailed } from '../model/issues/pii.ts'
import type { Bilingual } from '../model/lang.ts'
import { findPersonalData } from '../model/personal-data.ts'

/**
 * PII-005: a report is read in public logs, so no message repeats a secret it quotes. What is found in a message is
 * masked there, and said once more as an issue of its own.
 */
export function maskIssues(issues: readonly Issue[], approved: readonly string[]): Issue[] {
  return issues.flatMap((one): Issue[] => {
    const message = maskBoth(one.message, approved)
    const hint = maskBoth(one.hint, approved)
    if (message === one.message && hint === one.hint) return [one]
    return [{ ...one, message, hint }, issue(maskingFailed, one, { code: one.code })]
  })
}

/** E-mail addresses and the like may stand in a hint as an example; these may not. */
const secretKinds: ReadonlySet<string> = new Set(['id-number', 'mobile', 'bank-card'])

function maskBoth(text: Bilingual, approved: readonly string[]): Bilingual {
  const zh = mask(text.zh, approved)
  const en = mask(text.en, approved)
  return zh === text.zh && en === text.en ? text : { zh, en }
}

function mask(text: string, approved: readonly string[]): string {
  const secrets = findPersonalData(text, approved).filter((found) => secretKinds.has(found.kind))
  return secrets.reduceRight(
    (masked, found) => masked.slice(0, found.start) + found.masked + masked.slice(found.end),
    text,
  )
}
