import { sealedText, textPartBytes } from '../format/text-blocks.ts'
import type { WriteFile } from './part-writer.ts'

/** The text of all documents as UTF-16, low byte first, in files of one size: any slice can be read. */
export function textWriter(write: WriteFile) {
  let buffer = new Uint8Array(textPartBytes)
  let filled = 0
  let part = 0
  let length = 0
  const flush = async () => {
    if (filled > 0) await write(`t/${part}.bin`, sealedText(buffer.subarray(0, filled)))
    part++
    buffer = new Uint8Array(textPartBytes)
    filled = 0
  }
  return {
    get length() {
      return length
    },
    async add(bytes: Uint8Array): Promise<void> {
      length += bytes.length / 2
      for (let from = 0; from < bytes.length; ) {
        const take = Math.min(bytes.length - from, textPartBytes - filled)
        buffer.set(bytes.subarray(from, from + take), filled)
        filled += take
        from += take
        if (filled === textPartBytes) await flush()
      }
    },
    end: flush,
  }
}

/** Text as UTF-16, low byte first; the bytes are good until the next text, so that ten thousand texts need one buffer. */
export function utf16Encoder(): (text: string) => Uint8Array {
  let buffer = Buffer.alloc(1 << 16)
  return (text) => {
    if (buffer.length < 2 * text.length) buffer = Buffer.alloc(4 * text.length)
    return buffer.subarray(0, buffer.write(text, 'utf16le'))
  }
}
