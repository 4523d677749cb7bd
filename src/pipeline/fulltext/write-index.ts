import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buildIndex } from '../../fulltext/build-index.ts'
import type { IndexDocument } from '../../fulltext/document.ts'
import { pinyinLexicon } from '../../fulltext/pinyin-lexicon.ts'
import { traditionalPairs } from '../../fulltext/traditional.ts'

/** What was written: a short hash of all files, so that files of two builds never mix. */
export interface WrittenIndex {
  readonly id: string
  readonly documents: number
  readonly bytes: number
}

/** Writes the index of documents into a folder. */
export async function writeIndex(
  documents: AsyncIterable<IndexDocument> | Iterable<IndexDocument>,
  folder: string,
  synonyms: readonly (readonly string[])[] = [],
): Promise<WrittenIndex> {
  const hash = createHash('sha256')
  let bytes = 0
  const made = new Set<string>()
  const result = await buildIndex(
    documents,
    async (path, content) => {
      hash.update(path).update(content)
      bytes += content.length
      const file = join(folder, path)
      const parent = dirname(file)
      if (!made.has(parent)) await mkdir(parent, { recursive: true })
      made.add(parent)
      await writeFile(file, content)
    },
    { pairs: traditionalPairs(), lexicon: pinyinLexicon, synonyms },
  )
  return { id: hash.digest('hex').slice(0, 12), documents: result.documents, bytes }
}
