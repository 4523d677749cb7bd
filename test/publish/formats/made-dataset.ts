import { Readable } from 'node:stream'
import fc from 'fast-check'
import { type Dataset, type Table, type TableField, tableField } from '../../../src/model/data/dataset.ts'
import type { SiteConfig } from '../../../src/model/site-config.ts'
import { type OpenRows, publishDataset } from '../../../src/publish/formats/table-files.ts'

export type Rows = readonly (readonly string[])[]

/** Published files by name. */
export type Files = ReadonlyMap<string, Buffer>

export const config: SiteConfig = {
  name: '公报',
  place: '示例市',
  region: '330000',
  subtitle: '示例',
  description: '示例站点',
  languages: ['zh'],
  publisher: '示例市人民政府办公室',
  url: 'https://example.gov.cn',
  government: true,
  approvedContacts: [],
  featuredPlans: [],
  exampleQueries: [],
}

/** One column of each kind; what stands in them is up to the test. */
export const fields = [
  { name: 'code', title: '代码' },
  { name: 'amount', type: 'number', title: '金额', 'gongbao:unit': '元' },
  { name: 'count', type: 'integer' },
  { name: 'year', type: 'year' },
  { name: 'day', type: 'date' },
  { name: 'moment', type: 'datetime' },
  { name: 'open', type: 'boolean', trueValues: ['是'], falseValues: ['否'] },
].map((field) => tableField.parse(field))

/** An open dataset of one table with these rows, which come in batches. `size` is what the table is said to take. */
export function made(
  rows: Rows,
  own: readonly TableField[] = fields,
  size?: number,
): { dataset: Dataset; open: OpenRows } {
  const header = own.map(({ name }) => name)
  const bytes = size ?? rows.reduce((sum, row) => sum + row.join(',').length + 1, 0)
  const table: Table = {
    name: 'rows',
    title: '示例表',
    path: 'rows.csv',
    file: 'data/made/rows.csv',
    'gongbao:profile': 'table',
    header,
    schema: { fields: [...own], foreignKeys: [], missingValues: ['', { value: '未统计', label: '没有统计' }, '-'] },
    summary: { rows: rows.length, bytes, sha256: '', columns: [], preview: rows.slice(0, 5) },
  }
  const dataset: Dataset = {
    id: 'made',
    name: 'made',
    file: 'data/made/datapackage.yaml',
    title: '示例数据 <虚构>',
    description: '虚构示例，只用于测试。',
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
      updatedOn: '2026-01-31',
      provider: '示例',
      changes: [],
      notes: [],
    },
  }
  return { dataset, open: () => batches(rows, 7_000) }
}

/** Rows as a reader of files gives them. */
export async function* batches(rows: Rows, size: number): AsyncGenerator<Rows> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}

/** Files by name. */
export async function publish(dataset: Dataset, open: OpenRows, own: SiteConfig): Promise<Files> {
  const files = new Map<string, Buffer>()
  const write = async (path: string, chunks: AsyncIterable<Uint8Array>) => {
    files.set(path.split('/').at(-1) ?? '', Buffer.concat(await Readable.from(chunks).toArray()))
  }
  await publishDataset(dataset, open, write, own)
  return files
}

const signs = fc.constantFrom(...'0123456789.+-=@\'",eE/: 市＝０１😀\u0001\n\t\r<&_x', '万亿', '_x0041_')
/** Texts that programs stumble over. */
export const odd = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: signs, maxLength: 8 }) },
  fc.constantFrom('', '-', '未统计', '是', '否', '2024', '1899-12-31', '2024-02-30', '2024-05-06T07:08:09Z'),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }).map(String),
)
