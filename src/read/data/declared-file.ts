import { createHash, getHashes } from 'node:crypto'
import { unknownHash } from '../../issues/pkg.ts'
import { byteCount, hashDiffers } from '../../issues/tbl.ts'
import type { Issue, Place } from '../../model/issue.ts'
import { issue } from '../../model/issue.ts'

/** What a descriptor promises of a file. */
interface Declared {
  readonly bytes?: number | undefined
  /** Hexadecimal, with the algorithm before it (`sha256:…`); MD5 where there is none. */
  readonly hash?: string | undefined
}

interface FoundFile {
  readonly path: string
  readonly bytes: number
  open(): AsyncIterable<Uint8Array>
}

/** TBL-036 and TBL-037: the file is not the one that `bytes` and `hash` describe. `at` gives the place of either. */
export async function declaredFaults(
  { bytes, hash }: Declared,
  file: FoundFile,
  at: (key: 'bytes' | 'hash') => Place,
): Promise<Issue[]> {
  const issues: Issue[] = []
  if (bytes !== undefined && bytes !== file.bytes) {
    issues.push(issue(byteCount, at('bytes'), { path: file.path, found: file.bytes, expected: bytes }))
  }
  const { algorithm, digest } = parseHash(hash ?? '')
  if (digest === '') return issues
  if (!getHashes().includes(algorithm)) return [...issues, issue(unknownHash, at('hash'), { algorithm })]
  const state = createHash(algorithm)
  for await (const chunk of file.open()) state.update(chunk)
  const found = state.digest('hex')
  if (found === digest.toLowerCase()) return issues
  return [...issues, issue(hashDiffers, at('hash'), { path: file.path, algorithm, found, expected: digest })]
}

function parseHash(text: string): { algorithm: string; digest: string } {
  const colon = text.indexOf(':')
  if (colon === -1) return { algorithm: 'md5', digest: text }
  // `sha-256` is the name of the same algorithm elsewhere.
  return { algorithm: text.slice(0, colon).toLowerCase().replace('-', ''), digest: text.slice(colon + 1) }
}
