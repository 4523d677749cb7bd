import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { parseReleaseChanges } from '../../model/release/release-changes.ts'
import { ledgerPath } from '../../read/release/releases.ts'
import { unfinished } from './release-place.ts'

/**
 * Removes what releases that were killed outright have left in a root, while no other one runs: files that had not come to their place, and
 * whole folders of versions that no ledger lists yet, which were never published. A folder with anything else in it is
 * left for the check to report. Returns the versions removed, as paths.
 */
export async function clearInterrupted(root: string): Promise<string[]> {
  const removed: string[] = []
  for (const id of await namesIn(join(root, 'data'))) {
    const releases = join(root, 'data', id, 'releases')
    for (const folder of [join(root, 'data', id), releases]) {
      for (const name of await namesIn(folder)) {
        if (unfinished.test(name)) await rm(join(folder, name), { recursive: true, force: true })
      }
    }
    const listed = await versionsListed(join(root, ledgerPath(id)))
    for (const version of listed ? await namesIn(releases) : []) {
      if (listed?.has(version) || !(await isWholeRelease(join(releases, version), version))) continue
      await rm(join(releases, version), { recursive: true })
      removed.push(`data/${id}/releases/${version}`)
    }
  }
  return removed
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

/** Undefined where the ledger cannot be read: nothing is judged by it then. */
async function versionsListed(path: string): Promise<ReadonlySet<string> | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? '{}' : '',
  )
  try {
    const ledger = parse(text) as Readonly<
      Record<string, readonly { readonly version?: unknown; readonly 版本?: unknown }[]>
    >
    return new Set((ledger['releases'] ?? ledger['发布'] ?? []).map((one) => String(one.version ?? one.版本)))
  } catch {
    return undefined
  }
}

/** What the release command wrote, to the byte: `SHA256SUMS` lists every file, and `changes.json` names the version. */
async function isWholeRelease(folder: string, version: string): Promise<boolean> {
  const text = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '')
  if (parseReleaseChanges(await text('changes.json'))?.version !== version) return false
  const sums = (await text('SHA256SUMS')).trim().split('\n')
  const listed = new Map(sums.map((line) => [line.slice(66), line.slice(0, 64)]))
  for (const name of await namesIn(folder)) {
    if (name === 'SHA256SUMS') continue
    const bytes = await readFile(join(folder, name)).catch(() => undefined)
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== listed.get(name)) return false
  }
  return true
}
