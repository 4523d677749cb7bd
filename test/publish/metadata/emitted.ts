import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { Parser, Store, Writer } from 'n3'
import type { Dataset } from '../../../src/model/data/dataset.ts'
import type { Site } from '../../../src/model/site.ts'
import type { PublishedFile } from '../../../src/publish/formats/manifest.ts'
import { publishDataset } from '../../../src/publish/formats/table-files.ts'
import type { PublishOptions } from '../../../src/publish/options.ts'
import { readTableRows } from '../../../src/read/table/table-rows.ts'

/** One dataset as it is published: the bytes by file name, and how they are listed. */
export interface Emitted {
  readonly dataset: Dataset
  readonly files: readonly PublishedFile[]
  readonly bytes: ReadonlyMap<string, Buffer>
}

const emissions = new WeakMap<Site, Promise<Emitted[]>>()

/** Every open dataset of a root, published in memory as the build does it; once for a site. */
export function emitDatasets(site: Site, root: string): Promise<Emitted[]> {
  const emitted = emissions.get(site) ?? emitAll(site, root)
  emissions.set(site, emitted)
  return emitted
}

async function emitAll(site: Site, root: string): Promise<Emitted[]> {
  const all: Emitted[] = []
  for (const dataset of site.datasets.values()) {
    const bytes = new Map<string, Buffer>()
    const files = await publishDataset(
      dataset,
      (table) => readTableRows(table, () => createReadStream(join(root, table.file))),
      async (path, chunks) => {
        const parts: Uint8Array[] = []
        for await (const chunk of chunks) parts.push(chunk)
        bytes.set(path.slice(path.lastIndexOf('/') + 1), Buffer.concat(parts))
      },
      site.config,
    )
    if (files.length > 0) all.push({ dataset, files, bytes })
  }
  return all
}

/** Options of a build at the address of the site, with these downloads. */
export function optionsOf(site: Site, emitted: readonly Emitted[]): PublishOptions {
  return {
    origin: site.config.url,
    base: '',
    published: new Map(emitted.map(({ dataset, files }) => [dataset.id, files])),
  }
}

/** The text of one file of a dataset. */
export function textOf({ dataset, bytes }: Emitted, name: string): string {
  const found = bytes.get(name)
  if (!found) throw new Error(`${dataset.id} has no ${name}`)
  return found.toString('utf8')
}

/** A JSON-LD document as N-Quads. Nothing is fetched: a document that needs the network fails. */
export async function quadsOfJsonLd(text: string): Promise<string> {
  return String(await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', documentLoader: refuse }))
}

/** The same in canonical order, to be compared. */
export async function canonicalJsonLd(text: string): Promise<string> {
  return canonical(await quadsOfJsonLd(text))
}

/** A Turtle document in the same form. */
export async function canonicalTurtle(text: string): Promise<string> {
  const writer = new Writer({ format: 'application/n-quads' })
  writer.addQuads(new Parser({ format: 'text/turtle' }).parse(text))
  let quads = ''
  writer.end((_, written: string) => {
    quads = written
  })
  return canonical(quads)
}

async function canonical(quads: string): Promise<string> {
  // The declared types know neither the algorithm nor a document of quads.
  const canonize = jsonld.canonize as unknown as (input: string, options: object) => Promise<string>
  return canonize(quads, { inputFormat: 'application/n-quads', format: 'application/n-quads', algorithm: 'RDFC-1.0' })
}

/** A graph to ask and to validate, from Turtle or N-Quads. */
export function graphOf(text: string): Store {
  return new Store(new Parser().parse(text))
}

async function refuse(url: string): Promise<never> {
  throw new Error(`the network is not asked for ${url}`)
}
