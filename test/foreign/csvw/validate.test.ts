import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateMetadata } from '../../../src/foreign/csvw/validate.ts'
import { webOf } from './web.ts'

const folder = 'test/fixtures/csvw/valid-datatypes'
const files = readdirSync(folder).map(
  (name) => [`https://a.test/${name}`, readFileSync(`${folder}/${name}`, 'utf8')] as const,
)
const start = 'https://a.test/csv-metadata.json'
const metadata: unknown = JSON.parse(readFileSync(`${folder}/csv-metadata.json`, 'utf8'))

const header = '代码,金额,占比,逗号小数,日期,时刻,年,开放,用时,标签,级别,摘要\n'

const check = (changed: Readonly<Record<string, string | Uint8Array>>) =>
  validateMetadata(start, webOf(new Map([...files, ...Object.entries(changed)])))

describe('the check of a metadata document', () => {
  test('ends with problems, never with a fault, whatever stands in place of one of its values', async () => {
    const places = pathsOf(metadata)
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('_:x', '{', '[', '((a{999}){999}){9}', 'date', 'gYear', '\\', '0.#0', '|', -1, 1e9),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), odd, async (path, value) => {
        const changed = JSON.stringify(withValue(metadata, path, value))
        for (const one of await check({ [start]: changed })) {
          expect(one.line).toBeGreaterThan(0)
          expect(one.column).toBeGreaterThan(0)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('ends with problems, never with a fault, whatever bytes its table has', async () => {
    const table = 'https://a.test/data.csv'
    const first = Buffer.from(header)
    const piece = fc.constantFrom(
      'AB001',
      ',',
      '"',
      '\n',
      '1,234.50',
      '12%',
      '2/3/2026',
      '是',
      'P1D',
      '-',
      '\uFFFD',
      '\r',
    )
    const text = fc.array(piece).map((pieces) => Buffer.from(pieces.join('')))
    const bytes = fc.uint8Array({ maxLength: 60 }).map((found) => Buffer.from(found))
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, bytes), async (body) => {
        const lines = first.length + body.length
        for (const one of await check({ [table]: Buffer.concat([first, body]) }))
          expect(one.line).toBeLessThanOrEqual(lines)
      }),
    )
  })

  test('lists a hundred of one problem and counts the rest', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `AB${String(index).padStart(3, '0')},x${','.repeat(10)}\n`)
    const issues = await check({ 'https://a.test/data.csv': header + rows.join('') })
    expect(issues).toHaveLength(101)
    expect(issues.filter((one) => one.message.en.includes('400 more'))).toHaveLength(1)
  })

  test('says the same of a table that comes byte by byte', async () => {
    const bytes = Buffer.from(`${header}AB001,-,-,-,31/2/2026,,,,,"甲;乙;丙丁戊己",,\n\n"AB\n2",x\n`)
    const web = webOf(new Map(files))
    const slow = {
      open: async function* () {
        for (const byte of bytes) yield Uint8Array.of(byte)
      },
    }
    const issues = await validateMetadata(start, { ...web, table: async () => slow })
    expect(issues.map((one) => [one.code, one.line, one.column])).toContainEqual(['CSVW-016', 2, 13])
    expect(issues).toEqual(await check({ 'https://a.test/data.csv': bytes }))
  })
})

type Path = readonly (string | number)[]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...path, name]))]
}

function withValue(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  const change = ([name, inner]: [string, unknown]): [string, unknown] => [
    name,
    name === String(step) ? withValue(inner, rest, value) : inner,
  ]
  const changed = Object.entries(whole as object).map(change)
  return Array.isArray(whole) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed)
}
