import { parquetWriteBuffer } from 'hyparquet-writer'
import { expect, test } from 'vitest'
import { cellOf } from '../../../src/browser/query/column.ts'
import { openTable } from '../../../src/browser/query/open-table.ts'
import { toCsv } from '../../../src/publish/formats/csv-text.ts'
import type { QueryTable } from '../../../src/publish/query/query-table.ts'

const rows = 60_000
const parts = [rows / 2, rows]
const text = (row: number) => (row % 7 === 0 ? null : `第 ${(row * 7919) % 1_000_003}，"项"`)
const number = (row: number) => (row % 5 === 0 ? null : row / 8)
const day = (row: number) => new Date(Date.UTC(2020, 0, 1 + (row % 400)))

const csv = toCsv([
  ['name', 'value', 'on'],
  ...numbers(0, rows).map((row) => [text(row) ?? '', number(row) ?? '', day(row).toISOString().slice(0, 10)]),
])
const files = new Map<string, Uint8Array<ArrayBuffer>>([
  ['/base/t.csv', new TextEncoder().encode(csv)],
  ...parts.map((end, index): [string, Uint8Array<ArrayBuffer>] => [
    `/base/t-000${index + 1}.parquet`,
    new Uint8Array(parquetOf(numbers(index === 0 ? 0 : (parts[index - 1] ?? 0), end))),
  ]),
])

test('Parquet in parts by Range, Parquet from a host without Range, and CSV give the same table', async () => {
  const asked: string[] = []
  const [byRange, whole, plain] = await Promise.all([
    columnsOf(tableOf(true), serve({ range: true, asked })),
    columnsOf(tableOf(true), serve({ range: false })),
    columnsOf(tableOf(false), serve({ range: true })),
  ])
  expect(byRange).toEqual(whole)
  expect(byRange).toEqual(plain)
  expect(byRange[1]).toEqual(['第 7919，"项"', 0.125, '2020-01-02'])
  expect(byRange[0]).toEqual([undefined, undefined, '2020-01-01'])
  expect(asked.length).toBeGreaterThan(parts.length)
  expect(asked.every((range) => range.startsWith('bytes='))).toBe(true)
})

test('only the columns that are asked for are fetched', async () => {
  let bytes = 0
  const open = openTable(tableOf(true), {
    base: '/base',
    fetcher: serve({ range: true, onBytes: (count) => (bytes += count) }),
  })
  await open.columns(['value'])
  const total = [...files].filter(([path]) => path.endsWith('.parquet')).reduce((sum, [, file]) => sum + file.length, 0)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(0.6 * total)
})

test('some rows are fetched without the others, over the seam of two parts as well', async () => {
  const names = tableOf(true).columns.map(({ name }) => name)
  for (const parquet of [true, false]) {
    let bytes = 0
    const table = tableOf(parquet)
    const fetcher = serve({ range: true, onBytes: (count) => (bytes += count) })
    const columns = await openTable(table, { base: '/base', fetcher }).part(rows / 2 - 2, rows / 2 + 2)
    const shown = numbers(0, 4).map((row) => names.map((name) => cellOf(columns.get(name) as never, row)))
    const whole = await columnsOf(table, serve({ range: true }))
    expect(shown).toEqual(whole.slice(rows / 2 - 2, rows / 2 + 2))
    if (parquet) expect(bytes).toBeLessThan(0.6 * table.parquet.reduce((sum, file) => sum + file.bytes, 0))
  }
})

test('where Parquet is not sent as it was published, the CSV serves; where neither is, nothing is shown', async () => {
  const table = tableOf(true)
  const other = { ...table, parquet: table.parquet.map((file) => ({ ...file, bytes: file.bytes + 1 })) }
  const fetcher = serve({ range: false })
  expect(await columnsOf(other, fetcher)).toEqual(await columnsOf(table, fetcher))
  const newer = { ...other, rows: rows + 1 }
  await expect(openTable(newer, { base: '/base', fetcher }).columns(['value'])).rejects.toThrow(/expected 60001/)
})

test('a failed request may be tried again', async () => {
  let fail = true
  const works = serve({ range: true })
  const fetcher: typeof fetch = async (...request) => (fail ? new Response(null, { status: 503 }) : works(...request))
  const open = openTable(tableOf(true), { base: '/base', fetcher })
  await expect(open.columns(['value'])).rejects.toThrow('503')
  fail = false
  expect((await open.columns(['value'])).get('value')?.kind).toBe('number')
})

function tableOf(parquet: boolean): QueryTable {
  return {
    name: 't',
    title: '表',
    profile: 'table',
    rows,
    columns: [
      { name: 'name', title: '名称', type: 'string' },
      { name: 'value', title: '数值', type: 'number' },
      { name: 'on', title: '日期', type: 'date' },
    ],
    parquet: parquet
      ? parts.map((_, index) => {
          const path = `/t-000${index + 1}.parquet`
          return { path, bytes: files.get(`/base${path}`)?.length ?? 0 }
        })
      : [],
    csv: { path: '/t.csv', bytes: files.get('/base/t.csv')?.length ?? 0 },
  }
}

async function columnsOf(table: QueryTable, fetcher: typeof fetch) {
  const names = table.columns.map(({ name }) => name)
  const columns = await openTable(table, { base: '/base', fetcher }).columns(names)
  return numbers(0, rows).map((row) => names.map((name) => cellOf(columns.get(name) as never, row)))
}

function serve({
  range,
  asked = [],
  onBytes = () => {},
}: {
  range: boolean
  asked?: string[]
  onBytes?: (count: number) => void
}): typeof fetch {
  return async (input, init) => {
    const file = files.get(String(input))
    if (!file) return new Response(null, { status: 404 })
    const wanted = new Headers(init?.headers).get('Range')
    if (wanted) asked.push(wanted)
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(wanted ?? '') ?? []
    const part = range && from ? file.slice(Number(from), Number(to) + 1) : file
    onBytes(part.length)
    return new Response(part, { status: range && from ? 206 : 200 })
  }
}

function parquetOf(all: readonly number[]): ArrayBuffer {
  return parquetWriteBuffer({
    columnData: [
      { name: 'name', data: all.map(text) },
      { name: 'value', data: all.map(number) },
      { name: 'on', data: all.map((row) => day(row).getTime() / 86_400_000) },
    ],
    schema: [
      { name: 'root', num_children: 3 },
      { name: 'name', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      { name: 'value', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
      { name: 'on', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
    ],
    rowGroupSize: 5000,
  })
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
