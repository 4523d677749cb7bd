/**
 * A set of short byte strings, numbered from 0 in the order they came. Millions of them cost little more than their
 * bytes: they lie end to end in blocks, and a table of numbers finds them. Equal hashes are never taken for equal bytes.
 */
export interface ByteIndex {
  readonly size: number
  /** The number of the bytes from `from` up to `to`; -1 where they are not known. */
  find(data: Uint8Array, from: number, to: number): number
  /** The number of the bytes where they are known; where they are new, the bitwise complement of the number they get. */
  put(data: Uint8Array, from: number, to: number): number
  /** The bytes of a number, as the text they are in UTF-8. */
  textOf(number: number): string
}

// No record is longer than a block, and so no string of it.
const blockBits = 20
const blockSize = 1 << blockBits

export function byteIndex(): ByteIndex {
  // Numbers plus one, so that 0 is an empty slot.
  let slots = new Int32Array(256)
  let hashes = new Int32Array(128)
  let places = new Uint32Array(128)
  let lengths = new Int32Array(128)
  let size = 0
  const blocks: Uint8Array[] = []
  let room = 0
  let end = 0

  function find(data: Uint8Array, from: number, to: number): number {
    const hash = hashOf(data, from, to)
    return (slots[slotOf(hash, data, from, to)] ?? 0) - 1
  }

  function put(data: Uint8Array, from: number, to: number): number {
    const hash = hashOf(data, from, to)
    const slot = slotOf(hash, data, from, to)
    const known = slots[slot] ?? 0
    if (known !== 0) return known - 1
    if (size === hashes.length) grow()
    hashes[size] = hash
    places[size] = store(data, from, to)
    lengths[size] = to - from
    slots[slot] = size + 1
    size++
    if (size * 2 > slots.length) rehash()
    return ~(size - 1)
  }

  /** The slot that holds the bytes, or the empty one that is theirs. */
  function slotOf(hash: number, data: Uint8Array, from: number, to: number): number {
    const mask = slots.length - 1
    let slot = hash & mask
    for (;;) {
      const number = (slots[slot] as number) - 1
      if (number < 0 || (hashes[number] === hash && holds(number, data, from, to))) return slot
      slot = (slot + 1) & mask
    }
  }

  function holds(number: number, data: Uint8Array, from: number, to: number): boolean {
    if (lengths[number] !== to - from) return false
    const place = places[number] as number
    const block = blocks[place >>> blockBits] as Uint8Array
    let own = place & (blockSize - 1)
    for (let at = from; at < to; at++) if (block[own++] !== data[at]) return false
    return true
  }

  function store(data: Uint8Array, from: number, to: number): number {
    const length = to - from
    if (end + length > room) {
      // Small sets need no more than a small first block.
      const block = new Uint8Array(blocks.length === 0 && length <= 4096 ? 4096 : blockSize)
      end = blocks.length * blockSize
      room = end + block.length
      blocks.push(block)
    }
    const place = end
    blocks[place >>> blockBits]?.set(data.subarray(from, to), place & (blockSize - 1))
    end += length
    return place
  }

  function grow(): void {
    const length = hashes.length * 2
    hashes = copied(hashes, new Int32Array(length))
    lengths = copied(lengths, new Int32Array(length))
    places = copied(places, new Uint32Array(length))
  }

  function rehash(): void {
    slots = new Int32Array(slots.length * 2)
    const mask = slots.length - 1
    for (let number = 0; number < size; number++) {
      let slot = (hashes[number] as number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = number + 1
    }
  }

  function textOf(number: number): string {
    const place = places[number] ?? 0
    const block = blocks[place >>> blockBits]
    return block ? Buffer.from(block.buffer, place & (blockSize - 1), lengths[number]).toString('utf8') : ''
  }

  return {
    get size() {
      return size
    },
    find,
    put,
    textOf,
  }
}

function copied<T extends Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** FNV-1a with a last stir, so that the low bits depend on every byte. */
function hashOf(data: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (data[at] as number), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d)
}
