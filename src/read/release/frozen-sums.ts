import { checksumsDisagree, foreignRelease } from '../../issues/rel.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import type { ReleaseEntry, ReleaseFile } from '../../model/release/release.ts'
import { isReleaseName } from '../../model/release/release-names.ts'
import type { FrozenPackage } from './frozen-package.ts'

/** REL-011: a release lists only files that the release command writes. */
export function checkNames(
  dataset: string,
  { version, files }: ReleaseEntry,
  tables: readonly string[],
  at: (index: number) => Place,
): Issue[] {
  return files.flatMap(({ name }, index) =>
    isReleaseName(name, dataset, tables) ? [] : [issue(foreignRelease, at(index), { version, name })],
  )
}

/**
 * REL-013: the ledger, `SHA256SUMS` and `datapackage.json` of a release say the same of every file, so that a file
 * cannot be changed together with one of them.
 */
export function checkSums(
  { version, files }: ReleaseEntry,
  sums: string,
  described: FrozenPackage | undefined,
  at: (index: number) => Place,
): Issue[] {
  const summed = new Map(
    sums.split('\n').flatMap((line) => {
      const [, sha256 = '', name = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line.trimEnd()) ?? []
      return name === '' ? [] : [[name, sha256] as const]
    }),
  )
  const issues = files.flatMap((file, index) => {
    const list = contradicting(file, summed, described)
    return list === undefined ? [] : [issue(checksumsDisagree, at(index), { version, name: file.name, list })]
  })
  const listed = new Set(files.map(({ name }) => name))
  const own = files.findIndex(({ name }) => name === 'SHA256SUMS')
  for (const name of summed.keys()) {
    // Without these two the ledger is not whole, which is said by REL-002.
    if (own !== -1 && !listed.has(name) && name !== 'datapackage.json')
      issues.push(issue(checksumsDisagree, at(own), { version, name, list: 'SHA256SUMS' }))
  }
  return issues
}

function contradicting(
  { name, bytes, sha256 }: ReleaseFile,
  summed: ReadonlyMap<string, string>,
  described: FrozenPackage | undefined,
): string | undefined {
  if (summed.size > 0 && name !== 'SHA256SUMS' && summed.get(name) !== sha256) return 'SHA256SUMS'
  const table = described?.resources.find(({ path }) => path === name)
  if (!table) return undefined
  const isSame = (table.hash ?? `sha256:${sha256}`) === `sha256:${sha256}` && (table.bytes ?? bytes) === bytes
  return isSame ? undefined : 'datapackage.json'
}
