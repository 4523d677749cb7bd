import { z } from 'zod'
import { id, isoDate, line, named } from '../field.ts'
import type { TableDiff } from './table-diff.ts'

const version = z.string().regex(/^\d+\.\d+\.\d+$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A file of a release as it was published. Names are those of the folder `data/<dataset>/releases/<version>/`. */
const releaseFile = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  format: line, // for people, e.g. "CSV"
  table: id.optional(),
  rows: z.int().min(0).optional(),
  bytes: z.int().min(0),
  sha256,
})
export type ReleaseFile = z.output<typeof releaseFile>

/** Why published values were changed. `for` names what it is about, see `release-reasons.ts`. */
const releaseReason = z.strictObject({ for: named('对象', line), text: named('原因', line) })
export type ReleaseReason = z.output<typeof releaseReason>

const releaseEntry = z.strictObject({
  version: named('版本', version),
  on: named('日期', isoDate),
  note: named('说明', line),
  reasons: named('修订原因', z.array(releaseReason).default([])),
  files: named('文件', z.array(releaseFile).min(1)),
})

/** `data/<dataset>/releases.yaml`, oldest first: written by `npm run release`, never changed afterwards. */
export const releaseLedger = z.strictObject({ releases: named('发布', z.array(releaseEntry).min(1)) })
export type ReleaseEntry = z.output<typeof releaseEntry>

/** How one table came from the release before. */
export interface TableChange {
  readonly table: string
  readonly status: 'same' | 'changed' | 'added' | 'removed'
  readonly rows: { readonly before: number; readonly after: number }
  /** Columns whose constraints refuse more, or less, than before. */
  readonly tightened: readonly string[]
  readonly loosened: readonly string[]
  /** Only of a changed table. */
  readonly diff?: TableDiff | undefined
}

/** Size of a step between versions, by the version recipe of Data Package. */
export type Step = 'major' | 'minor' | 'patch'

/** `changes.json` of a release: what it changed against the one before. */
export interface ReleaseChanges {
  readonly dataset: string
  readonly version: string
  readonly on: string
  readonly note: string
  /** The release before, with the checksum of its SHA256SUMS: each release vouches for those before it. */
  readonly previous?: { readonly version: string; readonly sha256: string } | undefined
  /** What the changes ask for; absent for the first release. */
  readonly step?: Step | undefined
  readonly reasons: readonly ReleaseReason[]
  readonly tables: readonly TableChange[]
  /** Parts of the description that changed, by their names for people. */
  readonly described: readonly string[]
}

/** A release with its changes. */
export interface Release extends ReleaseEntry {
  readonly changes: ReleaseChanges
}
