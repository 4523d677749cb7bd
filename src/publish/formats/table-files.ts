import type { Dataset, Table } from '../../model/data/dataset.ts'
import type { SiteConfig } from '../../model/site-config.ts'
import { describeDataset } from '../metadata/describe.ts'
import { type Edition, editionOf } from '../metadata/edition.ts'
import { urls } from '../urls.ts'
import { downloadFormats } from './catalogue.ts'
import { type DatasetWorkbook, openDatasetWorkbook } from './dataset-workbook.ts'
import { excelCsvFormat } from './excel-csv.ts'
import type { DescribedTable, PublishedFile } from './manifest.ts'
import { hasJson, hasWorkbook, hasZip } from './omitted-formats.ts'
import { type Measured, type Output, openOutput, type WriteChunks } from './output.ts'
import { parquetSink } from './parquet.ts'
import type { OpenFile, Rows, TableSink, WrittenFile } from './table-sink.ts'
import { csvFormat, jsonFormat, ndjsonFormat, textSink } from './text-format.ts'
import { openZip, type ZipOutput } from './zip.ts'

/** The rows of a table, batch by batch, cells in the order of its header. */
export type OpenRows = (table: Table) => AsyncIterable<Rows>

export interface ReleaseFolder {
  /** The folder of the release below `/data/<id>/`. */
  readonly version?: string
}

/**
 * Writes the downloads of one dataset: each table as CSV, CSV for Excel, JSON, NDJSON and Parquet, all tables as a
 * workbook, what describes them, an archive of the CSV with the descriptions, and at the end `SHA256SUMS`. The rows of
 * a table are opened once and go to all formats together, so memory is flat; only where a late cell does not fit the
 * Parquet type of earlier ones are they opened again. Only an open dataset has files; what it is too large for is told
 * by `omittedFormats`. The same dataset gives the same bytes.
 */
export async function publishDataset(
  dataset: Dataset,
  open: OpenRows,
  write: WriteChunks,
  config: SiteConfig,
  { version = 'latest' }: ReleaseFolder = {},
): Promise<PublishedFile[]> {
  if (dataset.gongbao.disclosure !== '无条件开放') return []
  const outputs: Output[] = []
  const pathOf = (name: string) => urls.datasetFile(dataset.id, name, version)
  const openFile: OpenFile = (name) => {
    const output = openOutput(write, pathOf(name))
    outputs.push(output)
    return output
  }
  try {
    return await writeFiles(dataset, config, { open, openFile, pathOf, edition: editionOf(dataset, config, version) })
  } catch (error) {
    await Promise.all(outputs.map((output) => output.abort(error)))
    throw error
  }
}

async function writeFiles(
  dataset: Dataset,
  config: SiteConfig,
  to: { open: OpenRows; openFile: OpenFile; pathOf: (name: string) => string; edition: Edition },
): Promise<PublishedFile[]> {
  const { id, tables } = dataset
  const { open, openFile, pathOf, edition } = to
  const workbook = hasWorkbook(dataset)
    ? await openDatasetWorkbook(openFile(`${id}.xlsx`), dataset, config, edition)
    : undefined
  const zip = hasZip(dataset) ? openZip(openFile(`${id}.zip`)) : undefined
  const files: PublishedFile[] = []
  const described: DescribedTable[] = []
  const whole = (name: string, format: string, measured: Measured) =>
    files.push({ path: pathOf(name), format, ...measured })
  const text = async (name: string, format: string, content: string) => {
    const output = openFile(name)
    await output.put(content)
    whole(name, format, await output.close())
  }
  for (const table of tables) {
    for (const { name, ...written } of await writeTable(
      table,
      open,
      openFile,
      aboutFile(dataset, edition),
      workbook,
      zip,
    )) {
      const file = { path: pathOf(name), table: table.name, ...written }
      if (name === table.path) described.push({ table, csv: file })
      files.push(file)
    }
  }
  if (workbook) whole(`${id}.xlsx`, downloadFormats['{workbook}.xlsx'].label, await workbook.close())
  // At the root of the archive, where readers of Data Packages look for datapackage.json.
  for (const { name, format, text: content } of describeDataset(dataset, described, config, [...files])) {
    await text(name, format, content)
    await zip?.add(name, content)
  }
  if (zip) whole(`${id}.zip`, downloadFormats['{archive}.zip'].label, await zip.close())
  await text('SHA256SUMS', downloadFormats.SHA256SUMS.label, checksums(files))
  return files
}

/** `sha256sum -c SHA256SUMS` accepts it. */
function checksums(files: readonly PublishedFile[]): string {
  return files.map(({ sha256, path }) => `${sha256}  ${path.slice(path.lastIndexOf('/') + 1)}\n`).join('')
}

/** One pass over the rows of a table, to every format. */
async function writeTable(
  table: Table,
  open: OpenRows,
  openFile: OpenFile,
  about: Readonly<Record<string, string>>,
  workbook: DatasetWorkbook | undefined,
  zip: ZipOutput | undefined,
): Promise<WrittenFile[]> {
  const stem = table.path.replace(/\.csv$/, '')
  await zip?.begin(table.path)
  const sheet = await workbook?.table(table)
  const parquet = parquetSink(table, about, openFile)
  const sinks: TableSink[] = [
    textSink(csvFormat(table), {
      name: table.path,
      label: downloadFormats['{table}.csv'].label,
      open: openFile,
      also: zip?.put,
    }),
    textSink(excelCsvFormat(table), {
      name: `${stem}.excel.csv`,
      label: downloadFormats['{table}.excel.csv'].label,
      open: openFile,
    }),
    ...(hasJson(table)
      ? [
          textSink(jsonFormat(table), {
            name: `${stem}.json`,
            label: downloadFormats['{table}.json'].label,
            open: openFile,
          }),
        ]
      : []),
    textSink(ndjsonFormat(table), {
      name: `${stem}.ndjson`,
      label: downloadFormats['{table}.ndjson'].label,
      open: openFile,
    }),
    parquet,
  ]
  for await (const rows of open(table)) {
    for (const sink of sinks) await sink.rows(rows)
    await sheet?.rows(rows)
  }
  await sheet?.end()
  const files: WrittenFile[] = []
  for (const sink of sinks) files.push(...(await sink.end()))
  if (!parquet.isOutgrown()) return files
  const again = parquetSink(table, about, openFile, parquet.facts)
  for await (const rows of open(table)) await again.rows(rows)
  return [...files.filter(({ format }) => format !== downloadFormats['{table}.parquet'].label), ...(await again.end())]
}

/** What a Parquet file says about where it comes from. */
function aboutFile({ id, title, version, gongbao }: Dataset, { page }: Edition): Record<string, string> {
  return { dataset: id, title, version, updated: gongbao.updatedOn, provider: gongbao.provider, page }
}
