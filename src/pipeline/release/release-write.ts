import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Dataset } from '../../model/data/dataset.ts'
import type { Release, ReleaseEntry, ReleaseFile } from '../../model/release/release.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import { publishDataset } from '../../publish/formats/table-files.ts'
import { frozenFolder } from '../../read/release/frozen-folder.ts'
import { ledgerPath } from '../../read/release/releases.ts'
import { readTableRows } from '../../read/table/table-rows.ts'
import { putFolder, putText } from './release-place.ts'
import type { ReleasePlan } from './release-plan.ts'
import { withRelease, withVersion } from './release-yaml.ts'

/** A release whose files are written but not yet in their place. */
export interface PreparedRelease {
  /** Puts everything in place, or, at a failure, leaves everything as it was. */
  readonly commit: () => void
}

/**
 * Writes the files of a release into `work`, a folder outside the root that goes with the process, so that nothing of a
 * release that was interrupted stands in the root.
 */
export async function prepareRelease(
  root: string,
  plan: ReleasePlan,
  config: SiteConfig,
  work: string,
): Promise<PreparedRelease> {
  const { dataset, changes } = plan
  const { version, on, note } = changes
  const fresh = join(work, dataset.id)
  await mkdir(fresh, { recursive: true })
  const files = await writeFiles(root, fresh, plan, config)
  const entry: ReleaseEntry = { version, on, note, reasons: [...changes.reasons], files }
  const ledger = join(root, ledgerPath(dataset.id))
  const descriptor = join(root, dataset.file)
  const old = {
    ledger: await readFile(ledger, 'utf8').catch(() => undefined),
    descriptor: await readFile(descriptor, 'utf8'),
  }
  const next = {
    ledger: withRelease(old.ledger, entry),
    descriptor: withVersion(old.descriptor, { version, updatedOn: updatedOn(plan) }),
  }
  const folder = join(root, frozenFolder(dataset.id, version))
  return {
    // Synchronous: no signal is heard between the steps.
    commit() {
      putFolder(fresh, folder)
      try {
        putText(ledger, next.ledger)
        putText(descriptor, next.descriptor)
      } catch (error) {
        rmSync(folder, { recursive: true, force: true })
        if (old.ledger === undefined) rmSync(ledger, { force: true })
        else putText(ledger, old.ledger)
        throw error
      }
    },
  }
}

/** The day of a release is that of an update, unless it only freezes, or only describes, what was there before. */
function updatedOn({ dataset, newest, changes }: ReleasePlan): string {
  const hasNews = newest !== undefined && changes.tables.some(({ status }) => status !== 'same')
  return hasNews ? changes.on : dataset.gongbao.updatedOn
}

async function writeFiles(root: string, folder: string, plan: ReleasePlan, config: SiteConfig): Promise<ReleaseFile[]> {
  const { dataset, changes } = plan
  const { version, on, note } = changes
  const release: Release = { version, on, note, reasons: [...changes.reasons], files: [], changes }
  const released: Dataset = {
    ...dataset,
    version,
    gongbao: { ...dataset.gongbao, updatedOn: updatedOn(plan) },
    releases: [release, ...dataset.releases],
  }
  const published = await publishDataset(
    released,
    (table) => readTableRows(table, () => createReadStream(join(root, table.file))),
    async (path, chunks) => pipeline(Readable.from(chunks), createWriteStream(join(folder, nameOf(path)))),
    config,
    { version },
  )
  const files = published.flatMap(({ path, format, table, rows, bytes, sha256 }): ReleaseFile[] =>
    nameOf(path) === sums ? [] : [{ name: nameOf(path), format, table, rows, bytes, sha256 }],
  )
  const add = async (name: string, format: string, text: string) => {
    await writeFile(join(folder, name), text)
    const bytes = Buffer.byteLength(text)
    files.push({ name, format, bytes, sha256: createHash('sha256').update(text).digest('hex') })
  }
  await add('changes.json', '修订记录', `${JSON.stringify(changes, null, 1)}\n`)
  await add(sums, 'SHA-256', files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''))
  return files
}

const sums = 'SHA256SUMS'

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
