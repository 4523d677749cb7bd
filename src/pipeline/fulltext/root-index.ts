import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assessAll } from '../../progress/board.ts'
import { searchDocuments } from '../../publish/search/documents.ts'
import { searchSynonyms } from '../../publish/search/synonyms.ts'
import { readRoot } from '../../read/root.ts'
import { UsageError } from '../args.ts'
import { writeIndex } from './write-index.ts'

/** Writes the index of a root's site, without building the site, into a new folder, and tells which. */
export async function rootIndex(root: string, asOf: string): Promise<string> {
  const { site } = await readRoot(root, { asOf, today: asOf })
  if (!site) throw new UsageError(`${root} 里的内容有错误，先运行 npm run check`)
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-search-'))
  await writeIndex(searchDocuments(site, assessAll(site)), folder, searchSynonyms(site))
  return folder
}
