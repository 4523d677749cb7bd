import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { badCompression, packageLimit } from '../../issues/pkg.ts'
import { missingTable } from '../../issues/tbl.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'
import { gunzip } from '../../read/archive/gzip.ts'
import type { ZipEntry } from '../../read/archive/zip.ts'
import { ArchiveFault, unpackEntry, unpacksTooLarge, zipEntries } from '../../read/archive/zip.ts'

/** A file of a package on this disk. */
export interface StoredFile {
  readonly path: string
  /** Size as stored, compressed or not. */
  readonly bytes: number
  /** `gz`, `zip` or a format that is not unpacked here; empty where it is not compressed. */
  readonly compression: string
  /** Its bytes as stored. */
  open(): AsyncIterable<Uint8Array>
  /** Its content, unpacked where it is compressed. */
  content(): AsyncIterable<Uint8Array>
}

/** What the descriptor says of the way a file is packed. */
interface Packing {
  readonly compression: string | undefined
  /** The name of the file within an archive. */
  readonly inner: string | undefined
}

/** Finds a file; `at` is where the descriptor names it. */
export async function findFile(
  path: string,
  at: Place,
  { compression: declared, inner }: Packing,
): Promise<{ file?: StoredFile; issues: Issue[] }> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return { issues: [issue(missingTable, at, { path })] }
  const compression = compressionOf(path, declared)
  const open = () => createReadStream(path, { highWaterMark: 256 * 1024 })
  const content = () => {
    if (compression === 'gz') return gunzip(open, maxUnpackedBytes)
    return compression === 'zip' ? unzipped(path, inner) : open()
  }
  return { file: { path, bytes: found.size, compression, open, content }, issues: [] }
}

function compressionOf(path: string, declared: string | undefined): string {
  const named = /\.(zip|gz|bz2|xz|zst|7z|rar|tar)$/i.exec(path)?.[1] ?? ''
  const format = (declared ?? named).toLowerCase()
  return { gzip: 'gz', no: '' }[format] ?? format
}

/** A ZIP file is held as a whole while it is unpacked; what comes out of it is not. */
const maxZipBytes = 64 * 1024 * 1024

/** The most that one file may unpack to: a small file that grows without end is no table. */
const maxUnpackedBytes = 512 * 1024 * 1024

/** PKG-007, PKG-013: compressed in a way that is not unpacked here, not whole, or too large. Undefined where it is sound. */
export async function compressionFault(file: StoredFile, at: Place): Promise<Issue | undefined> {
  const { path, compression: format } = file
  if (format === '') return undefined
  if (format !== 'gz' && format !== 'zip') return issue(badCompression, at, { path, what: 'unsupported', format })
  if (format === 'zip' && file.bytes > maxZipBytes) return beyondLimit(at, path, unpacksTooLarge(maxZipBytes))
  try {
    for await (const _ of file.content());
    return undefined
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error
    if (error.isTooLarge) return beyondLimit(at, path, error)
    return issue(badCompression, at, { path, what: 'broken', format, reason: error.reason })
  }
}

function beyondLimit(at: Place, path: string, { reason }: ArchiveFault): Issue {
  return issue(packageLimit, at, { zh: `${path} ${reason.zh}`, en: `${path}: ${reason.en}` })
}

/**
 * The file of a ZIP archive that `inner` names, or else the first one that is not the litter of a file manager. All
 * entries are unpacked and compared with their checksums, so that a damaged archive is not taken for a whole one.
 */
async function* unzipped(path: string, inner: string | undefined): AsyncGenerator<Uint8Array> {
  const entries = zipEntries(await readFile(path)).filter((entry) => !entry.isFolder)
  const isWanted = ({ name }: ZipEntry) =>
    inner === undefined ? !/(?:^|\/)(?:__MACOSX\/|\.|$)/.test(name) : name === inner
  const wanted = entries.find(isWanted)
  if (!wanted) throw new ArchiveFault('里面没有要读的文件', 'the file is not in it')
  let room = maxUnpackedBytes
  for (const entry of entries) {
    const content = unpackEntry(entry, room)
    if (entry === wanted) yield* content
    else for await (const _ of content);
    room -= entry.size
  }
}
