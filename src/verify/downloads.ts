import { damagedDownload } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'

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

/** What `SHA256SUMS` beside the files of a dataset promises: lengths are taken as they are. */
export function promisedBeside(
  path: string,
  text: string,
  bytesOf: (path: string) => number | undefined,
): PromisedFile[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return text.split('\n').flatMap((line) => {
    const [, sha256 = '', name = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    return name === '' ? [] : [{ path: folder + name, bytes: bytesOf(folder + name) ?? 0, sha256 }]
  })
}
