/**
 * A set of short byte strings, numbered from 0 in the order they came. Millions of them cost little more than their
 * bytes: they lie end to end in blocks, and a table of numbers finds them. Equal hashes are never taken for equal bytes.
 * While strings come in rising order, as the keys of most tables do, none can come twice and no table is needed.
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
  // Numbers plus one, so that 0 is an empty slot. Absent while all strings have come in order.
  let slots: Int32Array | undefined
  let hashes = new Int32Array(0)
  let places = new Uint32Array(128)
  let lengths = new Int32Array(128)
  let size = 0
  const blocks: Uint8Array[] = []
  let room = 0
  let end = 0

  function find(data: Uint8Array, from: number, to: number): number {
    const table = slots ?? build()
    return (table[slotOf(table, hashOf(data, from, to), data, from, to)] as number) - 1
  }

  function put(data: Uint8Array, from: number, to: number): number {
    if (!slots) {
      const order = size === 0 ? 1 : orderToLast(data, from, to)
      if (order === 0) return size - 1
      if (order > 0) return append(data, from, to)
    }
    const table = slots ?? build()
    const hash = hashOf(data, from, to)
    const slot = slotOf(table, hash, data, from, to)
    const known = table[slot] as number
    if (known !== 0) return known - 1
    const number = append(data, from, to)
    hashes[size - 1] = hash
    table[slot] = size
    if (size * 2 > table.length) build()
    return number
  }

  function append(data: Uint8Array, from: number, to: number): number {
    if (size === lengths.length) grow()
    places[size] = store(data, from, to)
    lengths[size] = to - from
    size++
    return ~(size - 1)
  }

  /** By length, then by bytes: positive where the bytes come behind the last string. */
  function orderToLast(data: Uint8Array, from: number, to: number): number {
    const length = lengths[size - 1] as number
    if (to - from !== length) return to - from - length
    const place = places[size - 1] as number
    const block = blocks[place >>> blockBits] as Uint8Array
    let own = place & (blockSize - 1)
    for (let at = from; at < to; at++) {
      const order = (data[at] as number) - (block[own++] as number)
      if (order !== 0) return order
    }
    return 0
  }

  /** The slot that holds the bytes, or the empty one that is theirs. */
  function slotOf(table: Int32Array, hash: number, data: Uint8Array, from: number, to: number): number {
    const mask = table.length - 1
    let slot = hash & mask
    for (;;) {
      const number = (table[slot] as number) - 1
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
    const length = lengths.length * 2
    lengths = copied(lengths, new Int32Array(length))
    places = copied(places, new Uint32Array(length))
    if (slots) hashes = copied(hashes, new Int32Array(length))
  }

  /** A table with room for as many strings again. */
  function build(): Int32Array {
    if (!slots) {
      hashes = new Int32Array(lengths.length)
      for (let number = 0; number < size; number++) {
        const place = places[number] as number
        const from = place & (blockSize - 1)
        hashes[number] = hashOf(blocks[place >>> blockBits] as Uint8Array, from, from + (lengths[number] as number))
      }
    }
    let length = 256
    while (length < size * 4) length *= 2
    const table = new Int32Array(length)
    const mask = length - 1
    for (let number = 0; number < size; number++) {
      let slot = (hashes[number] as number) & mask
      while (table[slot] !== 0) slot = (slot + 1) & mask
      table[slot] = number + 1
    }
    slots = table
    return table
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
