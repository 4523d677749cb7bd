import { DamagedIndex, decodeBlock, unpadded, unsealed } from '../format/block.ts'
import { byteReader } from '../format/bytes.ts'
import { decodeDays, groupSize, type IndexHead, piecesOf } from '../format/head.ts'
import { isUnitKey } from '../format/key.ts'
import type { IndexMore } from '../format/more.ts'
import { noPostings, type Postings, readPostings, readSummary } from '../format/posting.ts'
import { type DocumentRecord, decodeRecords } from '../format/record.ts'
import type { IndexSource } from '../format/source.ts'
import { decodeStart } from '../format/start.ts'
import { blocksAround, textPartBytes, unsealedText } from '../format/text-blocks.ts'
import { kept } from './kept.ts'

/** An index that can be asked: what was read once stays in memory. */
export interface OpenIndex {
  readonly head: IndexHead
  readonly source: IndexSource
  readonly more: IndexMore
  /** The list of a key, empty where nothing has it; for several keys their blocks are read at once. */
  postings(keys: readonly string[]): Promise<Postings[]>
  /** Bytes that must be read for a key; 0 where its block is in memory. */
  costOf(key: string): number
  /** Lists of all keys with a prefix, at most so many blocks; `complete` tells whether that was enough. */
  withPrefix(prefix: string, mostBlocks: number): Promise<{ lists: Map<string, Postings>; complete: boolean }>
  record(document: number): Promise<DocumentRecord>
  /** Characters `from` to `to` of the library's text. */
  text(from: number, to: number): Promise<string>
  days(): Promise<readonly (number | undefined)[]>
  lexicon(letter: string): Promise<Uint8Array | undefined>
  /** Traditional characters with their simplified forms: 國国業业. */
  fold(): Promise<string>
}

/** Reads the head of an index. Throws `DamagedIndex` where bytes are not what was written. */
export async function openIndex(source: IndexSource): Promise<OpenIndex> {
  const { head, more } = await read('head.bin', source.read('head.bin'), async (bytes) =>
    decodeStart(unsealed(await inflate(bytes))),
  )
  const froms = head.blocks.map((block) => block.from)
  const blockPieces = piecesOf(head.blocks.map((block) => block.bytes))
  const groupPieces = piecesOf(more.groups)
  const blocks = memo(async (index: number) => {
    const piece = blockPieces[index]
    if (!piece) return new Map<string, Uint8Array>()
    const path = `p/${piece.part}.bin`
    return read(path, source.read(path, piece.start, piece.start + piece.bytes), async (bytes) =>
      decodeBlock(await inflate(unpadded(bytes))),
    )
  })
  const groups = memo(async (index: number) => {
    const piece = groupPieces[index]
    if (!piece) return []
    const path = `r/${piece.part}.bin`
    return read(path, source.read(path, piece.start, piece.start + piece.bytes), async (bytes) =>
      decodeRecords(unsealed(await inflate(unpadded(bytes)))),
    )
  })
  const decoded = new Map<string, Postings>()

  /** The last block that begins at or before a key. */
  function blockOf(key: string): number {
    let [low, high] = [0, froms.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((froms[middle] ?? '') <= key) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }

  function listIn(block: ReadonlyMap<string, Uint8Array>, key: string): Postings {
    const known = decoded.get(key)
    if (known) return known
    const bytes = block.get(key)
    if (!bytes) return noPostings
    const list = isUnitKey(key) ? readSummary(byteReader(bytes)) : readPostings(byteReader(bytes))
    decoded.set(key, list)
    return list
  }

  const letters = memo(async (letter: string) => {
    if (!more.lexicon.includes(letter)) return undefined
    const path = `w/${letter}.bin`
    return read(path, source.read(path), async (bytes) => unsealed(await inflate(bytes)))
  })
  const allDays = memo(async (_: 0) =>
    read('days.bin', source.read('days.bin'), async (bytes) => decodeDays(unsealed(await inflate(bytes)))),
  )

  const pairs = memo(async (_: 0) =>
    read('fold.bin', source.read('fold.bin'), async (bytes) => utf8.decode(unsealed(await inflate(bytes)))),
  )

  return {
    head,
    source,
    more,
    costOf(key) {
      const block = blockOf(key)
      return blocks.has(block) ? 0 : (head.blocks[block]?.bytes ?? 0)
    },
    async postings(keys) {
      const held = await Promise.all(keys.map((key) => blocks(blockOf(key))))
      return keys.map((key, index) => listIn(held[index] ?? new Map(), key))
    },
    async withPrefix(prefix, mostBlocks) {
      const from = blockOf(prefix)
      let to = from
      while (to + 1 < froms.length && (froms[to + 1] ?? '') < `${prefix}\uffff`) to++
      const last = Math.min(to, from + mostBlocks - 1)
      const lists = new Map<string, Postings>()
      const numbers = Array.from({ length: last - from + 1 }, (_, index) => from + index)
      for (const block of await Promise.all(numbers.map(blocks))) {
        for (const key of block.keys()) if (key.startsWith(prefix)) lists.set(key, listIn(block, key))
      }
      return { lists, complete: last === to }
    },
    async record(document) {
      const group = await groups(Math.floor(document / groupSize))
      const record = group[document % groupSize]
      if (!record) throw new DamagedIndex('r')
      return record
    },
    async text(from, to) {
      const [start, end] = [from * 2, to * 2]
      const parts: Uint8Array[] = []
      for (let part = Math.floor(start / textPartBytes); part * textPartBytes < end; part++) {
        const offset = part * textPartBytes
        const [first, last] = [Math.max(0, start - offset), Math.min(textPartBytes, end - offset)]
        const path = `t/${part}.bin`
        const blocks = blocksAround(first, last)
        const bytes = source.read(path, blocks.start, blocks.end)
        parts.push(await read(path, bytes, async (sealed) => unsealedText(sealed, first, last)))
      }
      return parts.map((bytes) => utf16.decode(bytes)).join('')
    },
    days: () => allDays(0),
    lexicon: letters,
    fold: () => pairs(0),
  }
}

// A slice never divides a code unit; half a surrogate pair at its end is kept as it is.
const utf16 = new TextDecoder('utf-16le')
const utf8 = new TextDecoder()

async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Bytes that came and cannot be decoded are damage, whatever the decoder throws; bytes that did not come are not. */
async function read<T>(
  path: string,
  coming: Promise<Uint8Array>,
  decode: (bytes: Uint8Array) => Promise<T>,
): Promise<T> {
  const bytes = await coming
  try {
    return await decode(bytes)
  } catch {
    throw new DamagedIndex(path)
  }
}

/** Remembers what was asked for. */
function memo<K, V>(make: (key: K) => Promise<V>): ((key: K) => Promise<V>) & { has(key: K): boolean } {
  const known = new Map<K, Promise<V>>()
  const get = (key: K) => kept(known, key, () => make(key))
  return Object.assign(get, { has: (key: K) => known.has(key) })
}
