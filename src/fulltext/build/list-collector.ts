import { byteWriter } from '../format/bytes.ts'
import type { EnteredList } from './invert.ts'
import type { PostingLists } from './posting-lists.ts'

/** All lists one after another. */
export function listCollector() {
  const bytes = byteWriter(1 << 20)
  let entries = new Int32Array(1 << 16)
  let offsets = new Uint32Array((1 << 16) + 1)
  let size = 0
  return {
    add({ entry, list }: EnteredList): void {
      if (size === entries.length) {
        const [moreEntries, moreOffsets] = [new Int32Array(size * 2), new Uint32Array(size * 2 + 1)]
        moreEntries.set(entries)
        moreOffsets.set(offsets)
        entries = moreEntries
        offsets = moreOffsets
      }
      entries[size++] = entry
      bytes.raw(list)
      offsets[size] = bytes.length
    },
    lists: (): PostingLists => ({
      entries: entries.subarray(0, size),
      offsets: offsets.subarray(0, size + 1),
      bytes: bytes.bytes(),
    }),
  }
}
