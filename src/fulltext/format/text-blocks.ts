import { DamagedIndex } from './block.ts'
import { checksum } from './bytes.ts'
import { partBytes } from './head.ts'

/*
 * The text of the library stands in files of `partBytes`, cut into blocks that each begin with a checksum: any slice
 * can be read by Range and still be known to be what was written. A small block costs a slice few bytes more.
 */
const stride = 128
const sealBytes = 4
/** Bytes of text in a block; even, so that no UTF-16 unit is divided. */
const blockBytes = stride - sealBytes
/** Bytes of text in a file. */
export const textPartBytes = (partBytes / stride) * blockBytes

/** A file of the text: its blocks, each behind its checksum. The last block may be shorter. */
export function sealedText(bytes: Uint8Array): Uint8Array {
  const count = Math.ceil(bytes.length / blockBytes)
  const whole = new Uint8Array(bytes.length + count * sealBytes)
  const view = new DataView(whole.buffer)
  for (let block = 0; block < count; block++) {
    const own = bytes.subarray(block * blockBytes, (block + 1) * blockBytes)
    view.setUint32(block * stride, sealOf(own, block), true)
    whole.set(own, block * stride + sealBytes)
  }
  return whole
}

/** Where the blocks stand that hold the bytes `start` to `end` of the text of a file. */
export function blocksAround(start: number, end: number): { readonly start: number; readonly end: number } {
  return { start: Math.floor(start / blockBytes) * stride, end: Math.ceil(end / blockBytes) * stride }
}

/** The bytes `start` to `end` of the text, out of the blocks around them. Throws where they are not what was written. */
export function unsealedText(blocks: Uint8Array, start: number, end: number): Uint8Array {
  const first = Math.floor(start / blockBytes)
  const text = new Uint8Array(blocks.length)
  let length = 0
  for (let at = 0; at < blocks.length; at += stride) {
    const own = blocks.subarray(at + sealBytes, at + stride)
    if (own.length === 0) throw new DamagedIndex('too short')
    const stated = new DataView(blocks.buffer, blocks.byteOffset + at, sealBytes).getUint32(0, true)
    if (stated !== sealOf(own, first + at / stride)) throw new DamagedIndex('checksum')
    text.set(own, length)
    length += own.length
  }
  const from = start - first * blockBytes
  if (length < from + end - start) throw new DamagedIndex('too short')
  return text.subarray(from, from + end - start)
}

/** Holds the number of the block as well, so that one block never passes for another. */
function sealOf(bytes: Uint8Array, block: number): number {
  return (checksum(bytes) ^ Math.imul(block + 1, 0x9e3779b1)) >>> 0
}
