import { deflateRawSync } from 'node:zlib'
import { encodeBlock, type KeyedList, padded, sealed } from './block.ts'
import { checksum } from './bytes.ts'
import type { IndexDocument } from './document.ts'
import { foldOf } from './fold.ts'
import { encodeDays, encodeHead, groupSize, type HeadDocument, partBytes } from './head.ts'
import { invert } from './invert.ts'
import { type LexiconWord, libraryWords } from './lexicon.ts'
import { type DocumentRecord, encodeRecords } from './record.ts'
import { sequencer, type TextSequence, textsOf } from './text-sequence.ts'

/** Writes one file of the index, by its path inside the folder. */
export type WriteFile = (path: string, bytes: Uint8Array) => void | Promise<void>

export interface IndexOptions {
  /** Traditional characters with their simplified forms: 國国業业. */
  readonly pairs?: string
  /** Compresses raw deflate; a cache may stand behind it. */
  readonly deflate?: (raw: Uint8Array) => Uint8Array
  /** Groups of terms that mean the same. */
  readonly synonyms?: readonly (readonly string[])[]
  /** Files of the lexicon by letter, from the words of the library. */
  readonly lexicon?: (words: readonly LexiconWord[]) => ReadonlyMap<string, Uint8Array>
}

/**
 * Writes the full-text index of documents (search.md §5): `p/` posting lists, `r/` records, `t/` text, `w/` lexicon,
 * `head.bin`. The same documents in the same order give the same bytes.
 */
export async function buildIndex(
  documents: AsyncIterable<IndexDocument> | Iterable<IndexDocument>,
  write: WriteFile,
  { pairs = '', deflate = (raw) => deflateRawSync(raw, { level: 9 }), lexicon, synonyms = [] }: IndexOptions = {},
): Promise<{ readonly documents: number }> {
  const sequences: Int32Array[] = []
  const heads: Omit<HeadDocument, 'facets'>[] = []
  const days: (number | undefined)[] = []
  const facetValues = facetTable()
  const groups = groupWriter(write, deflate)
  const text = textWriter(write)
  const cutter = sequencer(pairs === '' ? undefined : foldOf(pairs))
  for await (const document of documents) {
    const sequence = cutter.add(document)
    sequences.push(sequence.keys)
    heads.push({ length: sequence.keys.length, titleUnits: sequence.titleUnits })
    days.push(dayOf(document.date))
    facetValues.add(document.facets)
    await groups.add(toRecord(document, sequence, text.length))
    for (const block of textsOf(document)) await text.add(`${block}\n`)
  }
  await text.end()
  const groupSizes = await groups.end()
  const parts = partWriter('p', write)
  const blocks: { from: string; bytes: number }[] = []
  let last = ''
  const library = { documents: sequences, names: cutter.names, pairs: cutter.pairs }
  for (const lists of blocksOf(invert(library))) {
    const bytes = padded(deflate(encodeBlock(lists)))
    blocks.push({ from: separator(last, lists[0]?.key ?? ''), bytes: bytes.length })
    last = lists.at(-1)?.key ?? ''
    await parts.add(bytes)
  }
  await parts.end()
  const words = lexicon?.(libraryWords(library)) ?? new Map<string, Uint8Array>()
  for (const [letter, raw] of words) await write(`w/${letter}.bin`, deflate(sealed(raw)))
  const facets = facetValues.names()
  const head = encodeHead({
    facets,
    documents: heads.map((one, index) => ({ ...one, facets: facetValues.of(index) })),
    blocks,
    groups: groupSizes,
    lexicon: [...words.keys()],
    synonyms,
  })
  await write('fold.bin', deflate(sealed(encoder.encode(pairs))))
  await write('days.bin', deflate(sealed(encodeDays(days))))
  await write('head.bin', deflate(sealed(head)))
  return { documents: heads.length }
}

/** Raw bytes in a block, about: small blocks cost less to read, large ones need a smaller head. */
const blockTarget = 6000

/**
 * Neighbouring lists in blocks. Most ends are chosen by the key alone, so that one changed list leaves the blocks
 * after it as they were.
 */
function* blocksOf(lists: Iterable<KeyedList>): Generator<KeyedList[]> {
  let block: KeyedList[] = []
  let size = 0
  for (const one of lists) {
    const own = one.list.length + 2 * one.key.length
    if (block.length > 0 && size + own > 1.4 * blockTarget) {
      yield block
      block = []
      size = 0
    }
    block.push(one)
    size += own
    if (size >= blockTarget || (size >= 0.7 * blockTarget && checksum(encoder.encode(one.key)) % 8 === 0)) {
      yield block
      block = []
      size = 0
    }
  }
  if (block.length > 0) yield block
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
    async add(text: string): Promise<void> {
      const bytes = new Uint8Array(2 * text.length)
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at)
        bytes[2 * at] = code & 255
        bytes[2 * at + 1] = code >> 8
      }
      length += text.length
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
