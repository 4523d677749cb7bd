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
  /** Its bytes as stored. */
  open(): AsyncIterable<Uint8Array>
  /** Its content, unpacked where it is compressed. */
  content(): AsyncIterable<Uint8Array>
}

/** Finds a file; `at` is where the descriptor names it. */
export async function findFile(path: string, at: Place): Promise<{ file?: StoredFile; issues: Issue[] }> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return { issues: [issue(missingTable, at, { path })] }
  const open = () => createReadStream(path, { highWaterMark: 256 * 1024 })
  const content = () => (isGzip(path) ? open().pipe(createGunzip()) : isZip(path) ? unzipped(path) : open())
  return { file: { path, bytes: found.size, open, content }, issues: [] }
}

/** PKG-007: compressed in a way that is not unpacked here, or not whole. Undefined where the content can be read. */
export async function compressionFault(
  file: StoredFile,
  declared: string | undefined,
  at: Place,
): Promise<Issue | undefined> {
  const format = (declared ?? /\.(zip|gz|bz2|xz|zst|7z|rar|tar)$/i.exec(file.path)?.[1] ?? '').toLowerCase()
  if (format === '' || format === 'no') return undefined
  const isKnown = /^(?:gz|gzip)$/.test(format)
    ? isGzip(file.path)
    : format === 'zip' && isZip(file.path) && file.bytes <= maxZipBytes
  if (!isKnown) return issue(badCompression, at, { path: file.path, what: 'unsupported', format })
  try {
    for await (const _ of file.content());
    return undefined
  } catch {
    return issue(badCompression, at, { path: file.path, what: 'broken', format })
  }
}

/** A ZIP file is held as a whole while it is unpacked. */
const maxZipBytes = 64 * 1024 * 1024
const maxUnzippedBytes = 512 * 1024 * 1024

function isGzip(path: string): boolean {
  return /\.gz$/i.test(path)
}

function isZip(path: string): boolean {
  return /\.zip$/i.test(path)
}

/** The first file of a ZIP archive. Throws where it is none, or unpacks to far more than it says on the disk. */
async function* unzipped(path: string): AsyncGenerator<Uint8Array> {
  let isFirst = true
  const files = unzipSync(await readFile(path), {
    filter: ({ name, originalSize }) => {
      const isTaken = isFirst && !name.endsWith('/') && originalSize <= maxUnzippedBytes
      isFirst &&= !isTaken
      return isTaken
    },
  })
  const [content] = Object.values(files)
  if (!content) throw new Error(`${path} holds no file`)
  yield content
}
