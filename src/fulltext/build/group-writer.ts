import { padded, sealed } from '../format/block.ts'
import { groupSize } from '../format/head.ts'
import { type DocumentRecord, encodeRecords } from '../format/record.ts'
import { partWriter, type WriteFile } from './part-writer.ts'

/** Records of documents in groups that are read together. */
export function groupWriter(write: WriteFile, deflate: (raw: Uint8Array) => Uint8Array) {
  const parts = partWriter('r', write)
  const sizes: number[] = []
  let group: DocumentRecord[] = []
  const flush = async () => {
    if (group.length === 0) return
    const bytes = padded(deflate(sealed(encodeRecords(group))))
    sizes.push(bytes.length)
    group = []
    await parts.add(bytes)
  }
  return {
    async add(record: DocumentRecord): Promise<void> {
      group.push(record)
      if (group.length === groupSize) await flush()
    },
    async end(): Promise<readonly number[]> {
      await flush()
      await parts.end()
      return sizes
    },
  }
}
