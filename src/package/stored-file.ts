import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { unzipSync } from 'fflate'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { badCompression } from '../model/issues/pkg.ts'
import { missingTable } from '../model/issues/tbl.ts'

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
    if (compression === 'gz') return open().pipe(createGunzip())
    return compression === 'zip' ? unzipped(path, inner) : open()
  }
  return { file: { path, bytes: found.size, compression, open, content }, issues: [] }
}

function compressionOf(path: string, declared: string | undefined): string {
  const named = /\.(zip|gz|bz2|xz|zst|7z|rar|tar)$/i.exec(path)?.[1] ?? ''
  const format = (declared ?? named).toLowerCase()
  return { gzip: 'gz', no: '' }[format] ?? format
}

/** PKG-007: compressed in a way that is not unpacked here, or not whole. Undefined where the content can be read. */
export async function compressionFault(file: StoredFile, at: Place): Promise<Issue | undefined> {
  const { path, compression: format } = file
  if (format === '') return undefined
  const isKnown = format === 'gz' || (format === 'zip' && file.bytes <= maxZipBytes)
  if (!isKnown) return issue(badCompression, at, { path, what: 'unsupported', format })
  try {
    for await (const _ of file.content());
    return undefined
  } catch {
    return issue(badCompression, at, { path, what: 'broken', format })
  }
}

/** A ZIP file is held as a whole while it is unpacked. */
const maxZipBytes = 64 * 1024 * 1024
const maxUnzippedBytes = 512 * 1024 * 1024

/**
 * The file of a ZIP archive that `inner` names, or else the first one that is not the litter of a file manager.
 * Throws where it is no archive, holds no such file, or unpacks to far more than it says on the disk.
 */
async function* unzipped(path: string, inner: string | undefined): AsyncGenerator<Uint8Array> {
  let isFirst = true
  const files = unzipSync(await readFile(path), {
    filter: ({ name, originalSize }) => {
      const isWanted = inner === undefined ? !/(?:^|\/)(?:__MACOSX\/|\.|$)/.test(name) : name === inner
      const isTaken = isFirst && isWanted && originalSize <= maxUnzippedBytes
      isFirst &&= !isTaken
      return isTaken
    },
  })
  const [content] = Object.values(files)
  if (!content) throw new Error(`${path} holds no file`)
  yield content
}
