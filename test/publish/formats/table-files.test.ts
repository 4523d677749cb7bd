import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Table } from '../../../src/model/data/dataset.ts'
import { siteConfig } from '../../../src/model/site-config.ts'
import { publishDataset } from '../../../src/publish/formats/table-files.ts'
import { readDatasets } from '../../../src/read/data/datasets.ts'
import { privacyGate } from '../../../src/read/privacy/privacy-gate.ts'
import { readTableRows } from '../../../src/read/table/table-rows.ts'
import { base, overlay } from '../../read/overlay.ts'

const config = siteConfig.parse({
  name: '公报',
  place: '示例市',
  region: '330000',
  subtitle: '示例',
  description: '示例站点',
  languages: ['zh'],
  publisher: '示例市人民政府办公室',
  url: 'https://example.gov.cn',
  licence: { id: 'CC-BY-4.0', title: '署名 4.0' },
})

async function publish(id: string) {
  const files = await overlay(base)
  const { datasets } = await readDatasets(files, { asOf: '2026-11-20', gate: privacyGate([]) })
  const dataset = datasets.get(id)
  if (!dataset) throw new Error(`no dataset ${id}`)
  const bytesOf = new Map<string, Buffer>()
  const written = { keys: () => bytesOf.keys(), get: (path: string) => bytesOf.get(path)?.toString() }
  const open = (table: Table) =>
    readTableRows(table, () => files.tables.get(table.file)?.open() ?? ([] as unknown as AsyncIterable<Uint8Array>))
  const write = async (path: string, chunks: AsyncIterable<Uint8Array>) => {
    const parts: Uint8Array[] = []
    for await (const chunk of chunks) parts.push(chunk)
    bytesOf.set(path, Buffer.concat(parts))
  }
  const published = await publishDataset(dataset, open, write, config)
  return { dataset, written, bytesOf, published, open, write }
}

test('every file is listed with its true size and checksum', async () => {
  const { written, bytesOf, published } = await publish('example')
  expect(published.map((file) => file.path).sort()).toEqual([...bytesOf.keys()].sort())
  for (const { path, bytes, sha256 } of published) {
    const content = bytesOf.get(path) ?? Buffer.of()
    expect(bytes).toBe(content.length)
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'))
  }
  const sums = written.get('/data/example/latest/SHA256SUMS')?.trim().split('\n')
  expect(sums).toEqual(published.slice(0, -1).map((file) => `${file.sha256}  ${file.path.split('/').at(-1)}`))
})

test('CSV, JSON and descriptor tell the same', async () => {
  const { written, published, dataset } = await publish('example')
  const csv = written.get('/data/example/latest/observations.csv') ?? ''
  const json = JSON.parse(written.get('/data/example/latest/observations.json') ?? '')
  const descriptor = JSON.parse(written.get('/data/example/latest/datapackage.json') ?? '')
  expect(csv.split('\n')[0]).toBe(dataset.tables[0]?.header.join(','))
  expect(json).toHaveLength(4)
  expect(json[0]).toMatchObject({ indicator: 'shop-new', value: 30, approx: null })
  expect(published[0]).toMatchObject({ format: 'CSV', rows: 4 })
  expect(descriptor).toMatchObject({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'example',
    licenses: [{ name: 'CC-BY-4.0' }],
    gongbao: { disclosure: '无条件开放' },
  })
  expect(descriptor.resources[0]).toMatchObject({
    bytes: published[0]?.bytes,
    hash: `sha256:${published[0]?.sha256}`,
    encoding: 'utf-8',
    mediatype: 'text/csv',
    'gongbao:profile': 'observations',
  })
  expect(descriptor.resources[0].schema.fields.map((field: { name: string }) => field.name)).toEqual(
    csv.split('\n')[0]?.split(','),
  )
})

test('the same dataset gives the same bytes', async () => {
  expect((await publish('registers')).published).toEqual((await publish('registers')).published)
})

test('a dataset that is not open has no files', async () => {
  const { dataset, open, write } = await publish('example')
  const closed = { ...dataset, gongbao: { ...dataset.gongbao, disclosure: '受限开放' as const } }
  expect(await publishDataset(closed, open, write, config)).toEqual([])
})

test('rows survive the way out and back in, in any chunks', async () => {
  const { dataset, write, written } = await publish('example')
  const [table] = dataset.tables
  if (!table) throw new Error('no table')
  const names = ['a', 'b']
  const cell = fc.string({ unit: fc.constantFrom('a', '市', ',', '"', '\n', '𠮷'), maxLength: 5 })
  const rows = fc.array(fc.tuple(cell, cell), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), async (cells, size) => {
      const shape = { ...table, header: names, schema: { ...table.schema, fields: [] } }
      async function* batches() {
        yield cells
      }
      await publishDataset({ ...dataset, tables: [shape] }, batches, write, config)
      const data = Buffer.from(written.get(`/data/example/latest/${table.path}`) ?? '')
      async function* bytes() {
        for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size)
      }
      const back: (readonly string[])[] = []
      for await (const batch of readTableRows(shape, bytes)) back.push(...batch)
      const kept = cells.map((row) => row.map((text) => text.trim())).filter((row) => row.some((text) => text !== ''))
      expect(back).toEqual(kept)
      expect(JSON.parse(written.get(`/data/example/latest/${table.path.replace('.csv', '.json')}`) ?? '')).toHaveLength(
        cells.length,
      )
    }),
    { numRuns: 40 },
  )
})
