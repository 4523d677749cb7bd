import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Site } from '../model/site.ts'
import type { Board } from '../progress/board.ts'
import { buildIndex } from '../publish/search/index-builder.ts'
import { searchRecords } from '../publish/search/records.ts'

/** Writes `pagefind/` into a folder; returns how many records can be found. */
export async function writeSearchIndex(site: Site, board: Board, folder: string): Promise<number> {
  const records = searchRecords(site, board)
  for (const [path, content] of await buildIndex(records)) {
    const file = join(folder, 'pagefind', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  return records.length
}
