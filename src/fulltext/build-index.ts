import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { encodeBlock, padded, sealed } from './block.ts'
import { blockCutter } from './block-cutter.ts'
import { byteWriter } from './bytes.ts'
import type { IndexDocument } from './document.ts'
import { foldOf } from './fold.ts'
import { encodeDays, encodeHead, groupSize, type HeadDocument, partBytes } from './head.ts'
import type { IndexMemory, RememberedBlock, RememberedDocument } from './index-memory.ts'
import { type EnteredList, invert, type Sequences } from './invert.ts'
import { encodeMore } from './more.ts'
import { type ChangedDocument, keyOfEntry, type PostingLists, patchedLists } from './posting-lists.ts'
import { type DocumentRecord, encodeRecords } from './record.ts'
import { sequencer, type TextSequence, textsOf } from './text-sequence.ts'

/** Writes one file of the index, by its path inside the folder. */
export type WriteFile = (path: string, bytes: Uint8Array) => void | Promise<void>

/** Files of the lexicon by letter, raw. */
export type Lexicon = ReadonlyMap<string, Uint8Array>

export interface IndexOptions {
  /** Traditional characters with their simplified forms: 國国業业. */
  readonly pairs?: string
  /** Compresses raw deflate; a cache may stand behind it. */
  readonly deflate?: (raw: Uint8Array) => Uint8Array
  /** Groups of terms that mean the same. */
  readonly synonyms?: readonly (readonly string[])[]
  /** Files of the lexicon by letter. */
  readonly lexicon?: (library: Sequences) => Lexicon | Promise<Lexicon>
  /** What an earlier index with the same `pairs` has left; the result is the same without it. */
  readonly memory?: IndexMemory | undefined
  /** Takes what the next index can be made from. */
  readonly remember?: ((memory: IndexMemory) => void | Promise<void>) | undefined
}

/**
 * Writes the full-text index of documents (search.md §5): `p/` posting lists, `r/` records, `t/` text, `w/` lexicon,
 * `head.bin`, `more.bin`. The same documents in the same order give the same bytes.
 */
export async function buildIndex(
  documents: AsyncIterable<IndexDocument> | Iterable<IndexDocument>,
  write: WriteFile,
  {
    pairs = '',
    deflate = (raw) => deflateRawSync(raw, { level: 9 }),
    lexicon,
    synonyms = [],
    memory,
    remember,
  }: IndexOptions = {},
): Promise<{ readonly documents: number }> {
  const sequences: RememberedDocument[] = []
  const heads: HeadDocument[] = []
  const days: (number | undefined)[] = []
  const facetValues = facetTable()
  const groups = groupWriter(write, deflate)
  const text = textWriter(write)
  const cutter = sequencer(pairs === '' ? undefined : foldOf(pairs), memory)
  const known = new Map(memory?.documents.map((one) => [one.hash, one.sequence]))
  let positions = 0
  const encoded = utf16Encoder()
  for await (const document of documents) {
    const texts = textsOf(document)
    const bytes = encoded(`${texts.join('\n')}\n`)
    const hash = remember ? hashOf(texts, document.number !== undefined, bytes) : ''
    const sequence = known.get(hash) ?? cutter.add(document)
    positions += sequence.keys.length
    // Blocks are many objects: a large library does not keep them.
    const isKept = remember !== undefined && positions <= mostAtOnce
    sequences.push({ hash, sequence: isKept ? sequence : { ...sequence, blocks: [] } })
    heads.push({ length: sequence.keys.length, titleUnits: sequence.titleUnits })
    days.push(dayOf(document.date))
    facetValues.add(document.facets)
    await groups.add(toRecord(document, sequence, text.length))
    await text.add(bytes)
  }
  await text.end()
  const groupSizes = await groups.end()
  const library = { documents: sequences.map((one) => one.sequence.keys), names: cutter.names, pairs: cutter.pairs }
  // A worker makes it while the lists are written; a large library has no memory for both at once.
  const isSmall = positions <= mostAtOnce
  const lexiconFiles = isSmall ? lexicon?.(library) : undefined
  const parts = partWriter('p', write)
  const blocks: { from: string; bytes: number }[] = []
  const rememberedBlocks: RememberedBlock[] = []
  let last = ''
  const changes = memory && changesSince(memory, sequences)
  const patched = changes && patchedLists(memory.lists, changes, library)
  const isKept = remember !== undefined && isSmall
  const collected = isKept && !patched ? listCollector() : undefined
  const done = patched ? patchedBlocks(patched, memory, library, deflate) : newBlocks(library, deflate, collected)
  for await (const { first, last: end, bytes, start, size } of done) {
    blocks.push({ from: separator(last, first), bytes: bytes.length })
    last = end
    await parts.add(bytes)
    if (isKept) rememberedBlocks.push({ start, size, bytes })
  }
  await parts.end()
  const words = (await (isSmall ? lexiconFiles : lexicon?.(library))) ?? new Map<string, Uint8Array>()
  for (const [letter, raw] of words) await write(`w/${letter}.bin`, deflate(sealed(raw)))
  const more = encodeMore({
    facets: facetValues.names(),
    documents: heads.map((_, index) => facetValues.of(index)),
    groups: groupSizes,
    lexicon: [...words.keys()],
    synonyms,
  })
  await write('fold.bin', deflate(sealed(encoder.encode(pairs))))
  await write('days.bin', deflate(sealed(encodeDays(days))))
  await write('more.bin', deflate(sealed(more)))
  await write('head.bin', deflate(sealed(encodeHead({ documents: heads, blocks }))))
  const lists = patched ?? collected?.lists()
  if (isKept && lists) {
    await remember?.({
      names: cutter.names,
      pairs: cutter.pairs.state(),
      documents: sequences,
      lists,
      blocks: rememberedBlocks,
    })
  }
  return { documents: heads.length }
}

type Deflate = (raw: Uint8Array) => Uint8Array
type ListCollector = ReturnType<typeof listCollector>

interface DoneBlock extends RememberedBlock {
  readonly first: string
  readonly last: string
}

/** A library of more positions than this is neither remembered nor worked on by two threads: memory counts more there. */
export const mostAtOnce = 30_000_000

/** With more changed documents than this, all lists are made anew. */
const mostChanges = 20

/** Which documents have changed, where each of the others stands where it stood; undefined where they moved or are too many. */
function changesSince(memory: IndexMemory, now: readonly RememberedDocument[]): ChangedDocument[] | undefined {
  if (memory.documents.length !== now.length) return undefined
  const changes = now.flatMap(({ hash, sequence }, document): ChangedDocument[] => {
    const before = memory.documents[document]
    if (!before || before.hash === hash) return []
    return [{ document, before: before.sequence.keys, after: sequence.keys }]
  })
  return changes.length <= mostChanges ? changes : undefined
}

/** Text as UTF-16, low byte first; the bytes are good until the next text, so that ten thousand texts need one buffer. */
function utf16Encoder(): (text: string) => Uint8Array {
  let buffer = Buffer.alloc(1 << 16)
  return (text) => {
    if (buffer.length < 2 * text.length) buffer = Buffer.alloc(4 * text.length)
    return buffer.subarray(0, buffer.write(text, 'utf16le'))
  }
}

/** Of what is cut into units; where one text ends and the next begins counts. */
function hashOf(texts: readonly string[], hasNumber: boolean, bytes: Uint8Array): string {
  const form = `${hasNumber} ${texts.map((text) => text.length).join(' ')}\n`
  return createHash('sha256').update(form).update(bytes).digest('base64')
}

/** Lists as they come, in blocks; what is known of them is collected where it is to be remembered. */
async function* newBlocks(library: Sequences, deflate: Deflate, collected?: ListCollector): AsyncGenerator<DoneBlock> {
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
function* patchedBlocks(
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

/** All lists one after another. */
function listCollector() {
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

const encoder = new TextEncoder()

/** The shortest text that is greater than `last` and not greater than `first`. */
function separator(last: string, first: string): string {
  let shared = 0
  while (shared < last.length && last[shared] === first[shared]) shared++
  const code = first.charCodeAt(shared)
  return first.slice(0, shared + (code >= 0xd800 && code < 0xdc00 ? 2 : 1))
}

/** Pieces one after another in files of bounded size, as `piecesOf` finds them. */
function partWriter(folder: string, write: WriteFile) {
  let pieces: Uint8Array[] = []
  let size = 0
  let part = 0
  const flush = async () => {
    if (pieces.length > 0) await write(`${folder}/${part}.bin`, joined(pieces, size))
    pieces = []
    size = 0
    part++
  }
  return {
    async add(bytes: Uint8Array): Promise<void> {
      if (size > 0 && size + bytes.length > partBytes) await flush()
      pieces.push(bytes)
      size += bytes.length
    },
    end: flush,
  }
}

function groupWriter(write: WriteFile, deflate: (raw: Uint8Array) => Uint8Array) {
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

/** The text of all documents as UTF-16, low byte first, in files of exactly `partBytes`: any slice can be read. */
function textWriter(write: WriteFile) {
  let buffer = new Uint8Array(partBytes)
  let filled = 0
  let part = 0
  let length = 0
  const flush = async () => {
    if (filled > 0) await write(`t/${part}.bin`, buffer.slice(0, filled))
    part++
    buffer = new Uint8Array(partBytes)
    filled = 0
  }
  return {
    get length() {
      return length
    },
    async add(bytes: Uint8Array): Promise<void> {
      length += bytes.length / 2
      for (let from = 0; from < bytes.length; ) {
        const take = Math.min(bytes.length - from, partBytes - filled)
        buffer.set(bytes.subarray(from, from + take), filled)
        filled += take
        from += take
        if (filled === partBytes) await flush()
      }
    },
    end: flush,
  }
}

function toRecord(document: IndexDocument, sequence: TextSequence, textStart: number): DocumentRecord {
  const { url, title, number, where, status, blocks } = document
  return {
    url,
    title,
    number,
    where,
    status,
    textStart,
    blocks: sequence.blocks.map((size, index) => {
      const block = blocks[index - (number === undefined ? 1 : 2)]
      return { ...size, anchor: block?.anchor, clause: block?.clause }
    }),
  }
}

/** Values of facets as numbers, in the order in which they are met. */
function facetTable() {
  const facets = new Map<string, Map<string, number>>()
  const rows: Readonly<Record<string, readonly string[]>>[] = []
  const numberOf = (facet: string, value: string): number => {
    const values = facets.get(facet) ?? new Map<string, number>()
    facets.set(facet, values)
    const known = values.get(value)
    if (known !== undefined) return known
    values.set(value, values.size)
    return values.size - 1
  }
  return {
    add(row: Readonly<Record<string, readonly string[]>>): void {
      rows.push(row)
      for (const [facet, values] of Object.entries(row)) for (const value of values) numberOf(facet, value)
    },
    names: () => [...facets].map(([name, values]) => ({ name, values: [...values.keys()] })),
    of: (index: number) =>
      [...facets.keys()].map((facet) => (rows[index]?.[facet] ?? []).map((value) => numberOf(facet, value))),
  }
}

function dayOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
