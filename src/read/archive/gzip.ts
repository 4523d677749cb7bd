import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ArchiveFault, unpacksTooLarge } from './zip.ts'

/**
 * The content of a gzip file (RFC 1952) of one or several members, as a stream. Throws an `ArchiveFault` where CRC-32
 * or length of a member do not match, where anything but zeros follows the last one, or beyond `limit` bytes.
 */
export async function* gunzip(open: () => AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip({ chunkSize: 256 * 1024 })
  pipeline(Readable.from(open()), unpacked, () => {})
  let length = 0
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > limit) throw unpacksTooLarge(limit)
      yield chunk
    }
  } catch (error) {
    throw isZlibFault(error) ? new ArchiveFault('内容已损坏或不完整', 'it is damaged or cut short') : error
  }
  let rest = -unpacked.bytesWritten
  for await (const chunk of open()) {
    rest += chunk.length
    const isPadding = rest <= 0 || chunk.subarray(Math.max(0, chunk.length - rest)).every((byte) => byte === 0)
    if (!isPadding) throw new ArchiveFault('后面有多余的内容', 'something follows its end')
  }
}

function isZlibFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}
