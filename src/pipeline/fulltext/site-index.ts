import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Site } from '../../model/site.ts'
import type { Board } from '../../progress/board.ts'
import { searchDocuments } from '../../publish/search/documents.ts'
import { searchSynonyms } from '../../publish/search/synonyms.ts'
import { urls } from '../../publish/urls.ts'
import { programRoot } from '../program-root.ts'
import { type WrittenIndex, writeIndex } from './write-index.ts'

/**
 * Writes the full-text index of a site below the `site/` of a stage folder, and its id for the pages: the search page
 * names the head of the index, so that the browser reads it at the same time as the script.
 */
export async function stageIndex(site: Site, board: Board, stage: string): Promise<WrittenIndex> {
  const fresh = join(stage, 'site', urls.fulltext('new'))
  await rm(fresh, { recursive: true, force: true })
  const cache = join(programRoot, '.gongbao', 'search', 'site')
  const written = await writeIndex(searchDocuments(site, board), fresh, searchSynonyms(site), cache)
  await rename(fresh, join(dirname(fresh), written.id))
  await writeFile(join(stage, 'fulltext.json'), JSON.stringify(written))
  return written
}
