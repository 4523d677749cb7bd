import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TableDistributions } from '../model/data/column-distribution.ts'
import type { Dataset } from '../model/data/dataset.ts'
import type { Site } from '../model/site.ts'
import type { Board } from '../progress/board.ts'
import type { BoardHistory } from '../progress/history.ts'
import type { Manifest, PublishedFile } from '../publish/formats/manifest.ts'
import { publishDataset } from '../publish/formats/table-files.ts'
import { publishPictures } from '../publish/pictures/pictures.ts'
import { toPng } from '../publish/pictures/png.ts'
import { publishSite } from '../publish/publish-site.ts'
import { searchDocuments } from '../publish/search/documents.ts'
import { searchSynonyms } from '../publish/search/synonyms.ts'
import { urls } from '../publish/urls.ts'
import type { ApiEntry } from '../publish/web/api-paths.ts'
import { apiEntries } from '../publish/web/openapi.ts'
import { readTableRows } from '../read/table/table-rows.ts'
import { countDistributions } from './distributions.ts'
import { writeSiteIndex } from './fulltext/site-index.ts'
import type { OutputRecord } from './incremental/output-record.ts'
import { printOf, printOfAll } from './incremental/print.ts'
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

/** How the values of open datasets are spread, by dataset and table. */
export type Distributions = ReadonlyMap<string, Readonly<Record<string, TableDistributions>>>

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
  { step }: Pick<OutputRecord, 'step'>,
): Promise<Published> {
  const { root, folder, origin, base } = settings
  const place = async (path: string) => {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    return file
  }
  const manifest = new Map<string, readonly PublishedFile[]>()
  const distributions = new Map<string, Readonly<Record<string, TableDistributions>>>()
  const released: PublishedFile[] = []
  for (const dataset of site.datasets.values()) {
    const made = await step(`data/${dataset.id}`, printOf([dataset, site.config]), async () => {
      const { latest, versions } = await writeTables(dataset, site, root, place)
      const value = { latest, versions, spread: (await countDistributions(dataset, root)) ?? null }
      return { value, files: [...latest, ...versions].map(({ path }) => path) }
    })
    manifest.set(dataset.id, made.latest)
    released.push(...made.versions)
    if (made.spread) distributions.set(dataset.id, made.spread)
  }
  let files = [...manifest.values()].flat().length + released.length
  let api: readonly ApiEntry[] = []
  const options = { origin, base, published: manifest }
  for (const [path, text] of publishSite(site, board, options, history)) {
    await writeFile(await place(path), text)
    if (path === urls.openapi()) api = apiEntries(text)
    files += 1
  }
  for (const { svg, path, png } of publishPictures(site, board, options)) {
    files += await step(path, printOf([svg, png]), async () => {
      await writeFile(await place(path), svg)
      if (png !== undefined) await writeFile(await place(png), toPng(svg))
      const written = [path, ...(png === undefined ? [] : [png])]
      return { value: written.length, files: written }
    })
  }
  const synonyms = searchSynonyms(site)
  const texts = printOfAll([synonyms], searchDocuments(site, board))
  const fulltext = await step('fulltext', texts, async () => {
    const { id } = await writeSiteIndex(site, board, folder)
    return { value: id, files: await filesBelow(folder, urls.fulltext(id)) }
  })
  return { manifest, released, distributions, api, fulltext, files }
}

async function writeTables(
  dataset: Dataset,
  site: Site,
  root: string,
  place: (path: string) => Promise<string>,
): Promise<{ readonly latest: readonly PublishedFile[]; readonly versions: readonly PublishedFile[] }> {
  if (dataset.releases.length > 0) return copyReleases(dataset, root, place)
  const latest = await publishDataset(
    dataset,
    (table) => readTableRows(table, () => createReadStream(join(root, table.file))),
    async (path, chunks) => pipeline(Readable.from(chunks), createWriteStream(await place(path))),
    site.config,
  )
  return { latest, versions: [] }
}

/** Root-relative paths of what stands in a folder of the output. */
export async function filesBelow(output: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(output, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(output.length).replaceAll('\\', '/'))
    .sort()
}
