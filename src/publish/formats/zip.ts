import { Zip, ZipDeflate } from 'fflate'
import type { Measured, Output } from './output.ts'

/** A zip file that is written entry after entry; nothing but the current block is kept. */
export interface ZipOutput {
  /** Begins an entry; the one before is ended. */
  begin(name: string): Promise<void>
  put(chunk: Uint8Array | string): Promise<void>
  /** One entry, whole. */
  add(name: string, text: string): Promise<void>
  close(): Promise<Measured>
}

/** How fflate packs depends on the pieces it is given: pieces of one size make the bytes depend on the content only. */
const blockBytes = 65_536

/**
 * Opens a zip over an output. fflate packs in plain script, so the bytes are the same on every machine; the zlib of
 * Node packs differently from one processor to another.
 */
export function openZip(output: Output): ZipOutput {
  let chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const encoder = new TextEncoder()
  const block = new Uint8Array(blockBytes)
  let filled = 0
  let entry: ZipDeflate | undefined

  async function drain() {
    const ready = chunks
    chunks = []
    for (const chunk of ready) await output.put(chunk)
  }

  function endEntry() {
    entry?.push(block.subarray(0, filled), true)
    filled = 0
    entry = undefined
  }

  async function begin(name: string) {
    endEntry()
    entry = new ZipDeflate(name, { level: 6 })
    // Zip files hold the local time; the first moment they know, made from local parts, is the same in every zone.
    entry.mtime = new Date(1980, 0, 1)
    zip.add(entry)
    await drain()
  }

  async function put(chunk: Uint8Array | string) {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk
    for (let start = 0; start < bytes.length; ) {
      const piece = bytes.subarray(start, start + blockBytes - filled)
      block.set(piece, filled)
      start += piece.length
      filled += piece.length
      if (filled < blockBytes) continue
      entry?.push(block)
      filled = 0
    }
    await drain()
  }

  return {
    begin,
    put,
    async add(name, text) {
      await begin(name)
      await put(text)
    },
    async close() {
      endEntry()
      zip.end()
      await drain()
      return output.close()
    },
  }
}
