/** Grows as it is written. Numbers are varints: seven bits a byte, low first, the high bit says that more follow. */
export function byteWriter(size = 1024) {
  let bytes = new Uint8Array(size)
  let length = 0
  const room = (more: number) => {
    if (length + more <= bytes.length) return
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + more))
    larger.set(bytes)
    bytes = larger
  }
  const writer = {
    number(value: number): void {
      room(8)
      let rest = value
      while (rest > 127) {
        bytes[length++] = (rest & 127) | 128
        rest = Math.floor(rest / 128)
      }
      bytes[length++] = rest
    },
    raw(part: Uint8Array): void {
      room(part.length)
      bytes.set(part, length)
      length += part.length
    },
    text(text: string): void {
      const part = encoder.encode(text)
      writer.number(part.length)
      writer.raw(part)
    },
    get length() {
      return length
    },
    clear: () => {
      length = 0
    },
    /** A copy of what was written. */
    bytes: () => bytes.slice(0, length),
  }
  return writer
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads what `byteWriter` wrote; throws a RangeError where the bytes end too early. */
export function byteReader(bytes: Uint8Array, from = 0) {
  let at = from
  const reader = {
    number(): number {
      let value = 0
      let scale = 1
      for (;;) {
        const byte = bytes[at++]
        if (byte === undefined) throw new RangeError('bytes end too early')
        value += (byte & 127) * scale
        if (byte < 128) return value
        scale *= 128
      }
    },
    raw(length: number): Uint8Array {
      if (at + length > bytes.length) throw new RangeError('bytes end too early')
      at += length
      return bytes.subarray(at - length, at)
    },
    text: (): string => decoder.decode(reader.raw(reader.number())),
    get at() {
      return at
    },
  }
  return reader
}

/** FNV-1a over bytes, 32 bits: finds damage, not intent. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
