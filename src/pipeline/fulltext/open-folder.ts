import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type OpenIndex, openIndex } from '../../fulltext/ask/open-index.ts'
import { UsageError } from '../args.ts'
import { corpusIndex } from './corpus-index.ts'
import { corpusSynonyms } from './corpus-synonyms.ts'
import { fileSource } from './file-source.ts'

/** What is searched: a built site, a folder of Markdown, or a root that is indexed for the purpose. */
export interface Searched {
  readonly root: string
  readonly dist?: string | undefined
  readonly corpus?: string | undefined
  readonly asOf: string
}

/** Opens an index anew for each question, as a browser does that comes for the first time. */
export async function indexOpener(searched: Searched): Promise<{ open(): Promise<OpenIndex>; close(): Promise<void> }> {
  const { folder, close } = await indexFolder(searched)
  return { open: () => openIndex(fileSource(folder)), close }
}

async function indexFolder(searched: Searched): Promise<{ folder: string; close(): Promise<void> }> {
  const { root, dist, corpus, asOf } = searched
  const stays = async () => {}
  if (dist !== undefined) return { folder: await builtIndex(dist), close: stays }
  if (corpus !== undefined) return { folder: await corpusIndex(corpus, await corpusSynonyms(root)), close: stays }
  // What reads a root is much; the other two do without.
  const { rootIndex } = await import('./root-index.ts')
  const folder = await rootIndex(root, asOf)
  return { folder, close: () => rm(folder, { recursive: true, force: true }) }
}

/** The index of a built site stands in `fulltext/<id>/`. */
async function builtIndex(dist: string): Promise<string> {
  const parent = join(dist, 'fulltext')
  const ids = existsSync(parent) ? await readdir(parent) : []
  const found = ids.find((id) => existsSync(join(parent, id, 'head.bin')))
  if (found === undefined) throw new UsageError(`${dist} 里没有检索索引，先运行 npm run build`)
  return join(parent, found)
}
