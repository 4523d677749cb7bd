import { createHash } from 'node:crypto'
import type { Dataset, Table } from '../model/dataset.ts'
import type { SiteConfig } from '../model/site-config.ts'
import { toCsv } from './csv-text.ts'
import { describeDataset } from './describe.ts'
import type { PublishedFile } from './manifest.ts'
import { tableJson } from './table-json.ts'
import { urls } from './urls.ts'

/** The rows of a table, batch by batch, cells in the order of its header. Called once for each format. */
export type OpenRows = (table: Table) => AsyncIterable<readonly (readonly string[])[]>

/** Writes one file at a root-relative path, chunk by chunk. */
export type WriteChunks = (path: string, chunks: AsyncIterable<Uint8Array>) => Promise<void>

export interface ReleaseFolder {
  /** The folder of the release below `/data/<id>/`. */
  readonly version?: string
}

/**
 * Writes the downloads of one dataset: each table as CSV and JSON, then `datapackage.json`, `README.md` and
 * `SHA256SUMS`. Only an open dataset has files. The same dataset gives the same bytes, whatever the version is called.
 */
export async function publishDataset(
  dataset: Dataset,
  open: OpenRows,
  write: WriteChunks,
  config: SiteConfig,
  { version = 'latest' }: ReleaseFolder = {},
): Promise<PublishedFile[]> {
  if (dataset.gongbao.disclosure !== '无条件开放') return []
  const files: PublishedFile[] = []
  const add = async (name: string, format: string, text: AsyncIterable<string> | Iterable<string>, table?: Table) => {
    const path = urls.datasetFile(dataset.id, name, version)
    const about = table ? { table: table.name, rows: table.summary.rows } : {}
    const file = { path, format, ...about, ...(await writeMeasured(write, path, text)) }
    files.push(file)
    return file
  }
  const published: { table: Table; csv: PublishedFile }[] = []
  for (const table of dataset.tables) {
    const csv = await add(table.path, 'CSV', tableCsv(table, open(table)), table)
    await add(table.path.replace(/\.csv$/, '.json'), 'JSON', tableJson(table, open(table)), table)
    published.push({ table, csv })
  }
  for (const { name, format, text } of describeDataset(dataset, published, config)) await add(name, format, [text])
  await add('SHA256SUMS', 'SHA-256', [checksums(files)])
  return files
}

/** The canonical CSV: UTF-8 without BOM, LF, quotes only where they are needed, columns by their names. */
async function* tableCsv(table: Table, rows: ReturnType<OpenRows>): AsyncGenerator<string> {
  yield toCsv([table.header])
  for await (const batch of rows) yield toCsv(batch)
}

/** `sha256sum -c SHA256SUMS` accepts it. */
function checksums(files: readonly PublishedFile[]): string {
  return files.map((file) => `${file.sha256}  ${file.path.split('/').at(-1)}\n`).join('')
}

async function writeMeasured(write: WriteChunks, path: string, text: AsyncIterable<string> | Iterable<string>) {
  const hash = createHash('sha256')
  const encoder = new TextEncoder()
  let bytes = 0
  async function* measured() {
    for await (const part of text) {
      const chunk = encoder.encode(part)
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  await write(path, measured())
  return { bytes, sha256: hash.digest('hex') }
}
