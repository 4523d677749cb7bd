import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildIndex } from '../../fulltext/build/build-index.ts'
import { traditionalPairs } from '../../fulltext/build/traditional.ts'
import type { IndexDocument } from '../../fulltext/format/document.ts'
import { indexCache } from './index-cache.ts'
import { lexiconThread } from './lexicon-thread.ts'

/** What was written: a short hash of all files, so that files of two builds never mix. */
export interface WrittenIndex {
  readonly id: string
  readonly documents: number
  readonly bytes: number
}

/**
 * Writes the index of documents into a folder. In `cache` it leaves what the next index of nearly the same documents
 * is made from; the files are the same with and without it.
 */
export async function writeIndex(
  documents: AsyncIterable<IndexDocument> | Iterable<IndexDocument>,
  folder: string,
  synonyms: readonly (readonly string[])[] = [],
  cache?: string,
): Promise<WrittenIndex> {
  const pairs = traditionalPairs()
  const left = cache === undefined ? undefined : indexCache(cache, pairs)
  const sounds = left?.sounds ?? new Map<string, string>()
  const lexicon = lexiconThread(sounds)
  if (left?.memory) lexicon.start() // the rest will be quick
  const hash = createHash('sha256')
  let bytes = 0
  const made = new Set<string>()
  const result = await buildIndex(
    documents,
    (path, content) => {
      hash.update(path).update(content)
      bytes += content.length
      const file = join(folder, path)
      const parent = dirname(file)
      if (!made.has(parent)) mkdirSync(parent, { recursive: true })
      made.add(parent)
      writeFileSync(file, content)
    },
    {
      pairs,
      lexicon: lexicon.make,
      synonyms,
      memory: left?.memory,
      remember: left?.keep,
    },
  ).finally(lexicon.end)
  left?.keepSounds()
  return { id: hash.digest('hex').slice(0, 12), documents: result.documents, bytes }
}
