import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Site } from '../model/site.ts'
import type { Board } from '../progress/board.ts'
import { type Manifest, type PublishedFile, toManifestText } from '../publish/formats/manifest.ts'
import { publishDataset } from '../publish/formats/table-files.ts'
import { publishPictures } from '../publish/pictures/pictures.ts'
import { publishSite } from '../publish/publish-site.ts'
import { readTableRows } from '../read/table/table-rows.ts'
import { countDistributions } from './distributions.ts'
import { stageIndex } from './fulltext/site-index.ts'
import { copyReleases } from './release/release-copy.ts'

/**
 * What the publish stage leaves in its folder: `manifest.json`, `distributions.json` and `fulltext.json` for the pages,
 * and `site/` to be moved into the output.
 */
export interface Staged {
  /** What is newest of each dataset: the downloads that pages and catalogues name. */
  readonly manifest: Manifest
  /** The files of releases, each at the address of its version. */
  readonly released: readonly PublishedFile[]
  readonly files: number
}

export interface StageSettings {
  /** Where `content/` and `data/` stand. */
  readonly root: string
  readonly folder: string
  readonly origin: string
  readonly base: string
}

/** Writes every file that is no page before the pages are built, because pages print sizes and checksums. */
export async function stageFiles(site: Site, board: Board, settings: StageSettings): Promise<Staged> {
  const { root, folder, origin, base } = settings
  const place = async (path: string) => {
    const file = join(folder, 'site', path)
    await mkdir(dirname(file), { recursive: true })
    return file
  }
  const published = new Map<string, readonly PublishedFile[]>()
  const released: PublishedFile[] = []
  for (const dataset of site.datasets.values()) {
    if (dataset.releases.length > 0) {
      const { latest, versions } = await copyReleases(dataset, root, place)
      published.set(dataset.id, latest)
      released.push(...versions)
      continue
    }
    const files = await publishDataset(
      dataset,
      (table) => readTableRows(table, () => createReadStream(join(root, table.file))),
      async (path, chunks) => pipeline(Readable.from(chunks), createWriteStream(await place(path))),
      site.config,
    )
    published.set(dataset.id, files)
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'manifest.json'), toManifestText(published))
  await writeFile(join(folder, 'distributions.json'), JSON.stringify(await countDistributions(site, root)))
  let files = [...published.values()].flat().length + released.length
  const options = { origin, base, published }
  for (const publish of [publishSite, publishPictures]) {
    for (const [path, content] of publish(site, board, options)) {
      await writeFile(await place(path), content)
      files += 1
    }
  }
  await stageIndex(site, board, folder)
  return { manifest: published, released, files }
}
