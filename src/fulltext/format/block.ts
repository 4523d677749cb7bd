import { byteReader, byteWriter, checksum } from './bytes.ts'

/**
 * A block holds the posting lists of neighbouring keys. Raw form: checksum of the rest (4 bytes, low first), number
 * of keys, per key the length of the prefix shared with the key before (in UTF-16 code units, never inside a
 * character), the rest of the key, the length of its list; then the lists in the same order.
 */
export interface KeyedList {
  readonly key: string
  readonly list: Uint8Array
}

export function encodeBlock(lists: readonly KeyedList[]): Uint8Array {
  const writer = byteWriter(8192)
  writer.number(lists.length)
  let before = ''
  for (const { key, list } of lists) {
    const shared = sharedPrefix(before, key)
    writer.number(shared)
    writer.text(key.slice(shared))
    writer.number(list.length)
    before = key
  }
  for (const { list } of lists) writer.raw(list)
  return sealed(writer.bytes())
}

/** The lists of a raw block by key. Throws `DamagedIndex` where the bytes are not what was written. */
export function decodeBlock(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const reader = byteReader(unsealed(bytes))
  const heads: { key: string; length: number }[] = []
  let key = ''
  for (let left = reader.number(); left > 0; left--) {
    key = key.slice(0, reader.number()) + reader.text()
    heads.push({ key, length: reader.number() })
  }
  return new Map(heads.map((head) => [head.key, reader.raw(head.length)]))
}

/** Bytes of the index that are not as they were written: the answer would be wrong, so there is none. */
export class DamagedIndex extends Error {
  /** The file of the index, or what is wrong with its bytes. */
  readonly what: string
  constructor(what: string) {
    super(`damaged search index: ${what}`)
    this.what = what
    this.name = 'DamagedIndex'
  }
}

/** Bytes with their checksum before them. */
export function sealed(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length + 4)
  new DataView(whole.buffer).setUint32(0, checksum(bytes), true)
  whole.set(bytes, 4)
  return whole
}

/** The bytes behind their checksum. */
export function unsealed(whole: Uint8Array): Uint8Array {
  if (whole.length < 4) throw new DamagedIndex('too short')
  const bytes = whole.subarray(4)
  const stated = new DataView(whole.buffer, whole.byteOffset, 4).getUint32(0, true)
  if (stated !== checksum(bytes)) throw new DamagedIndex('checksum')
  return bytes
}

/** Pieces stand on multiples of this many bytes, so that their sizes are small numbers in the head. */
export const grain = 32

/** A compressed piece as it stands in a file: its length (2 bytes, low first; 0xffff and 4 bytes more where it is longer), itself, zeros. */
export function padded(bytes: Uint8Array): Uint8Array {
  const head = bytes.length < 0xffff ? 2 : 6
  const whole = new Uint8Array(Math.ceil((bytes.length + head) / grain) * grain)
  const view = new DataView(whole.buffer)
  view.setUint16(0, head === 2 ? bytes.length : 0xffff, true)
  if (head === 6) view.setUint32(2, bytes.length, true)
  whole.set(bytes, head)
  return whole
}

export function unpadded(whole: Uint8Array): Uint8Array {
  const view = new DataView(whole.buffer, whole.byteOffset, whole.length)
  if (whole.length < 6) throw new DamagedIndex('too short')
  const short = view.getUint16(0, true)
  const [head, length] = short === 0xffff ? [6, view.getUint32(2, true)] : [2, short]
  if (head + length > whole.length) throw new DamagedIndex('length')
  return whole.subarray(head, head + length)
}

function sharedPrefix(a: string, b: string): number {
  const longest = Math.min(a.length, b.length)
  let shared = 0
  while (shared < longest && a[shared] === b[shared]) shared++
  const code = b.charCodeAt(shared - 1)
  return shared > 0 && code >= 0xd800 && code < 0xdc00 ? shared - 1 : shared
}
