import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Table } from '../model/data/dataset.ts'
import { siteConfig } from '../model/site-config.ts'
import { excelCsvFormat } from '../publish/formats/excel-csv.ts'
import { openOutput, type WriteChunks } from '../publish/formats/output.ts'
import { parquetSink } from '../publish/formats/parquet.ts'
import { publishDataset } from '../publish/formats/table-files.ts'
import type { OpenFile, Rows, TableSink } from '../publish/formats/table-sink.ts'
import { csvFormat, ndjsonFormat, textSink } from '../publish/formats/text-format.ts'
import { openZip } from '../publish/formats/zip.ts'
import { readTableRows } from '../read/table/table-rows.ts'
import { manyRowsDataset } from './many-rows.ts'

// Run as a program of its own: the formats to write, the CSV to read, its rows, and where to write.
const [what = 'all', file = '', rows = '0', folder = ''] = process.argv.slice(2)
const dataset = manyRowsDataset(Number(rows), (await stat(file)).size)
const read = (table: Table) => readTableRows(table, () => createReadStream(file))
const write: WriteChunks = async (path, chunks) =>
  pipeline(Readable.from(chunks), createWriteStream(join(folder, `out-${path.split('/').at(-1)}`)))

if (what === 'all') {
  const files = await publishDataset(dataset, read, write, config())
  const large = files.filter(({ table, format }) => table !== undefined || format === 'ZIP')
  const sizes = Map.groupBy(large, ({ format }) => format)
  const words = [...sizes].map(([format, own]) => {
    const bytes = own.reduce((sum, one) => sum + one.bytes, 0)
    return `${format} ${(bytes / 2 ** 20).toFixed(1)} MB${own.length > 1 ? `（${own.length} 个）` : ''}`
  })
  process.stdout.write(words.join('，'))
} else {
  const [table] = dataset.tables
  if (!table) throw new Error('the made-up dataset has no table')
  const sink = sinkOf(what, table, (name) => openOutput(write, name))
  for await (const batch of read(table)) await sink?.rows(batch)
  await sink?.end()
}

function sinkOf(name: string, table: Table, open: OpenFile): TableSink | undefined {
  switch (name) {
    case 'csv':
      return textSink(csvFormat(table), { name: 'rows.csv', label: 'CSV', open })
    case 'excel':
      return textSink(excelCsvFormat(table), { name: 'rows.excel.csv', label: 'Excel CSV', open })
    case 'ndjson':
      return textSink(ndjsonFormat(table), { name: 'rows.ndjson', label: 'NDJSON', open })
    case 'parquet':
      return parquetSink(table, {}, open)
    case 'zip':
      return zipSink(table, open)
    default:
      return undefined
  }
}

function zipSink(table: Table, open: OpenFile): TableSink {
  const zip = openZip(open('rows.zip'))
  const format = csvFormat(table)
  const begun = zip.begin(table.path)
  return {
    async rows(batch: Rows) {
      await begun
      await zip.put(format.rows(batch))
    },
    async end() {
      await zip.close()
      return []
    },
  }
}

function config() {
  return siteConfig.parse({
    name: '示例',
    place: '示例',
    subtitle: '示例',
    description: '虚构示例，只用于测量速度。',
    region: '990000',
    publisher: '示例',
    url: 'https://example.test',
    languages: ['zh'],
  })
}
