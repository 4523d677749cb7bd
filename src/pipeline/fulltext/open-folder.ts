import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenIndex, openIndex } from '../../fulltext/open-index.ts'
import { assessAll } from '../../model/progress/board.ts'
import { readRoot } from '../../read/root.ts'
import { searchDocuments, searchSynonyms } from '../../search/documents.ts'
import { UsageError } from '../args.ts'
import { corpusIndex } from './corpus-index.ts'
import { fileSource } from './file-source.ts'
import { writeIndex } from './write-index.ts'

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
  const { site } = await readRoot(root, { asOf, today: asOf })
  if (corpus !== undefined) return { folder: await corpusIndex(corpus, site ? searchSynonyms(site) : []), close: stays }
  if (!site) throw new UsageError(`${root} 里的内容有错误，先运行 npm run check`)
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-search-'))
  await writeIndex(searchDocuments(site, assessAll(site)), folder, searchSynonyms(site))
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
