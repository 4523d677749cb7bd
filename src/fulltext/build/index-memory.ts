import type { PairTableState } from './pair-table.ts'
import type { PostingLists } from './posting-lists.ts'
import type { TextSequence } from './text-sequence.ts'

/** What is kept of an index, so that the next one of nearly the same documents is made from it. */
export interface IndexMemory {
  readonly names: readonly string[]
  readonly pairs: PairTableState
  readonly documents: readonly RememberedDocument[]
  readonly lists: PostingLists
  readonly blocks: readonly RememberedBlock[]
}

export interface RememberedDocument {
  /** Of its texts. */
  readonly hash: string
  readonly sequence: TextSequence
}

export interface RememberedBlock {
  /** Number of its first list, and how many it holds. */
  readonly start: number
  readonly size: number
  /** As it stands in the file. */
  readonly bytes: Uint8Array
}

/** The parts that a memory is written in: names, and runs of numbers or bytes. */
interface Plain {
  readonly head: {
    readonly form: string
    readonly names: string
    readonly hashes: readonly string[]
    readonly pairs: number
  }
  readonly runs: readonly (Int32Array | Uint32Array | Uint8Array)[]
}

/** Pieces of bytes to be written one after another; `form` says for what they are good. */
export function encodeMemory(memory: IndexMemory, form: string): Uint8Array[] {
  const { head, runs } = toPlain(memory, form)
  const headBytes = new TextEncoder().encode(JSON.stringify(head))
  const pieces: Uint8Array[] = []
  for (const run of [headBytes, ...runs]) {
    const bytes = new Uint8Array(run.buffer, run.byteOffset, run.byteLength)
    pieces.push(new Uint8Array(Float64Array.of(bytes.length).buffer), bytes, new Uint8Array(-bytes.length & 7))
  }
  return pieces
}

/** The memory in bytes that `encodeMemory` wrote for the same form; undefined where they are for another. */
export function decodeMemory(bytes: Uint8Array<ArrayBuffer>, form: string): IndexMemory | undefined {
  const runs: Uint8Array<ArrayBuffer>[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = new Float64Array(bytes.buffer, bytes.byteOffset + at, 1)[0] ?? 0
    runs.push(bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length + (-length & 7)
  }
  const [headBytes, ...rest] = runs
  const head = JSON.parse(new TextDecoder().decode(headBytes)) as Plain['head']
  return head.form === form ? fromPlain(head, rest) : undefined
}

function toPlain({ names, pairs, documents, lists, blocks }: IndexMemory, form: string): Plain {
  const sequences = documents.map((one) => one.sequence)
  const keys = new Int32Array(sequences.reduce((sum, one) => sum + one.keys.length, 0))
  let at = 0
  for (const sequence of sequences) {
    keys.set(sequence.keys, at)
    at += sequence.keys.length
  }
  const sizes = sequences.flatMap((one) => [one.keys.length, one.titleUnits, one.blocks.length])
  const textBlocks = sequences.flatMap((one) => one.blocks.flatMap((block) => [block.positions, block.characters]))
  const blockSizes = blocks.flatMap((block) => [block.start, block.size, block.bytes.length])
  const blockBytes = new Uint8Array(blocks.reduce((sum, block) => sum + block.bytes.length, 0))
  at = 0
  for (const { bytes } of blocks) {
    blockBytes.set(bytes, at)
    at += bytes.length
  }
  return {
    // A unit holds no line feed.
    head: { form, names: names.join('\n'), hashes: documents.map((one) => one.hash), pairs: pairs.size },
    runs: [
      pairs.slots,
      pairs.units.subarray(0, 2 * pairs.size),
      keys,
      Int32Array.from(sizes),
      Int32Array.from(textBlocks),
      lists.entries,
      lists.offsets,
      lists.bytes,
      Int32Array.from(blockSizes),
      blockBytes,
    ],
  }
}

function fromPlain(head: Plain['head'], runs: readonly Uint8Array<ArrayBuffer>[]): IndexMemory {
  const numbers = (run: number) => {
    const { buffer, byteOffset, byteLength } = runs[run] ?? new Uint8Array()
    return new Int32Array(buffer, byteOffset, byteLength / 4)
  }
  const bytes = (run: number) => runs[run] ?? new Uint8Array()
  const [keys, sizes, textBlocks, blockSizes, blockBytes] = [numbers(2), numbers(3), numbers(4), numbers(8), bytes(9)]
  let [key, text, byte] = [0, 0, 0]
  const documents = head.hashes.map((hash, at): RememberedDocument => {
    const [length = 0, titleUnits = 0, size = 0] = sizes.subarray(3 * at, 3 * at + 3)
    const blocks = Array.from({ length: size }, () => {
      const [positions = 0, characters = 0] = [textBlocks[text], textBlocks[text + 1]]
      text += 2
      return { positions, characters }
    })
    key += length
    return { hash, sequence: { keys: keys.subarray(key - length, key), titleUnits, blocks } }
  })
  const blocks = Array.from({ length: blockSizes.length / 3 }, (_, at): RememberedBlock => {
    const [start = 0, size = 0, length = 0] = blockSizes.subarray(3 * at, 3 * at + 3)
    byte += length
    return { start, size, bytes: blockBytes.subarray(byte - length, byte) }
  })
  const offsets = numbers(6)
  return {
    names: head.names.split('\n'),
    // The arrays grow by doubling when a new pair comes.
    pairs: { slots: numbers(0), units: numbers(1), size: head.pairs },
    documents,
    lists: {
      entries: numbers(5),
      offsets: new Uint32Array(offsets.buffer, offsets.byteOffset, offsets.length),
      bytes: bytes(7),
    },
    blocks,
  }
}
