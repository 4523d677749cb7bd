import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Site } from '../../model/site.ts'
import type { Board } from '../../progress/board.ts'
import { searchDocuments } from '../../publish/search/documents.ts'
import { searchSynonyms } from '../../publish/search/synonyms.ts'
import { urls } from '../../publish/urls.ts'
import { programRoot } from '../program-root.ts'
import { type WrittenIndex, writeIndex } from './write-index.ts'

/** Writes the full-text index of a site into an output folder, under its id. */
export async function writeSiteIndex(site: Site, board: Board, output: string): Promise<WrittenIndex> {
  const fresh = join(output, urls.fulltext('new'))
  await rm(fresh, { recursive: true, force: true })
  const cache = join(programRoot, '.gongbao', 'search', 'site')
  const written = await writeIndex(searchDocuments(site, board), fresh, searchSynonyms(site), cache)
  await rename(fresh, join(dirname(fresh), written.id))
  return written
}
