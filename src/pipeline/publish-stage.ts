import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Board } from '../model/progress/board.ts'
import type { Site } from '../model/site.ts'
import { type Manifest, toManifestText } from '../publish/manifest.ts'
import { publishSite } from '../publish/publish-site.ts'

/** What the publish stage leaves in its folder: `manifest.json` for the pages, and `site/` to be moved into the output. */
export interface Staged {
  readonly folder: string
  readonly manifest: Manifest
  readonly files: number
}

/** Writes every machine-readable file before the pages are built, because pages print sizes and checksums. */
export async function stageFiles(
  site: Site,
  board: Board,
  { folder, origin, base }: { readonly folder: string; readonly origin: string; readonly base: string },
): Promise<Staged> {
  const published: Manifest = new Map()
  const write = async (path: string, content: string) => {
    const file = join(folder, 'site', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'manifest.json'), toManifestText(published))
  let files = 0
  for (const [path, text] of publishSite(site, board, { origin, base, published })) {
    await write(path, text)
    files += 1
  }
  return { folder, manifest: published, files }
}
