import { noDescriptor } from '../../issues/pkg.ts'
import type { Issue } from '../../model/issue.ts'
import { compareIssues, issue } from '../../model/issue.ts'
import { createIssueList } from '../../read/issue-list.ts'
import { textOf } from '../../read/json/text-of.ts'
import { maskIssues } from '../../read/privacy/masking.ts'
import { privacyGate } from '../../read/privacy/privacy-gate.ts'
import { describe } from './described.ts'
import { readPackage } from './descriptor.ts'
import { externalKeyFaults } from './external-keys.ts'
import { findDescriptor } from './package-folder.ts'
import type { ReadResource } from './references.ts'
import { foreignKeyFaults, referencesBetween } from './references.ts'
import { checkResource } from './resource.ts'

export interface PackageReport {
  readonly issues: readonly Issue[]
  /** Files read or looked at, the descriptor included. */
  readonly files: number
}

/**
 * Checks a Data Package of any origin, version 1 or 2, as it lies on this disk: its descriptor, that its files are
 * there and are the ones described, and every cell of its tables. Nothing is fetched. `path` is a folder or a
 * descriptor; places are named relative to it as given.
 */
export async function checkPackage(path: string): Promise<PackageReport> {
  const file = await findDescriptor(path)
  if (file === undefined) {
    return { issues: [issue(noDescriptor, { file: path, line: 1, column: 1 }, { path, what: 'absent' })], files: 0 }
  }
  const { descriptor, issues } = await readPackage(file)
  if (!descriptor) return { issues, files: 1 }
  const found = createIssueList()
  found.add(...issues)
  const tables = []
  for (const resource of descriptor.resources) {
    const said = await describe(descriptor, resource)
    found.add(...said.issues)
    tables.push({ resource, name: textOf(resource.value.name), ...said })
  }
  let files = 1
  const read: ReadResource[] = []
  const references = referencesBetween(tables)
  for (const { resource, isSound, ...said } of tables) {
    const referenced = references.get(said.name) ?? []
    if (!resource.isSound) {
      read.push({ ...said, uses: [], sets: [], isRead: false })
      continue
    }
    const result = await checkResource({ descriptor, resource, isSound, referenced, ...said })
    found.add(...result.issues)
    files += result.files
    read.push({ ...said, ...result })
  }
  found.add(...foreignKeyFaults(read), ...(await externalKeyFaults(descriptor, read)))
  return { issues: maskIssues(found.all(), privacyGate([])).sort(compareIssues), files }
}
