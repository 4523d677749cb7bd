import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { sealed } from '../format/block.ts'
import type { IndexDocument } from '../format/document.ts'
import { foldOf } from '../format/fold.ts'
import { encodeDays, type HeadDocument } from '../format/head.ts'
import type { DocumentRecord } from '../format/record.ts'
import { encodeStart } from '../format/start.ts'
import { newBlocks, patchedBlocks, separator } from './built-blocks.ts'
import { facetTable } from './facet-table.ts'
import { groupWriter } from './group-writer.ts'
import type { IndexMemory, RememberedBlock, RememberedDocument } from './index-memory.ts'
import type { Sequences } from './invert.ts'
import { listCollector } from './list-collector.ts'
import { partWriter, type WriteFile } from './part-writer.ts'
import { type ChangedDocument, patchedLists } from './posting-lists.ts'
import { sequencer, type TextSequence, textsOf } from './text-sequence.ts'
import { textWriter, utf16Encoder } from './text-writer.ts'

/** Files of the lexicon by letter, raw. */
export type Lexicon = ReadonlyMap<string, Uint8Array>

export interface IndexOptions {
  /** Traditional characters with their simplified forms: 國国業业. */
  readonly pairs?: string
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
 * `head.bin`. The same documents in the same order give the same bytes.
 */
export async function buildIndex(
  documents: AsyncIterable<IndexDocument> | Iterable<IndexDocument>,
  write: WriteFile,
  { pairs = '', lexicon, synonyms = [], memory, remember }: IndexOptions = {},
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
  const more = {
    facets: facetValues.names(),
    documents: heads.map((_, index) => facetValues.of(index)),
    groups: groupSizes,
    lexicon: [...words.keys()],
    synonyms,
  }
  await write('fold.bin', deflate(sealed(encoder.encode(pairs))))
  await write('days.bin', deflate(sealed(encodeDays(days))))
  await write('head.bin', deflate(sealed(encodeStart({ head: { documents: heads, blocks }, more }))))
  const lists = patched ?? collected?.lists()
  if (isKept && lists && (changes?.length ?? mostChanges) > mostUnkept) {
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

/** Thousands of small pieces: with the larger table each takes less time. */
const deflate = (raw: Uint8Array): Uint8Array => deflateRawSync(raw, { level: 9, memLevel: 9 })

/** A library of more positions than this is neither remembered nor worked on by two threads: memory counts more there. */
export const mostAtOnce = 30_000_000

/** With more changed documents than this, all lists are made anew. */
const mostChanges = 20

/** With no more than these the earlier memory stays: to start from it again takes less time than to write another. */
const mostUnkept = 5

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

/** Of what is cut into units; where one text ends and the next begins counts. */
function hashOf(texts: readonly string[], hasNumber: boolean, bytes: Uint8Array): string {
  const form = `${hasNumber} ${texts.map((text) => text.length).join(' ')}\n`
  return createHash('sha256').update(form).update(bytes).digest('base64')
}

const encoder = new TextEncoder()

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

function dayOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
}
