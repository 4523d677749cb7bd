import { expect, test } from 'vitest'
import { readDatasets } from '../../../src/read/data/datasets.ts'
import type { Files } from '../../../src/read/files.ts'
import { privacyGate } from '../../../src/read/privacy/privacy-gate.ts'
import { readTableRows } from '../../../src/read/table/table-rows.ts'
import { base, overlay } from '../overlay.ts'

const options = { asOf: '2026-11-20', gate: privacyGate([]) }

/** The base root with some files put over it; undefined takes a file away. */
async function withFiles(changes: Readonly<Record<string, string>>): Promise<Files> {
  const files = await overlay(base)
  const texts = new Map(files.texts)
  const tables = new Map(files.tables)
  for (const [path, text] of Object.entries(changes)) {
    if (!path.endsWith('.csv')) texts.set(path, text)
    else {
      const open = async function* () {
        yield Buffer.from(text)
      }
      tables.set(path, { path, bytes: Buffer.byteLength(text), open })
    }
  }
  return { ...files, texts, tables }
}

const descriptor = (name: string, resources: string, gongbao = '') => `name: ${name}
title: 虚构示例
description: 虚构示例，只用于测试：这里的地方、机构、指标、来源和数字都是编的，与真实的城市、企业、文件和个人无关，请勿引用。
version: 1.0.0
created: 2024-01-01
resources:
${resources}
gongbao: { disclosure: 无条件开放, updateCycle: 不定期, updatedOn: 2024-01-01, provider: 示例发布者${gongbao} }
`

test('the base root gives registers and observations', async () => {
  const site = await readDatasets(await overlay(base), options)
  expect(site.issues).toEqual([])
  expect(site.organizations.get('sl-zfb')?.documentCodes).toEqual(['示政办发', '示政办'])
  expect(site.indicators.get('shop-new')?.nearMatches).toEqual([
    { indicator: 'shop-stock', why: '新增是一段时期的数，在册是一个时点的数' },
  ])
  expect(site.observations.map((one) => [one.id, one.value, one.period.end, one.approx])).toEqual([
    ['example/2', 30, '2024-06-30', undefined],
    ['example/3', 64, '2024-12-31', undefined],
    ['example/4', 21000, '2024-12-31', undefined],
    ['example/5', 180000000, '2024-12-31', '约'],
  ])
  expect(site.datasets.get('example')?.tables[0]?.summary.rows).toBe(4)
})

test('service items, projects and events are read and their references checked', async () => {
  const fields = (names: readonly string[]) => names.map((name) => `        - { name: ${name} }`).join('\n')
  const table = (name: string, names: readonly string[]) =>
    `  - name: ${name}\n    path: ${name}.csv\n    gongbao:profile: ${name}\n    schema:\n      fields:\n${fields(names)}`
  const services = [
    'id',
    'name',
    'organization',
    'category',
    'mode',
    'materialsBefore',
    'materialsAfter',
    'region',
    'source',
  ]
  const projects = ['id', 'name', 'region', 'investment', 'status', 'statusOn', 'owner', 'source']
  const events = ['id', 'title', 'start', 'end', 'kind', 'region', 'source']
  const files = await withFiles({
    'data/more/datapackage.yaml': descriptor(
      'more',
      [table('services', services), table('projects', projects), table('events', events)].join('\n'),
    ),
    'data/more/services.csv': `${services.join(',')}\ns1,开店,sl-scjgj,许可,承诺即入,5,2,990100,sl-doc\ns2,关店,sl-scj,许可,普通,,,990100,sl-doc\n`,
    'data/more/projects.csv': `${projects.join(',')}\np1,示例项目,990101,1000000,在建,2024-01-01,sl-czj,sl-news\n`,
    'data/more/events.csv': `${events.join(',')}\ne1,示例会议,2024-01-01,,会议,990100,sl-news\ne2,示例聚会,2024-01-01,,聚会,990100,\n`,
  })
  const site = await readDatasets(files, options)
  expect(site.issues.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`).sort()).toEqual([
    'REF-001 data/more/services.csv:3:7',
    'TBL-014 data/more/events.csv:3:21',
  ])
  expect(site.services[0]).toMatchObject({ id: 's1', dataset: 'more', materialsBefore: 5, materialsAfter: 2 })
  expect(site.services[1]?.materialsBefore).toBeUndefined()
  expect(site.projects[0]).toMatchObject({ id: 'p1', investment: 1000000, owner: 'sl-czj' })
  expect(site.events).toMatchObject([{ id: 'e1', start: '2024-01-01', end: '2024-01-01', kind: '会议' }])
})

test('a restricted dataset is listed without tables, and needs no file', async () => {
  const resources = '  - { name: secret, path: secret.csv, schema: { fields: [{ name: id }] } }'
  const text = descriptor('limited', resources).replace('无条件开放', '受限开放')
  const site = await readDatasets(await withFiles({ 'data/limited/datapackage.yaml': text }), options)
  expect(site.issues).toEqual([])
  expect(site.datasets.get('limited')?.tables).toEqual([])
})

test('a register that lost its header is one fault, not one for each reference', async () => {
  const site = await readDatasets(await withFiles({ 'data/registers/sources.csv': 'identity;kind\n' }), options)
  expect([...new Set(site.issues.map((one) => one.code))]).toEqual(['TBL-001'])
})

test('a register without one of its columns is one fault, not one for each row', async () => {
  const text = 'code,name,parent,note\n990000,示例省,,\n990100,示例市,990000,\n990101,示例县,990100,\n'
  const site = await readDatasets(await withFiles({ 'data/registers/regions.csv': text }), options)
  expect(site.issues.map((one) => one.code)).toEqual(['TBL-002'])
})

test('the same id in two tables of one profile is reported', async () => {
  const columns = ['id', 'title', 'start', 'kind', 'region']
  const one = (name: string) =>
    `  - { name: ${name}, path: ${name}.csv, gongbao:profile: events, schema: { fields: [${columns.map((column) => `{ name: ${column} }`).join(', ')}] } }`
  const rows = `${columns.join(',')}\ne1,示例会议,2024-01-01,会议,990100\n`
  const files = await withFiles({
    'data/days/datapackage.yaml': descriptor('days', `${one('first')}\n${one('second')}`),
    'data/days/first.csv': rows,
    'data/days/second.csv': rows,
  })
  const site = await readDatasets(files, options)
  expect(site.issues.map(({ code, file, line }) => `${code} ${file}:${line}`)).toEqual([
    'REF-008 data/days/second.csv:2',
  ])
})

test('a withheld column is checked and never published', async () => {
  const files = await withFiles({
    'data/firms/datapackage.yaml': descriptor(
      'firms',
      `  - name: firms
    path: firms.csv
    schema:
      fields:
        - { name: industry }
        - { name: top, type: number, gongbao:withheld: true, constraints: { maximum: 1 } }
        - { name: output, type: number }`,
    ),
    'data/firms/firms.csv': 'industry,top,output\n甲,0.4,5\n乙,7,6\n',
  })
  const { datasets, issues } = await readDatasets(files, options)
  expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([['TBL-017', 3, 3]])
  const table = datasets.get('firms')?.tables[0]
  if (!table) throw new Error('no table')
  expect(table.header).toEqual(['industry', 'output'])
  expect(table.schema.fields.map((field) => field.name)).toEqual(['industry', 'output'])
  expect(table.summary.columns.map((column) => column.name)).toEqual(['industry', 'output'])
  expect(table.summary.preview[0]).toEqual(['甲', '5'])
  const rows: (readonly string[])[] = []
  for await (const batch of readTableRows(table, () => files.tables.get(table.file)?.open() ?? nothing()))
    rows.push(...batch)
  expect(rows).toEqual([
    ['甲', '5'],
    ['乙', '6'],
  ])
})

async function* nothing(): AsyncGenerator<Uint8Array> {}
