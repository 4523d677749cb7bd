import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { checkPackage } from '../../../src/foreign/package/check.ts'

const home = mkdtempSync(join(tmpdir(), 'gongbao-mutated-'))
afterAll(() => rmSync(home, { recursive: true }))

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [path, ...inner.flatMap(([key, one]) => pathsOf(one, [...path, Array.isArray(value) ? Number(key) : key]))]
}

/** The value with another in one place; as text, because `__proto__` is an own key only there. */
function withOther(value: unknown, path: Path, json: string): string {
  const [step, ...rest] = path
  if (step === undefined) return json
  if (Array.isArray(value)) {
    return `[${value.map((one, index) => (index === step ? withOther(one, rest, json) : JSON.stringify(one))).join()}]`
  }
  const members = Object.entries(value as object).map(
    ([key, one]) => `${JSON.stringify(key)}:${key === step ? withOther(one, rest, json) : JSON.stringify(one)}`,
  )
  return `{${members.join()}}`
}

const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  ' ',
  'name',
  'type',
  'a'.repeat(5000),
]
const scalar = fc.oneof(
  fc.constantFrom(
    'null',
    'true',
    '0',
    '-1',
    '1e999',
    '1.5',
    '""',
    '"\\u0000"',
    '"\\ud800"',
    '"../x"',
    '"http://x.test/"',
  ),
  fc.constantFrom(...names).map((one) => JSON.stringify(one)),
  fc.constantFrom(
    '"any"',
    '"list"',
    '"geojson"',
    '"%Y"',
    '"sha256:00"',
    '"gz"',
    '"zip"',
    '"json"',
    '"utf-16"',
    '"((a+)+"',
  ),
)
const json: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join()}]`) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...names), scalar), { maxLength: 3 })
      .map((members) => `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('[[[]]]', '[{}]', '{"a":{"b":[]}}', '[null,null]') },
)

const rich = {
  name: 'x',
  resources: [
    {
      name: 'a',
      path: 'a.csv',
      type: 'table',
      bytes: 1,
      hash: 'sha256:00',
      encoding: 'utf-8',
      compression: 'no',
      rows: 2,
      'gongbao:checks': [{ type: 'row-constraint', formula: 'a > 0' }],
      licenses: [{ name: 'x' }],
      dialect: { delimiter: ',', header: true, headerRows: [1], commentChar: '#', quoteChar: '"', nullSequence: 'x' },
      schema: {
        fields: [
          { name: 'a', type: 'integer', constraints: { minimum: 1, enum: [1, 2], unique: true }, categories: [1, 2] },
          { name: 'b', type: 'date', format: '%Y-%m-%d', missingValues: ['-'], constraints: { pattern: '.*' } },
        ],
        primaryKey: ['a'],
        uniqueKeys: [['a', 'b']],
        missingValues: ['', { value: '-', label: 'x' }],
        fieldsMatch: ['exact'],
        foreignKeys: [{ fields: ['a'], reference: { resource: 'c', fields: ['d'] } }],
      },
    },
    {
      name: 'c',
      data: [{ d: 1 }, { d: 2 }],
      schema: { fields: [{ name: 'd', type: 'object', constraints: { jsonSchema: {} } }] },
    },
    { name: 'e', path: ['e.json'], format: 'json', dialect: { property: 'rows', itemType: 'object', itemKeys: ['d'] } },
  ],
}

test.each([
  ['of every kind of property', rich],
  ['of version 1', JSON.parse(readFileSync('test/fixtures/packages/valid-v1/datapackage.json', 'utf8'))],
])('a descriptor %s with anything in any place is judged, never thrown at', async (name, descriptor) => {
  const folder = join(home, name.replaceAll(' ', '-'))
  cpSync('test/fixtures/packages/valid-v1', folder, { recursive: true })
  writeFileSync(join(folder, 'a.csv'), 'a,b\n1,2024-01-01\n2,-\n')
  writeFileSync(join(folder, 'e.json'), '{"rows":[{"d":1},{"d":[2]}]}')
  const places = pathsOf(descriptor)
  const change = fc.tuple(fc.constantFrom(...places), json)
  await fc.assert(
    fc.asyncProperty(change, async ([path, value]) => {
      writeFileSync(join(folder, 'datapackage.json'), withOther(descriptor, path, value))
      const { issues } = await checkPackage(folder)
      for (const one of issues) {
        expect(one.line).toBeGreaterThan(0)
        expect(one.column).toBeGreaterThan(0)
        for (const text of [one.message.zh, one.message.en, one.hint.zh]) expect(text).not.toMatch(/undefined|\[object/)
      }
    }),
    { numRuns: 200, seed: 20261120 },
  )
})
