import { maskingFailed } from '../../issues/pii.ts'
import type { Issue } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { PrivacyGate } from './privacy-gate.ts'
import { readable } from './scan.ts'

/**
 * PII-005: a report is read in public logs, so neither a message nor the name of its file repeats a secret. What is found
 * in a message is masked there; where nothing else says that personal data stand on this line, PII-005 does.
 */
export function maskIssues(issues: readonly Issue[], gate: PrivacyGate): Issue[] {
  const files = new Map<string, string>()
  const known = new Map<string, string>()
  const mask = (text: string) => kept(known, text, () => gate.mask(text))
  const said = new Set(issues.filter(({ code }) => code.startsWith('PII-')).map(lineOf))
  return issues.flatMap((found): Issue[] => {
    const one = { ...found, file: kept(files, found.file, () => maskedPath(found.file, gate)) }
    const message = { zh: mask(found.message.zh), en: mask(found.message.en) }
    const hint = { zh: mask(found.hint.zh), en: mask(found.hint.en) }
    const isSame = (['zh', 'en'] as const).every(
      (lang) => message[lang] === found.message[lang] && hint[lang] === found.hint[lang],
    )
    if (isSame) return one.file === found.file ? [found] : [one]
    const masked = { ...one, message, hint }
    return said.has(lineOf(found)) ? [masked] : [masked, issue(maskingFailed, one, { code: one.code })]
  })
}

function lineOf({ file, line }: Issue): string {
  return `${file}:${line}`
}

function kept(cache: Map<string, string>, text: string, make: () => string): string {
  const known = cache.get(text)
  if (known !== undefined) return known
  const made = make()
  cache.set(text, made)
  return made
}

function maskedPath(path: string, gate: PrivacyGate): string {
  return gate
    .find(readable(path))
    .reduceRight((rest, one) => rest.slice(0, one.start) + one.masked + rest.slice(one.end), path)
}
