import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Dataset, type Table, tableField } from '../model/data/dataset.ts'

/** The columns of the made-up table: codes, a period, figures with and without decimals, words, a note that is mostly empty. */
const fields = [
  { name: 'id' },
  { name: 'region' },
  { name: 'period' },
  { name: 'value', type: 'number' },
  { name: 'count', type: 'integer' },
  { name: 'on', type: 'date' },
  { name: 'printed' },
  { name: 'note' },
].map((field) => tableField.parse(field))

/** Writes so many made-up rows as CSV, about 75 bytes each. Deterministic. */
export async function writeManyRows(file: string, rows: number): Promise<void> {
  await pipeline(Readable.from(rowTexts(rows)), createWriteStream(file))
}

/** The dataset that such a file would be; `bytes` is its size. */
export function manyRowsDataset(rows: number, bytes: number): Dataset {
  const table: Table = {
    name: 'rows',
    path: 'rows.csv',
    file: 'rows.csv',
    'gongbao:profile': 'table',
    header: fields.map(({ name }) => name),
    schema: { fields, foreignKeys: [], missingValues: [''] },
    summary: { rows, bytes, sha256: '', columns: [], preview: [] },
  }
  return {
    id: 'rows',
    name: 'rows',
    file: 'datapackage.yaml',
    title: '示例',
    description: '虚构示例，只用于测量速度。',
    version: '1.0.0',
    created: '2024-01-01',
    keywords: [],
    contributors: [],
    licenses: [],
    sources: [],
    tables: [table],
    releases: [],
    gongbao: {
      disclosure: '无条件开放',
      updateCycle: '不定期',
      updatedOn: '2026-12-31',
      provider: '示例',
      changes: [],
      notes: [],
    },
  }
}

function* rowTexts(rows: number): Generator<string> {
  yield `${fields.map(({ name }) => name).join(',')}\n`
  const perChunk = 5000
  for (let start = 0; start < rows; start += perChunk) {
    const count = Math.min(perChunk, rows - start)
    yield Array.from({ length: count }, (_, at) => rowText(start + at)).join('')
  }
}

function rowText(at: number): string {
  const id = `91330782${String(at).padStart(10, '0')}`
  const month = String((at % 12) + 1).padStart(2, '0')
  const year = 2015 + (Math.floor(at / 12) % 10)
  const count = (at * 7919) % 1_000_003
  const note = at % 20 === 0 ? `"第 ${at} 行，有说明"` : ''
  return `${id},${330_700 + (at % 90)},${year}-${month},${count / 100},${count},${year}-${month}-15,${count}家,${note}\n`
}
