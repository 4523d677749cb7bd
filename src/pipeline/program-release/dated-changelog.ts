const unreleased = /^## Unreleased[ \t]*$/m

export type DatedChangelog =
  | { readonly ok: true; readonly text: string; readonly notes: string }
  | { readonly ok: false; readonly why: 'no section' | 'nothing new' | 'version taken' }

/**
 * What stands below `## Unreleased` becomes the section of a version, and an empty `## Unreleased` stands above it again
 * (keepachangelog.com). `notes` are the lines of the section.
 */
export function datedChangelog(changelog: string, version: string, on: string): DatedChangelog {
  const head = unreleased.exec(changelog)
  if (!head) return { ok: false, why: 'no section' }
  const versions = [...changelog.matchAll(/^## (\S+)/gm)].map(([, name]) => name)
  if (versions.includes(version)) return { ok: false, why: 'version taken' }
  const before = changelog.slice(0, head.index)
  const rest = changelog.slice(head.index + head[0].length)
  const end = rest.search(/^## /m)
  const notes = (end < 0 ? rest : rest.slice(0, end)).trim()
  if (notes === '') return { ok: false, why: 'nothing new' }
  const older = end < 0 ? '' : `\n${rest.slice(end)}`
  return { ok: true, notes, text: `${before}## Unreleased\n\n## ${version} — ${on}\n\n${notes}\n${older}` }
}
