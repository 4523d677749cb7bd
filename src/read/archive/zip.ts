import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import type { Bilingual } from '../../model/lang.ts'

/** An archive that is not sound, or that unpacks to more than is taken. */
export class ArchiveFault extends Error {
  override name = 'ArchiveFault'
  readonly reason: Bilingual
  /** Is it sound as far as was read, and only too large? */
  readonly isTooLarge: boolean

  constructor(zh: string, en: string, isTooLarge = false) {
    super(en)
    this.reason = { zh, en }
    this.isTooLarge = isTooLarge
  }
}

/** A file within a ZIP archive, as the directory of the archive describes it. */
export interface ZipEntry {
  readonly name: string
  readonly isFolder: boolean
  /** Size unpacked. */
  readonly size: number
  readonly crc: number
  readonly isDeflated: boolean
  /** Its bytes as they lie in the archive. */
  readonly packed: Uint8Array
}

/** What the directory says of an entry before its data has been looked at. */
interface Listed {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

const endSign = 0x06054b50
const directorySign = 0x02014b50
const localSign = 0x04034b50
const descriptorSign = 0x08074b50
const endLength = 22
const directoryLength = 46
const localLength = 30

/** More files than this are no table and no document. */
const maxEntries = 10_000

/**
 * The entries of a ZIP archive (APPNOTE 6.3) that is held as a whole. Throws an `ArchiveFault` where the directory and
 * the local headers disagree, entries overlap, share a name, are encrypted or have a name that leads out of a folder:
 * two programs must not read two contents from one file. The content is checked when it is unpacked.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { at, count, size } = findDirectory(view)
  const listed: Listed[] = []
  let next = at
  for (let number = 0; number < count; number++) {
    if (next + directoryLength > at + size || view.getUint32(next, true) !== directorySign) throw broken()
    const entry = listedAt(bytes, view, next)
    next = entry.end
    listed.push(entry)
  }
  if (next !== at + size) throw broken()
  refuseNames(listed)
  const spans: { readonly from: number; readonly to: number }[] = []
  const entries = listed.map((one) => {
    const { packed, end } = dataOf(bytes, view, one, at)
    spans.push({ from: one.offset, to: end })
    const { name, size, crc, method } = one
    return { name, isFolder: name.endsWith('/'), size, crc, isDeflated: method === 8, packed }
  })
  spans.sort((a, b) => a.from - b.from)
  if (spans.some((one, index) => one.from < (spans[index - 1]?.to ?? 0)))
    throw new ArchiveFault('里面的文件互相重叠', 'entries overlap')
  return entries
}

/** The content of an entry as a stream; throws an `ArchiveFault` where length or CRC-32 are not as promised. */
export async function* unpackEntry(entry: ZipEntry, limit: number): AsyncGenerator<Uint8Array> {
  if (entry.size > limit) throw unpacksTooLarge(limit)
  if (!entry.isDeflated) return yield* verified(entry, [entry.packed])
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  inflate.end(entry.packed)
  try {
    yield* verified(entry, inflate)
  } catch (error) {
    throw error instanceof ArchiveFault ? error : broken()
  }
  if (inflate.bytesWritten !== entry.packed.length) throw wrongLength(entry.name)
}

/** The content of an entry in one piece; throws like `unpackEntry`. */
export function unpackWhole(entry: ZipEntry, limit: number): Uint8Array {
  if (entry.size > limit) throw unpacksTooLarge(limit)
  const content = entry.isDeflated ? inflated(entry) : entry.packed
  if (content.length !== entry.size) throw wrongLength(entry.name)
  if (crc32(content) !== entry.crc) throw wrongSum(entry.name)
  return content
}

function inflated({ name, packed, size }: ZipEntry): Uint8Array {
  try {
    // An output of no bytes cannot be asked for; one byte more than promised is found by its length.
    const { buffer, engine } = inflateRawSync(packed, { maxOutputLength: size + 1, info: true }) as unknown as {
      readonly buffer: Uint8Array
      readonly engine: { readonly bytesWritten: number }
    }
    if (engine.bytesWritten !== packed.length) throw wrongLength(name)
    return buffer
  } catch (error) {
    if (error instanceof ArchiveFault) throw error
    throw error instanceof RangeError ? wrongLength(name) : broken()
  }
}

async function* verified(
  { name, size, crc }: ZipEntry,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let length = 0
  let sum = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > size) throw wrongLength(name)
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (length !== size) throw wrongLength(name)
  if (sum !== crc) throw wrongSum(name)
}

/** Where the directory stands, by the record at the very end of the archive. */
function findDirectory(view: DataView): { at: number; count: number; size: number } {
  const first = Math.max(0, view.byteLength - endLength - 0xffff)
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) !== endSign) continue
    if (at + endLength + view.getUint16(at + 20, true) !== view.byteLength) continue
    const count = view.getUint16(at + 10, true)
    const size = view.getUint32(at + 12, true)
    const start = view.getUint32(at + 16, true)
    if (count === 0xffff || size === 0xffffffff || start === 0xffffffff)
      throw new ArchiveFault('是 ZIP64 格式', 'it is in ZIP64 form')
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count)
      throw new ArchiveFault('分成了几卷', 'it is split over several volumes')
    if (count > maxEntries) throw new ArchiveFault(`里面的文件超过 ${maxEntries} 个`, `more than ${maxEntries} entries`)
    if (start + size > at) throw broken()
    return { at: start, count, size }
  }
  throw broken()
}

function listedAt(bytes: Uint8Array, view: DataView, at: number): Listed & { readonly end: number } {
  const nameEnd = at + directoryLength + view.getUint16(at + 28, true)
  const end = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (end > view.byteLength) throw broken()
  return {
    name: decodeName(bytes.subarray(at + directoryLength, nameEnd)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    end,
  }
}

/** Compares an entry with the header before its data, and with the descriptor behind it where there is one. */
function dataOf(bytes: Uint8Array, view: DataView, one: Listed, limit: number): { packed: Uint8Array; end: number } {
  const { name, offset, flags, method, packedSize } = one
  if (flags & 0x2041) throw new ArchiveFault(`${name} 加了密`, `${name} is encrypted`)
  if (method !== 0 && method !== 8)
    throw new ArchiveFault(`${name} 的压缩方式不认识`, `the compression of ${name} is not known`)
  if (method === 0 && packedSize !== one.size) throw wrongLength(name)
  if (offset + localLength > limit || view.getUint32(offset, true) !== localSign) throw broken()
  const nameEnd = offset + localLength + view.getUint16(offset + 26, true)
  const from = nameEnd + view.getUint16(offset + 28, true)
  const to = from + packedSize
  if (to > limit) throw broken()
  const isSame =
    decodeName(bytes.subarray(offset + localLength, nameEnd)) === name && view.getUint16(offset + 8, true) === method
  const promised = [one.crc, packedSize, one.size]
  const isLater = (view.getUint16(offset + 6, true) & 8) !== 0
  const header = [14, 18, 22].map((place) => view.getUint32(offset + place, true))
  // What is written as a stream says sum and sizes behind the data, and zero before it.
  const isTrue = header.every((value, index) => value === promised[index] || (isLater && value === 0))
  if (!isSame || !isTrue)
    throw new ArchiveFault(`${name} 在目录里和在文件头里写得不一样`, `directory and header disagree on ${name}`)
  const end = isLater ? descriptorEnd(view, to, promised, limit, name) : to
  return { packed: bytes.subarray(from, to), end }
}

function descriptorEnd(view: DataView, at: number, promised: readonly number[], limit: number, name: string): number {
  const isSigned = at + 4 <= limit && view.getUint32(at, true) === descriptorSign
  const from = isSigned ? at + 4 : at
  const holds = promised.every((value, index) => {
    const place = from + 4 * index
    return place + 4 <= limit && view.getUint32(place, true) === value
  })
  if (!holds) throw wrongLength(name)
  return from + 12
}

function refuseNames(listed: readonly Listed[]): void {
  const seen = new Set<string>()
  for (const { name } of listed) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    if (name === '' || /^[/\\]|^[a-z]:|[\u0000-\u001f\u007f]|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name))
      throw new ArchiveFault(`里面的文件名 ${JSON.stringify(name)} 不安全`, `unsafe name ${JSON.stringify(name)}`)
    const key = name.normalize('NFC')
    if (seen.has(key)) throw new ArchiveFault(`${name} 在里面有两个`, `${name} is in it twice`)
    seen.add(key)
  }
}

function decodeName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function broken(): ArchiveFault {
  return new ArchiveFault('结构已损坏', 'its structure is damaged')
}

function wrongLength(name: string): ArchiveFault {
  return new ArchiveFault(`${name} 的长度与写明的不符`, `the length of ${name} is not as stated`)
}

function wrongSum(name: string): ArchiveFault {
  return new ArchiveFault(`${name} 的校验值（CRC-32）不符`, `the checksum (CRC-32) of ${name} does not match`)
}

/** Said of an archive that unpacks to more than is taken. */
export function unpacksTooLarge(limit: number): ArchiveFault {
  const megabytes = limit / 2 ** 20
  return new ArchiveFault(`展开后超过 ${megabytes} MB`, `it unpacks to more than ${megabytes} MB`, true)
}
