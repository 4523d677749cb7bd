import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { IndexSource } from '../../fulltext/format/source.ts'

/** Reads an index from a folder, and counts as a server would. */
export function fileSource(folder: string): IndexSource {
  const traffic = { bytes: 0, requests: 0 }
  return {
    traffic,
    async read(path, start, end) {
      const file = await open(join(folder, path), 'r')
      try {
        const { size } = await file.stat()
        const [from, to] = [start ?? 0, Math.min(end ?? size, size)]
        const bytes = new Uint8Array(Math.max(0, to - from))
        await file.read(bytes, 0, bytes.length, from)
        traffic.requests++
        traffic.bytes += bytes.length
        return bytes
      } finally {
        await file.close()
      }
    },
  }
}
