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
  /** Writes a short text without surrogates; for keys, of which there are very many. */
  const short = (text: string): boolean => {
    let size = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code >= 0xd800 && code < 0xe000) return false
      size += code < 0x80 ? 1 : code < 0x800 ? 2 : 3
    }
    room(size + 1)
    bytes[length++] = size
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code < 0x80) bytes[length++] = code
      else {
        if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6)
        else {
          bytes[length++] = 0xe0 | (code >> 12)
          bytes[length++] = 0x80 | ((code >> 6) & 63)
        }
        bytes[length++] = 0x80 | (code & 63)
      }
    }
    return true
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
      if (text.length <= 32 && short(text)) return
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
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return hash >>> 0
}
