import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Site } from '../model/site.ts'
import type { Board } from '../progress/board.ts'
import type { BoardHistory } from '../progress/history.ts'
import type { Manifest, PublishedFile } from '../publish/formats/manifest.ts'
import { publishDataset } from '../publish/formats/table-files.ts'
import { publishPictures } from '../publish/pictures/pictures.ts'
import { publishSite } from '../publish/publish-site.ts'
import { urls } from '../publish/urls.ts'
import type { ApiEntry } from '../publish/web/api-paths.ts'
import { apiEntries } from '../publish/web/openapi.ts'
import { readTableRows } from '../read/table/table-rows.ts'
import { countDistributions, type Distributions } from './distributions.ts'
import { writeSiteIndex } from './fulltext/site-index.ts'
import { copyReleases } from './release/release-copy.ts'

/** What the publish stage has written, for the pages that print it. */
export interface Published {
  /** What is newest of each dataset: the downloads that pages and catalogues name. */
  readonly manifest: Manifest
  /** The files of releases, each at the address of its version. */
  readonly released: readonly PublishedFile[]
  readonly distributions: Distributions
  readonly api: readonly ApiEntry[]
  /** The id of the full-text index. */
  readonly fulltext: string
  readonly files: number
}

export interface PublishSettings {
  /** Where `content/` and `data/` stand. */
  readonly root: string
  /** The output folder. */
  readonly folder: string
  readonly origin: string
  readonly base: string
}

/** Writes every file that is no page before the pages are rendered, because pages print sizes and checksums. */
export async function publishFiles(
  site: Site,
  board: Board,
  history: BoardHistory,
  settings: PublishSettings,
): Promise<Published> {
  const { root, folder, origin, base } = settings
  const place = async (path: string) => {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    return file
  }
  const manifest = new Map<string, readonly PublishedFile[]>()
  const released: PublishedFile[] = []
  for (const dataset of site.datasets.values()) {
    if (dataset.releases.length > 0) {
      const { latest, versions } = await copyReleases(dataset, root, place)
      manifest.set(dataset.id, latest)
      released.push(...versions)
      continue
    }
    const files = await publishDataset(
      dataset,
      (table) => readTableRows(table, () => createReadStream(join(root, table.file))),
      async (path, chunks) => pipeline(Readable.from(chunks), createWriteStream(await place(path))),
      site.config,
    )
    manifest.set(dataset.id, files)
  }
  let files = [...manifest.values()].flat().length + released.length
  let api: readonly ApiEntry[] = []
  const options = { origin, base, published: manifest }
  for (const [path, text] of publishSite(site, board, options, history)) {
    await writeFile(await place(path), text)
    if (path === urls.openapi()) api = apiEntries(text)
    files += 1
  }
  for (const [path, content] of publishPictures(site, board, options)) {
    await writeFile(await place(path), content)
    files += 1
  }
  const distributions = await countDistributions(site, root)
  const { id } = await writeSiteIndex(site, board, folder)
  return { manifest, released, distributions, api, fulltext: id, files }
}
