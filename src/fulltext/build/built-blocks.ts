import { encodeBlock, padded } from '../format/block.ts'
import { blockCutter } from './block-cutter.ts'
import type { IndexMemory, RememberedBlock } from './index-memory.ts'
import { type EnteredList, invert, type Sequences } from './invert.ts'
import type { listCollector } from './list-collector.ts'
import { keyOfEntry, type patchedLists } from './posting-lists.ts'

type ListCollector = ReturnType<typeof listCollector>
type Deflate = (raw: Uint8Array) => Uint8Array

/** A block as it stands in the file, with the first and the last of its keys. */
export interface DoneBlock extends RememberedBlock {
  readonly first: string
  readonly last: string
}

/** Lists as they come, in blocks; what is known of them is collected where it is to be remembered. */
export async function* newBlocks(
  library: Sequences,
  deflate: Deflate,
  collected?: ListCollector,
): AsyncGenerator<DoneBlock> {
  const cutter = blockCutter()
  let block: EnteredList[] = []
  let start = 0
  const close = (): DoneBlock => {
    const [first, last] = [block[0]?.key ?? '', block.at(-1)?.key ?? '']
    const done = { start, size: block.length, first, last, bytes: padded(deflate(encodeBlock(block))) }
    start += block.length
    block = []
    return done
  }
  for (const one of invert(library)) {
    const ends = cutter.take(one.list.length, one.key.length, () => one.key)
    if (ends.before) yield close()
    block.push(one)
    collected?.add(one)
    if (ends.after) yield close()
  }
  if (block.length > 0) yield close()
}

/** The same from lists that were patched: blocks in which nothing has changed are taken as they were. */
export function* patchedBlocks(
  lists: ReturnType<typeof patchedLists>,
  memory: IndexMemory,
  names: Parameters<typeof keyOfEntry>[1],
  deflate: Deflate,
): Generator<DoneBlock> {
  const { entries, offsets, bytes, from } = lists
  const keyAt = (at: number) => keyOfEntry(entries[at] ?? 0, names)
  const lengthOf = (unit: number) => names.names[unit]?.length ?? 0
  const byStart = new Map(memory.blocks.map((block) => [block.start, block]))
  const close = (start: number, end: number): DoneBlock => {
    const old = byStart.get(from[start] ?? -1)
    let isOld = old?.size === end - start
    for (let at = start; isOld && at < end; at++) isOld = from[at] === (old?.start ?? 0) + at - start
    const raw = () =>
      Array.from({ length: end - start }, (_, index) => {
        const at = start + index
        return { key: keyAt(at), list: bytes.subarray(offsets[at], offsets[at + 1]) }
      })
    const whole = old && isOld ? old.bytes : padded(deflate(encodeBlock(raw())))
    return { start, size: end - start, first: keyAt(start), last: keyAt(end - 1), bytes: whole }
  }
  const cutter = blockCutter()
  let start = 0
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? 0
    const { pairs } = names
    const keyLength =
      1 + (entry < 0 ? lengthOf(-entry) : lengthOf(pairs.firstOf(entry)) + lengthOf(pairs.secondOf(entry)))
    const ends = cutter.take((offsets[at + 1] ?? 0) - (offsets[at] ?? 0), keyLength, () => keyAt(at))
    if (ends.before) {
      yield close(start, at)
      start = at
    }
    if (ends.after) {
      yield close(start, at + 1)
      start = at + 1
    }
  }
  if (start < entries.length) yield close(start, entries.length)
}

/** The shortest text that is greater than `last` and not greater than `first`. */
export function separator(last: string, first: string): string {
  let shared = 0
  while (shared < last.length && last[shared] === first[shared]) shared++
  const code = first.charCodeAt(shared)
  return first.slice(0, shared + (code >= 0xd800 && code < 0xdc00 ? 2 : 1))
}
