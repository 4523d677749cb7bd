import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { endBytes, textKinds } from './binary.ts'
import type { FoundFile } from './downloads.ts'
import { endingOf } from './file-kinds.ts'

/** A text beyond this is only summed and never held; what is larger is a table, with its own checksums. */
const longestText = 8 * 2 ** 20
const smallFile = 2 ** 20

/** One file of the output, read once. */
export interface ReadFile extends FoundFile {
  /** Its two ends, in Latin-1. */
  readonly head: string
  readonly tail: string
  /** Of a file of text that is not too large; undefined where it is not UTF-8 either, see `isText`. */
  readonly text?: string | undefined
  /** False: it should be UTF-8 and is not. */
  readonly isText: boolean
}

/**
 * Reads a file for its checksum, and for its text where it has one. Throws where the file cannot be read. Small files
 * are read at once: for tens of thousands of them a promise each costs more than the reading.
 */
export async function readOutputFile(path: string): Promise<ReadFile> {
  const isTextKind = textKinds.has(endingOf(path))
  if (statSync(path).size <= (isTextKind ? longestText : smallFile)) {
    const data = readFileSync(path)
    const isText = !isTextKind || (isUtf8(data) && !data.includes(0))
    const sha256 = createHash('sha256').update(data).digest('hex')
    const text = isTextKind && isText ? data.toString() : undefined
    return { bytes: data.length, sha256, ...endsOf(data, data), isText, text }
  }
  const hash = createHash('sha256')
  let length = 0
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    hash.update(chunk)
    length += chunk.length
    if (head.length < endBytes) head = Buffer.concat([head, chunk.subarray(0, endBytes)])
    tail = Buffer.concat([tail.subarray(-endBytes), chunk.subarray(-endBytes)])
  }
  return { bytes: length, sha256: hash.digest('hex'), ...endsOf(head, tail), isText: true }
}

function endsOf(head: Buffer, tail: Buffer): Pick<ReadFile, 'head' | 'tail'> {
  return { head: head.toString('latin1', 0, endBytes), tail: tail.subarray(-endBytes).toString('latin1') }
}
