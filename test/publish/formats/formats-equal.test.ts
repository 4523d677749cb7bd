import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dataset, tableField } from '../../../src/model/data/dataset.ts'
import { missingTexts } from '../../../src/model/data/missing-texts.ts'
import { omittedFormats } from '../../../src/publish/formats/omitted-formats.ts'
import { type OpenRows, publishDataset } from '../../../src/publish/formats/table-files.ts'
import { readTableRows } from '../../../src/read/table/table-rows.ts'
import { readOnce } from '../../read-once.ts'
import { batches, config, type Files, fields, made, odd, publish, type Rows } from './made-dataset.ts'
import { meaningOf, query, type ReadCell, readCsv, readJson, readWorkbookSheet, unguarded } from './read-back.ts'

const roots = ['.', 'test/fixtures/example-city', 'test/fixtures/base']

describe.each(roots)('every format of every dataset of %s equals its CSV', async (root) => {
  const { site } = await readOnce(root, { asOf: '2026-11-20' })
  if (!site) throw new Error(`${root} has errors`)
  const open: OpenRows = (table) => readTableRows(table, () => createReadStream(join(root, table.file)))
  const datasets = [...site.datasets.values()].filter(({ gongbao }) => gongbao.disclosure === '无条件开放')

  test.each(datasets)('$id', async (dataset) => {
    const files = await publish(dataset, open, site.config)
    for (const [index, table] of dataset.tables.entries()) {
      const source = (await Array.fromAsync(open(table))).flat()
      expect(source).toHaveLength(table.summary.rows)
      await expectEqual(files, dataset, index, source)
    }
  })
})

test('values that programs stumble over come through every format', async () => {
  const rows = [
    ['010100', '0.1', '9007199254740993', '1899', '1899-12-31', '2024-01-01T00:00:00Z', '是'],
    [
      '91330782MA2E8XXXX0',
      '-0.30000000000000004',
      '-9223372036854775808',
      '2024',
      '1900-02-28',
      '1969-12-31T23:59:59.999999Z',
      '否',
    ],
    [
      '330782199001011234',
      '12345678901234.5',
      '123456789012345678',
      '2024',
      '1900-03-01',
      '2024-02-29T08:00:00+08:00',
      '-',
    ],
    ['=HYPERLINK("http://example.test","点")', '1.50', '007', '', '2024-02-29', '', ''],
    ['+8657985xxxxxx', '+5', '+5', '2024', '9999-12-31', '', '是'],
    ['-1+2', '.5', '-0', '2024', '', '', '未统计'],
    ['@SUM(A1)', '1e5', '0', '2024', '未统计', '', ''],
    ['１２３', '-1.5E-7', '1', '2024', '-', '', ''],
    ['说“好”, "行"', '', '未统计', '', '', '', ''],
    ['第一行\n第二行', '-', '', '', '', '', ''],
    ['回车\r\n换行\t制表', '1000000', '12', '', '', '', ''],
    ['😀𠮷市', '0', '', '', '', '', ''],
    ['1E5', '0.000001', '', '', '', '', ''],
    ['2024-01', '5.', '', '', '', '', ''],
    ['1-2', '', '1', '', '', '', ''],
    ['TRUE', '', '1', '', '', '', ''],
    ["'引号", '', '1', '', '', '', ''],
    ['="x"', '', '1', '', '', '', ''],
    ['_x0041_ <b>&amp;', '', '1', '', '', '', ''],
    ['＝1+1', '', '1', '', '', '', ''],
  ]
  const { dataset, open } = made(rows)
  await expectEqual(await publish(dataset, open, config), dataset, 0, rows)
})

test('a number with more digits than a binary type holds is DECIMAL, and a longer one text', async () => {
  const narrow = ['long', 'longer', 'whole'].map((name) =>
    tableField.parse({ name, type: name === 'whole' ? 'integer' : 'number' }),
  )
  const rows = [
    ['1.5', '2', '3'],
    ['1234567890.12345678901234567890', '1e400', '123456789012345678901234567890'],
    ['-0.1', `1.${'3'.repeat(50)}`, '-1'],
  ]
  const { dataset, open } = made(rows, narrow)
  const files = await publish(dataset, open, config)
  await expectEqual(files, dataset, 0, rows)
  const types = await query(files, `SELECT column_type FROM (DESCRIBE SELECT * FROM '$DIR/rows.parquet')`)
  expect(types.flat()).toEqual(['DECIMAL(38,20)', 'VARCHAR', 'DECIMAL(38,0)'])
})

test('Parquet has the types of the schema, nulls where values are missing, and says what its columns are', async () => {
  const rows = [
    ['010100', '1.5', '2', '2024', '2024-01-31', '2024-01-31T10:00:00Z', '是'],
    ['', '', '', '', '', '', ''],
  ]
  const { dataset, open } = made(rows)
  const files = await publish(dataset, open, config)
  const types = await query(files, `SELECT column_type FROM (DESCRIBE SELECT * FROM '$DIR/rows.parquet')`)
  expect(types.flat()).toEqual([
    'VARCHAR',
    'DOUBLE',
    'BIGINT',
    'INTEGER',
    'DATE',
    'TIMESTAMP WITH TIME ZONE',
    'BOOLEAN',
  ])
  const said = await query(files, `SELECT decode(key), decode(value) FROM parquet_kv_metadata('$DIR/rows.parquet')`)
  expect(Object.fromEntries(said)).toMatchObject({ title: dataset.title, version: '1.0.0', dataset: 'made' })
  expect(JSON.parse(Object.fromEntries(said)['columns'] ?? '')[1]).toEqual({
    name: 'amount',
    title: '金额',
    unit: '元',
  })
})

test('a table without rows has every format', async () => {
  const { dataset, open } = made([])
  await expectEqual(await publish(dataset, open, config), dataset, 0, [])
})

test('any text in any column comes through every format', async () => {
  // A table that was checked has no blanks around its cells and no rows without any.
  const row = fc
    .tuple(...fields.map(() => odd.map((text) => text.trim())))
    .filter((cells) => cells.some((cell) => cell !== ''))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
      const { dataset, open } = made(rows)
      await expectEqual(await publish(dataset, open, config), dataset, 0, rows)
    }),
    { numRuns: 15 },
  )
})

test('the same rows give the same bytes, however they come, in whatever zone', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [
    `c${at % 97}`,
    String(at / 8),
    String(at),
    '2024',
    '2024-01-31',
    '',
    '是',
  ])
  const { dataset } = made(rows)
  const zone = process.env['TZ']
  const once = await publish(dataset, () => batches(rows, 3000), config)
  try {
    process.env['TZ'] = 'Pacific/Kiritimati'
    expect(await publish(dataset, () => batches(rows, 11), config)).toEqual(once)
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})

test('a late cell that does not fit makes the whole column wider', async () => {
  const [amount] = [tableField.parse({ name: 'amount', type: 'number' })]
  const rows = Array.from({ length: 25_000 }, (_, at) => [at === 24_000 ? '0.12345678901234567890123' : `${at}.5`])
  const { dataset, open } = made(rows, [amount])
  const files = await publish(dataset, open, config)
  expect((await readParquet(files, 'rows.parquet')).map(([cell]) => Number(cell))).toEqual(
    rows.map(([cell]) => Number(cell)),
  )
  expect(await query(files, `SELECT column_type FROM (DESCRIBE SELECT * FROM '$DIR/rows.parquet')`)).toEqual([
    ['DECIMAL(38,23)'],
  ])
})

test('a large table has Parquet in parts and no JSON, and says what to use instead', async () => {
  const own = ['code', 'note'].map((name) => tableField.parse({ name }))
  const rows = Array.from({ length: 120_000 }, (_, at) => [String(at).padStart(18, '0'), `第${at}行`])
  const { dataset, open } = made(rows, own, 40 * 2 ** 20)
  const files = await publish(dataset, open, config)
  const names = [...files.keys()].filter((name) => name.startsWith('rows')).sort()
  expect(names).toEqual(['rows-0001.parquet', 'rows-0002.parquet', 'rows.csv', 'rows.excel.csv', 'rows.ndjson'])
  expect(omittedFormats(dataset)).toEqual([
    {
      format: 'JSON',
      table: 'rows',
      words: '“示例表”有 120,000 行，超过 100,000 行，不提供 JSON；请用 NDJSON，可以逐行读。',
    },
  ])
  const [count, differing] = await Promise.all([
    query(files, `SELECT count(*), min(code), max(code) FROM '$DIR/rows-*.parquet'`),
    query(
      files,
      `SELECT count(*) FROM (SELECT * FROM '$DIR/rows-*.parquet' EXCEPT SELECT * FROM read_csv('$DIR/rows.csv', all_varchar = true))`,
    ),
  ])
  expect(count).toEqual([['120000', rows[0]?.[0], rows.at(-1)?.[0]]])
  expect(differing).toEqual([['0']])
})

test('above 200,000 rows there is no workbook', async () => {
  const rows = Array.from({ length: 200_001 }, (_, at) => [String(at % 10)])
  const { dataset, open } = made(rows, [tableField.parse({ name: 'digit' })])
  expect([...(await publish(dataset, open, config)).keys()]).not.toContain('made.xlsx')
  expect(omittedFormats(dataset).map(({ format }) => format)).toEqual(['JSON', 'XLSX'])
})

test('a text too long for Excel is cut there and says so, and is whole elsewhere', async () => {
  const rows = [['字'.repeat(40_000)]]
  const { dataset, open } = made(rows, [tableField.parse({ name: 'note' })])
  const files = await publish(dataset, open, config)
  const [[cell]] = (await readWorkbookSheet(files.get('made.xlsx') ?? Buffer.of(), 2)) as [[string]]
  expect(cell).toHaveLength(32_767)
  expect(cell).toMatch(/全文见 CSV）$/)
  expect(readJson(files.get('rows.json')?.toString() ?? '')).toEqual([{ note: rows[0]?.[0] }])
})

test('a writer that fails is heard, and leaves no other waiting', async () => {
  const { dataset, open } = made([['010100', '', '', '', '', '', '']])
  const write = async (path: string, chunks: AsyncIterable<Uint8Array>) => {
    if (path.endsWith('.ndjson')) throw new Error('no space left')
    await Array.fromAsync(chunks)
  }
  await expect(publishDataset(dataset, open, write, config)).rejects.toThrow('no space left')
})

async function expectEqual(files: Files, dataset: Dataset, index: number, source: Rows) {
  const table = dataset.tables[index]
  if (!table) throw new Error('no table')
  const file = (ending: string) => files.get(table.path.replace('.csv', ending)) ?? Buffer.of()
  const columns = table.header.map((name) => table.schema.fields.find((field) => field.name === name))
  const missing = columns.map((field) => new Set(['', ...missingTexts(table.schema, field)]))
  const meanings = (rows: readonly (readonly ReadCell[])[]) =>
    rows.map((row) => columns.map((field, at) => (row[at] == null ? null : meaningOf(field, row[at]))))
  const header = [...table.header]
  const values = meanings(source.map((row) => row.map((cell, at) => (missing[at]?.has(cell) ? null : cell))))

  expect(readCsv(file('.csv'))).toEqual([header, ...source])
  expect(readCsv(file('.excel.csv')).map((row) => row.map(unguarded))).toEqual([header, ...source])
  const texts = await query(new Map([[table.path, file('.csv')]]), readCsvAs(table.path, header))
  expect(texts).toEqual(source.map((row) => row.map((cell) => cell || null)))
  const objects = readJson(file('.json').toString())
  expect(objects.map((row) => Object.keys(row))).toEqual(source.map(() => header))
  expect(meanings(objects.map((row) => Object.values(row)))).toEqual(values)
  const lines = file('.ndjson').toString().split('\n').slice(0, -1)
  expect(lines.flatMap((line) => readJson(`[${line}]`))).toEqual(objects)
  expect(meanings(await readParquet(files, table.path.replace('.csv', '.parquet')))).toEqual(values)
  // A workbook is for people: it keeps the words that stand for a missing value.
  const sheet = await readWorkbookSheet(files.get(`${dataset.id}.xlsx`) ?? Buffer.of(), index + 2)
  expect(meanings(sheet)).toEqual(meanings(source.map((row) => row.map((cell) => cell || null))))
}

/** Every column as text, by the rules of RFC 4180, nothing guessed. */
function readCsvAs(name: string, header: readonly string[]): string {
  const columns = header.map((column) => `'${column}': 'VARCHAR'`).join(', ')
  const rules = `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n'`
  return `SELECT * FROM read_csv('$DIR/${name}', columns = {${columns}}, ${rules})`
}

function readParquet(files: Files, name: string): Promise<ReadCell[][]> {
  const bytes = files.get(name) ?? Buffer.of()
  return query(new Map([[name, bytes]]), `SELECT * FROM read_parquet('$DIR/${name}')`)
}
