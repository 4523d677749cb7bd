import { createHash } from 'node:crypto'

/** Writes one file at a root-relative path, chunk by chunk. */
export type WriteChunks = (path: string, chunks: AsyncIterable<Uint8Array>) => Promise<void>

/** What a finished file holds, counted and hashed on its way out. */
export interface Measured {
  readonly bytes: number
  readonly sha256: string // hex
}

/** A file that is open for writing: whoever has bytes puts them, and waits until they are taken. */
export interface Output {
  put(chunk: Uint8Array | string): Promise<void>
  close(): Promise<Measured>
  /** Gives the file up; the writer sees the error. */
  abort(error: unknown): Promise<void>
}

/**
 * Turns a writer that pulls into an output that is pushed to, so that one pass over rows can feed many files.
 * Nothing is kept: `put` waits for the writer. A writer that fails makes `put` and `close` fail.
 */
export function openOutput(write: WriteChunks, path: string): Output {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const hash = createHash('sha256')
  const encoder = new TextEncoder()
  let bytes = 0
  const done = write(path, readable)
  done.catch((error: unknown) => writer.abort(error)).catch(ignore)
  // An error reaches the caller through `put` or `close`; the stream's own promise would report it twice.
  writer.closed.catch(ignore)
  return {
    async put(given) {
      const chunk = typeof given === 'string' ? encoder.encode(given) : given
      if (chunk.length === 0) return
      hash.update(chunk)
      bytes += chunk.length
      await writer.write(chunk)
    },
    async close() {
      await Promise.all([writer.close(), done])
      return { bytes, sha256: hash.digest('hex') }
    },
    async abort(error) {
      await Promise.allSettled([writer.abort(error), done])
    },
  }
}

function ignore() {}
