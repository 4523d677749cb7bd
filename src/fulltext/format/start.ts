import { byteReader, byteWriter } from './bytes.ts'
import { decodeHead, encodeHead, type IndexHead } from './head.ts'
import { decodeMore, encodeMore, type IndexMore } from './more.ts'

/** `head.bin`, all that is read before the first query: one file, because a request costs more than some bytes. */
export interface IndexStart {
  readonly head: IndexHead
  readonly more: IndexMore
}

export function encodeStart({ head, more }: IndexStart): Uint8Array {
  const writer = byteWriter(1 << 16)
  const first = encodeHead(head)
  writer.number(first.length)
  writer.raw(first)
  writer.raw(encodeMore(more))
  return writer.bytes()
}

export function decodeStart(bytes: Uint8Array): IndexStart {
  const reader = byteReader(bytes)
  const head = decodeHead(reader.raw(reader.number()))
  return { head, more: decodeMore(reader.raw(bytes.length - reader.at)) }
}
