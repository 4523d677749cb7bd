import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Site } from '../model/site.ts'
import type { Board } from '../progress/board.ts'
import { buildIndex } from '../publish/search/index-builder.ts'
import { searchRecords } from '../publish/search/records.ts'
import type { OutputRecord } from './incremental/output-record.ts'
import { printOf } from './incremental/print.ts'

/** Writes `pagefind/` into a folder; returns how many records can be found. */
export async function writeSearchIndex(
  site: Site,
  board: Board,
  folder: string,
  { step }: Pick<OutputRecord, 'step'>,
): Promise<number> {
  const records = searchRecords(site, board)
  return step('pagefind', printOf(records), async () => {
    const files: string[] = []
    for (const [path, content] of await buildIndex(records)) {
      const place = `/pagefind/${path}`
      await mkdir(dirname(join(folder, place)), { recursive: true })
      await writeFile(join(folder, place), content)
      files.push(place)
    }
    return { value: records.length, files }
  })
}
