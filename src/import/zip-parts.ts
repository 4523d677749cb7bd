import { crc32, inflateRawSync } from 'node:zlib'
import { DocumentError } from './part.ts'

/** Far above any official document, far below what would stop the program. */
export const zipLimits = { part: 32 * 2 ** 20, whole: 512 * 2 ** 20, entries: 10_000 }

function damaged(cause?: unknown): DocumentError {
  const en = 'the archive is cut off or damaged; get the file from its source again'
  return new DocumentError('压缩包不完整或已损坏，请向来源重新取一份', en, { cause })
}

interface Entry {
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

/**
 * The entries of a ZIP archive by name, each unpacked when it is asked for (APPNOTE 6.3). Sizes are held to
 * `zipLimits` twice: as the archive declares them, and while they are unpacked. Checksums are compared.
 */
export function openZip(bytes: Uint8Array): (name: string) => Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = directory(bytes, view)
  const declared = [...entries.values()].reduce((sum, one) => sum + one.size, 0)
  if (declared > zipLimits.whole) throw tooLarge(declared)
  return (name) => {
    const entry = entries.get(name)
    return entry && unpack(bytes, view, name, entry)
  }
}

function directory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > zipLimits.entries) throw tooMany(count)
  const entries = new Map<string, Entry>()
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged()
    const [nameLength, extra, remark] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + extra + remark
  }
  return entries
}

/** The record at the end, behind it at most a remark of 64 KB. */
function endOfDirectory(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw damaged()
}

function unpack(bytes: Uint8Array, view: DataView, name: string, entry: Entry): Uint8Array {
  if (entry.size > zipLimits.part) throw tooLarge(entry.size)
  if (entry.flags & 1)
    throw new DocumentError('压缩包加了密码，请先去掉密码', 'the archive has a password; remove it first')
  const { offset } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw damaged()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + entry.packed > bytes.length) throw damaged()
  const content = inflate(bytes.subarray(start, start + entry.packed), entry.method)
  if (content.length !== entry.size || crc32(content) !== entry.crc) {
    throw new DocumentError(
      `压缩包里的 ${name} 与登记的长度或校验码（CRC）不符，文件已损坏`,
      `${name} in the archive does not match its size or checksum (CRC); the file is damaged`,
    )
  }
  return content
}

function inflate(packed: Uint8Array, method: number): Uint8Array {
  if (method === 0) return packed
  if (method !== 8) throw unusual()
  try {
    return inflateRawSync(packed, { maxOutputLength: zipLimits.part })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(undefined, error)
    throw damaged(error)
  }
}

function unusual(): DocumentError {
  return new DocumentError(
    '压缩包用了少见的压缩方法，请用 Word 或 WPS 另存一遍',
    'the archive is packed in an unusual way; save it again with Word or WPS',
  )
}

function tooMany(count: number): DocumentError {
  return new DocumentError(
    `压缩包里有 ${count} 个文件，超过上限 ${zipLimits.entries} 个，不像公文`,
    `the archive holds ${count} files, more than ${zipLimits.entries}: not a document`,
  )
}

function tooLarge(size?: number, cause?: unknown): DocumentError {
  const [part, whole] = [zipLimits.part / 2 ** 20, zipLimits.whole / 2 ** 20]
  const mega = size === undefined ? part : Math.ceil(size / 2 ** 20)
  return new DocumentError(
    `文件解开后${size === undefined ? '超过' : '有'} ${mega} MB，太大，不像公文（上限：单个部分 ${part} MB，合计 ${whole} MB）`,
    `unpacked it takes ${size === undefined ? 'more than ' : ''}${mega} MB, too large for a document (limits: ${part} MB a part, ${whole} MB in all)`,
    { cause },
  )
}
