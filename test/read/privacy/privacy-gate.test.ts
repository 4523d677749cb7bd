import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dataResource } from '../../../src/model/data/dataset.ts'
import { privacyGate } from '../../../src/read/privacy/privacy-gate.ts'
import { readTable } from '../../../src/read/table/table.ts'

const list = (name: string) => JSON.parse(readFileSync(`test/fixtures/personal-data/${name}.json`, 'utf8'))
const found = (list('found') as { kind: string; text: string; label?: string }[]).filter((one) => !one.label)
const silent = list('silent') as string[]

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

function read(header: string, fields: object[], rows: readonly string[], gate = privacyGate([])) {
  const resource = dataResource.parse({ name: 'shops', path: 'shops.csv', schema: { fields } })
  const bytes = Buffer.from(`${header}\n${rows.join('\n')}\n`)
  const open = async function* () {
    yield bytes
  }
  return readTable({ file: 'data/shops/shops.csv', resource, open, gate })
}

async function personal(...given: Parameters<typeof read>) {
  return (await read(...given)).issues.filter((one) => one.code.startsWith('PII'))
}

// The first rows are kept for the preview and read as text; those behind them go by their bytes.
const plainRows = Array.from({ length: 25 }, (_, row) => `${row},示例${row}`)
const text = [{ name: 'id', type: 'integer' }, { name: 'words' }]

test('every variant is found in a cell that goes by its bytes', async () => {
  const missed: string[] = []
  for (const one of found) {
    const issues = await personal('id,words', text, [...plainRows, `99,${quoted(one.text)}`])
    if (issues.length !== 1) missed.push(one.text)
  }
  expect(missed).toEqual([])
})

test('nothing is found in the cells of figures and codes', async () => {
  const rows = [...plainRows, ...silent.map((words) => `99,${quoted(words)}`)]
  expect(await personal('id,words', text, rows)).toEqual([])
})

const numbers = (name: string, more: object = {}) => [
  { name: 'key', type: 'integer' },
  { name, type: 'integer', ...more },
]
const telephones = Array.from({ length: 40 }, (_, row) => `${row},138${12340000 + row * 7 + 1}`)

test.each([
  ['手机号', {}, 40],
  ['sjh', {}, 40],
  ['x', { title: '联系电话' }, 40],
  ['x', {}, 40], // nobody says what it is, and most are mobiles
  ['amount', {}, 0],
  ['x', { 'gongbao:unit': '元' }, 0],
  ['x', { title: '产值（元）' }, 0],
  ['订单号', {}, 0],
])('a column of numbers “%s” %j gives %i', async (name, more, count) => {
  for (const type of ['integer', 'number', 'any', 'string']) {
    if (type === 'any' && count === 0) continue
    const issues = await personal(`key,${name}`, numbers(name, { ...more, type }), telephones)
    if (type === 'string' && count === 0) continue
    expect(issues.map((one) => one.code)).toEqual(Array(count).fill('PII-002'))
  }
})

test('single figures among others are no telephones', async () => {
  const rows = Array.from({ length: 60 }, (_, row) => `${row},${row % 3 === 0 ? 13812345671 + row : 700000 + row}`)
  expect(await personal('key,x', numbers('x'), rows)).toEqual([])
})

test.each(['身份证号', 'id_no', 'x'])('citizens’ numbers in a column of integers “%s”', async (name) => {
  const rows = [...Array.from({ length: 25 }, (_, row) => `${row},${row}`), '99,330782199003074516']
  expect((await personal(`key,${name}`, numbers(name), rows)).map((one) => [one.code, one.line])).toEqual([
    ['PII-001', 27],
  ])
})

test('cards in a column of integers', async () => {
  const rows = [...Array.from({ length: 25 }, (_, row) => `${row},${row}`), '99,6222021234567890128']
  expect((await personal('key,卡号', numbers('卡号'), rows)).map((one) => one.code)).toEqual(['PII-009'])
  expect(await personal('key,total', numbers('total'), rows)).toEqual([])
})

test.each([
  ['姓名,身份证号', ['姓名', '身份证号'], true],
  ['xm,sfzh', ['xm', 'sfzh'], true],
  ['name,id_no', ['name', 'id_no'], true],
  ['户主,家庭住址', ['户主', '家庭住址'], true],
  ['姓名,银行卡号', ['姓名', '银行卡号'], true],
  ['xm,sjh', ['xm', 'sjh'], true],
  ['full_name,phone', ['full_name', 'phone'], true],
  ['name,phone', ['name', 'phone'], false],
  ['机构名称,联系人,联系电话', ['机构名称', '联系人', '联系电话'], false],
  ['姓名,职务,办公电话', ['姓名', '职务', '办公电话'], false],
  ['企业名称,统一社会信用代码,地址', ['企业名称', '统一社会信用代码', '地址'], false],
])('%s is a list of persons: %s %s', async (header, names, isList) => {
  const fields = names.map((name) => ({ name }))
  const codes = (await personal(header, fields, [names.map(() => '略').join(',')])).map((one) => one.code)
  expect(codes.includes('PII-013')).toBe(isList)
  const approved = privacyGate(['data/shops/shops.csv'])
  expect(
    (await personal(header, fields, [names.map(() => '略').join(',')], approved)).map((one) => one.code),
  ).not.toContain('PII-013')
})
