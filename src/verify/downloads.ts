import { createHash } from 'node:crypto'
import { type Issue, issue } from '../model/issue.ts'
import { damagedDownload } from '../model/issues/output.ts'

/** What the manifest promises about one download. */
export interface PromisedFile {
  readonly path: string // relative to the output folder, without a leading slash
  readonly bytes: number
  readonly sha256: string
}

/** What is there: the length and checksum of the same path; nothing when it is missing. */
export interface FoundFile {
  readonly bytes: number
  readonly sha256: string
}

/** Every download is there, with the length and the checksum that its page prints. */
export function checkDownload(promised: PromisedFile, found: FoundFile | undefined): Issue[] {
  if (found?.bytes === promised.bytes && found.sha256 === promised.sha256) return []
  const words = (file: FoundFile) => `${file.bytes} 字节 sha256 ${file.sha256.slice(0, 12)}…`
  return [
    issue(
      damagedDownload,
      { file: promised.path, line: 1, column: 1 },
      { path: promised.path, expected: words(promised), found: found ? words(found) : '（没有这个文件）' },
    ),
  ]
}

export async function digest(chunks: AsyncIterable<Uint8Array>): Promise<FoundFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}
