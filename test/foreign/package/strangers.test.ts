import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { checkPackage } from '../../../src/foreign/package/check.ts'

const home = mkdtempSync(join(tmpdir(), 'gongbao-package-'))
afterAll(() => rmSync(home, { recursive: true }))
let count = 0

type Content = string | Uint8Array | object

/** What is said of a package of these files, without its folder: place, code and message. */
async function said(files: Readonly<Record<string, Content>>): Promise<string[]> {
  const folder = join(home, String(++count))
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    const isText = typeof content === 'string' || content instanceof Uint8Array
    writeFileSync(path, isText ? content : JSON.stringify(content))
  }
  return report(folder)
}

async function report(folder: string): Promise<string[]> {
  const { issues } = await checkPackage(folder)
  const plain = (text: string) => text.replaceAll(`${folder}/`, '')
  return issues.map((one) => plain(`${plain(one.file)}:${one.line}:${one.column} ${one.code} ${one.message.en}`))
}

const fields = [
  { name: 'a', type: 'integer' },
  { name: 'b', type: 'string' },
]
const described = (resource: object, schema: object = { fields }) => ({
  name: 'x',
  resources: [{ name: 'a', path: 'a.csv', schema, ...resource }],
})
const csv = (text: string | Uint8Array, schema?: object, more: object = {}) =>
  said({ 'datapackage.json': described(more, schema), 'a.csv': text })
const rows = (name: string, text: string, more: object = {}) =>
  said({ 'datapackage.json': described({ path: name, ...more }), [name]: text })

describe('a descriptor in JSON', () => {
  const resources = '"resources":[{"name":"a","path":"a.csv"}]'
  test.each([
    ['a comma too many', `{"name":"x",\n${resources},}`, 'datapackage.json:2:43 PKG-002 not valid JSON: a quoted name'],
    ['a comment', `{"name":"x", // x\n${resources}}`, 'datapackage.json:1:14 PKG-002 not valid JSON: a quoted name'],
    ['YAML', 'name: x\n', 'datapackage.json:1:1 PKG-002 not valid JSON: a value'],
    [
      'a key of a resource twice',
      `{${resources.replace('}', ',"path":"b"}')}}`,
      'datapackage.json:1:42 PKG-002 “path”',
    ],
    [
      'UTF-16',
      Buffer.from(`\ufeff{${resources}}`, 'utf16le'),
      'datapackage.json:1:1 PKG-002 the descriptor is encoded in UTF-16LE',
    ],
  ])('holds %s', async (_what, text, expected) => {
    const [first] = await said({ 'datapackage.json': text, 'a.csv': 'a\n1\n' })
    expect(first?.startsWith(expected), first).toBe(true)
  })

  test('may hold many rows', async () => {
    const data = Array.from({ length: 30_000 }, (_, index) => ({ a: index, b: `x${index}` }))
    expect(await said({ 'datapackage.json': described({ path: undefined, data }) })).toEqual([])
  })

  test('must not be nested without end', async () => {
    const text = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    expect(await said({ 'datapackage.json': text })).toEqual([
      'datapackage.json:1:70 PKG-002 not valid JSON: it is nested too deeply.',
    ])
  })
})

test('a key written twice in a list of YAML is found', async () => {
  const yaml = 'name: x\nresources:\n  - name: a\n    path: a.csv\n    path: b.csv\n'
  expect(await said({ 'datapackage.yaml': yaml, 'a.csv': 'a\n', 'b.csv': 'a\n' })).toEqual([
    'datapackage.yaml:5:5 DOC-001 The YAML cannot be read: “path” is written twice.',
  ])
})

test('a link of the disk does not lead out of the package', async () => {
  const folder = join(home, 'linked')
  mkdirSync(folder)
  writeFileSync(join(home, 'secret.csv'), 'a,b\nq,x\n')
  writeFileSync(join(folder, 'datapackage.json'), JSON.stringify(described({})))
  symlinkSync('../secret.csv', join(folder, 'a.csv'))
  expect((await report(folder)).map((one) => one.split(' ')[1])).toEqual(['PKG-003'])
})

describe('rows of JSON', () => {
  test('may leave out what they do not have', async () => {
    expect(await rows('a.json', '[{"a":1},{"a":2,"b":"x"}]')).toEqual([])
    expect(await rows('a.ndjson', '{"a":1}\n{"a":2,"b":"x"}\n')).toEqual([])
    expect(await rows('a.json', '[]')).toEqual([])
  })

  test('have no column in the middle that nobody described', async () => {
    const [first] = await rows('a.ndjson', '{"a":1,"b":"x"}\n{"a":2,"b":"y","c":1}\n')
    expect(first).toMatch(/^a\.ndjson:2:20 TBL-003 /)
  })

  test('are all of one kind', async () => {
    expect(await rows('a.json', '[{"a":1,"b":"x"},\n[2,"y"]]')).toEqual([
      'a.json:2:1 PKG-008 a.json: this row should be a JSON object, as the other rows are.',
    ])
  })

  test('hold values of the type of the column', async () => {
    expect(await rows('a.json', '[{"a":true,"b":2}]')).toEqual([
      'a.json:1:7 TBL-011 “a” holds a whole number; found “true”.',
      'a.json:1:16 TBL-011 “b” holds text; found “2”.',
    ])
  })

  test('are not nested without end', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect((await rows('a.json', deep)).map((one) => one.split(' ')[1])).toEqual(['PKG-008'])
    expect((await rows('a.ndjson', deep)).map((one) => one.split(' ')[1])).toEqual(['PKG-008'])
  })

  test('of a text in the descriptor stand where that text does', async () => {
    const [first] = await said({
      'datapackage.json': described({ path: undefined, format: 'json', data: '[{"a":"q",\n\n"b":"x"}]' }),
    })
    expect(first).toMatch(/^datapackage\.json:1:\d+ TBL-011/)
  })
})

describe('a packed file', () => {
  const text = 'a,b\nq,x\n'
  const faulty = [expect.stringContaining(':2:1 TBL-011')]
  test('may have any name when the descriptor says how it is packed', async () => {
    expect(await csv(gzipSync(text), undefined, { compression: 'gz' })).toEqual(faulty)
  })
  test('is the table, not what the file manager has put beside it', async () => {
    const packed = zipSync({ '__MACOSX/._a.csv': strToU8('junk'), 'a.csv': strToU8(text) })
    const files = { 'datapackage.json': described({ path: 'a.csv.zip' }), 'a.csv.zip': packed }
    expect(await said(files)).toEqual(faulty)
  })
  test('is the one that innerpath names', async () => {
    const packed = zipSync({ 'readme.txt': strToU8('x'), 'a.csv': strToU8(text) })
    const descriptor = described({ path: 'a.zip', format: 'csv', innerpath: 'a.csv' })
    expect(await said({ 'datapackage.json': descriptor, 'a.zip': packed })).toEqual(faulty)
  })
})

test.each(['text/csv; charset=utf-8', 'text/comma-separated-values', 'text/plain'])('%s is read', async (mediatype) => {
  expect(await csv('a,b\nq,x\n', undefined, { mediatype })).toEqual([expect.stringContaining(':2:1 TBL-011')])
})

test('keys are numbers, however they are written', async () => {
  const unique = { fields: [{ name: 'a', type: 'number', constraints: { unique: true } }] }
  expect(await csv('a\n1\n01.0\n-0\n0\n2\n', unique)).toEqual([
    'a.csv:3:1 TBL-020 “a” is unique; “1” stands in line 2 already.',
    'a.csv:5:1 TBL-020 “a” is unique; “0” stands in line 4 already.',
  ])
})

test('a key that stands in another file of the table is named with it', async () => {
  const schema = { fields: [{ name: 'a', type: 'integer' }], primaryKey: 'a' }
  const found = await said({
    'datapackage.json': described({ path: ['1.csv', '2.csv'] }, schema),
    '1.csv': 'a\n1\n2\n',
    '2.csv': 'a\n2\n3\n3\n',
  })
  expect(found).toEqual([
    '2.csv:2:1 TBL-021 The key “2” (a) repeats 1.csv:3.',
    '2.csv:4:1 TBL-021 The key “3” (a) repeats line 3.',
  ])
})

test('a foreign key to a column that a table without schema does not have', async () => {
  const foreignKeys = [{ fields: 'a', reference: { resource: 'b', fields: 'nope' } }]
  const one = { name: 'a', path: 'a.csv', schema: { fields, foreignKeys } }
  const descriptor = { name: 'x', resources: [one, { name: 'b', path: 'b.csv' }] }
  const found = await said({ 'datapackage.json': descriptor, 'a.csv': 'a,b\n1,x\n', 'b.csv': 'c\n1\n' })
  expect(found).toEqual([expect.stringContaining('PKG-002 b has no field “nope”')])
})

test('a schema names each column and category once', async () => {
  const twice = { fields: [...fields, { name: 'a', type: 'string', categories: ['x', 'x'] }] }
  expect(await csv('a,b,a\n1,x,x\n', twice)).toEqual([
    expect.stringContaining('PKG-002 two fields are named “a”'),
    expect.stringContaining('PKG-002 “x” is listed twice'),
  ])
})

test('a pattern that runs away does not stop the check', async () => {
  const schema = { fields: [{ name: 'a', constraints: { pattern: '(a+)+b' } }] }
  const found = await csv(`a\n${'a'.repeat(60)}c\naab\n`, schema)
  expect(found).toEqual([expect.stringContaining('a.csv:2:1 TBL-015')])
})

test('a blank behind a number is no unit', async () => {
  expect(await csv('a,b\n1 ,x\n')).toEqual(['a.csv:2:1 TBL-011 “a” holds a whole number; found “1 ”.'])
})
