import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { checkPackage } from '../../../src/foreign/package/check.ts'

const home = mkdtempSync(join(tmpdir(), 'gongbao-limits-'))
afterAll(() => rmSync(home, { recursive: true }))
let count = 0

/** Codes and messages of a package of one resource. */
async function said(resource: object, files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string[]> {
  const folder = join(home, String(++count))
  mkdirSync(folder)
  const resources = Array.isArray(resource) ? resource : [{ name: 'a', path: 'a.csv', ...resource }]
  writeFileSync(join(folder, 'datapackage.json'), JSON.stringify({ name: 'x', resources }))
  for (const [name, content] of Object.entries({ 'a.csv': 'a\n1\n', ...files }))
    writeFileSync(join(folder, name), content)
  const { issues } = await checkPackage(folder)
  return issues.map((one) => `${one.code} ${one.message.en.replaceAll(`${folder}/`, '')}`)
}

const many = <T>(length: number, make: (index: number) => T) => Array.from({ length }, (_, index) => make(index))
const field = (name: string) => ({ name, type: 'integer' })
const schema = { fields: [field('a')] }

describe('more than people describe is named, not tried', () => {
  test.each<[string, object, RegExp]>([
    ['resources', many(2001, (n) => ({ name: `r${n}`, path: 'a.csv' })), /2001 resources, the limit is 2000/],
    ['files', { path: many(2001, () => 'a.csv'), schema }, /2001 files in path/],
    ['columns', { schema: { fields: many(5001, (n) => field(`c${n}`)) } }, /5001 columns/],
    ['unique keys', { schema: { ...schema, uniqueKeys: many(101, () => ['a']) } }, /101 unique keys/],
    [
      'foreign keys',
      {
        schema: {
          ...schema,
          foreignKeys: many(101, () => ({ fields: 'a', reference: { resource: 'a', fields: 'a' } })),
        },
      },
      /101 foreign keys/,
    ],
  ])('%s', async (_, resource, message) => {
    const codes = await said(resource)
    expect(codes).toHaveLength(1)
    expect(codes[0]).toMatch(/^PKG-013/)
    expect(codes[0]).toMatch(message)
  })

  test('columns that only rows of JSON have', async () => {
    const text = many(5001, (n) => `{"k${n}":1}`).join('\n')
    const codes = await said({ path: 'a.ndjson', type: 'table' }, { 'a.ndjson': text })
    expect(codes).toEqual(['PKG-013 5001 columns, the limit is 5000; it was not checked further.'])
  })

  test('a line of NDJSON without an end, and what follows it is read', async () => {
    const text = `{"a":1}\n["${'x'.repeat(17 * 2 ** 20)}"]\n{"a":"y"}\n`
    const codes = await said({ path: 'a.ndjson', schema }, { 'a.ndjson': text })
    expect(codes.map((one) => one.slice(0, 7))).toEqual(['PKG-013', 'TBL-011'])
  })

  test('JSON that unpacks to more than is held', async () => {
    const content = gzipSync(`["${'x'.repeat(65 * 2 ** 20)}"]`, { level: 1 })
    expect(await said({ path: 'a.json.gz', schema }, { 'a.json.gz': content })).toEqual([
      'PKG-013 a.json.gz: JSON of more than 64 MB; it was not checked further.',
    ])
  })
})

describe('an archive that is not sound is no table', () => {
  const rows = `a\n${'x\n'.repeat(20)}`
  const zip = (change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(zipSync({ 'a.csv': strToU8(rows) }))
    change(bytes)
    return bytes
  }
  const changedGzip = (text: string) => {
    const bytes = gzipSync(text)
    return bytes.fill(0, bytes.length - 8, bytes.length - 4)
  }
  const listed = (bytes: Buffer) => bytes.indexOf('PK\u0001\u0002', 0, 'latin1')
  test.each<[string, string, Uint8Array, RegExp]>([
    ['a wrong CRC', 'a.csv.zip', zip((b) => [b.writeUInt32LE(1, 14), b.writeUInt32LE(1, listed(b) + 16)]), /CRC-32/],
    [
      'a size too small',
      'a.csv.zip',
      zip((b) => [b.writeUInt32LE(2, 22), b.writeUInt32LE(2, listed(b) + 24)]),
      /length/,
    ],
    ['a name that leads out', 'a.csv.zip', zipSync({ 'a.csv': strToU8('a\n1\n'), '../b': strToU8('x') }), /unsafe/],
    ['a damaged gzip', 'a.csv.gz', changedGzip(rows), /damaged/],
    ['something behind a gzip', 'a.csv.gz', Buffer.concat([gzipSync('a\n1\n'), Buffer.from('x\n')]), /damaged|follows/],
  ])('%s', async (_, name, content, message) => {
    const codes = await said({ path: name, schema }, { [name]: content })
    expect(codes).toHaveLength(1)
    expect(codes[0]).toMatch(/^PKG-007/)
    expect(codes[0]).toMatch(message)
  })
})

test.each([
  ['a key', { primaryKey: 'a' }, 'TBL-021'],
  ['a unique column, said four times', { uniqueKeys: [['a'], ['a'], ['a'], ['a']] }, 'TBL-020'],
])('ten thousand rows that repeat %s on one line are told once each', async (_, rule, code) => {
  const text = JSON.stringify(many(10_000, () => ({ a: 1 })))
  const codes = await said({ path: 'a.json', schema: { ...schema, ...rule } }, { 'a.json': text })
  expect(codes).toHaveLength(101)
  expect(new Set(codes.map((one) => one.slice(0, 7)))).toEqual(new Set([code]))
  expect(codes[0]).toContain('line 1')
})
