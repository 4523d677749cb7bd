import { expect, test } from 'vitest'
import { numericKey, parseNumeric } from '../../src/foreign/csvw/numeric.ts'
import { plainNumberKey } from '../../src/foreign/package/number-key.ts'
import { isDouble } from '../../src/model/number/exact-double.ts'
import { findQuantities } from '../../src/model/number/quantity.ts'
import { withoutEnd } from '../../src/model/without-end.ts'
import type { Files } from '../../src/read/files.ts'
import { readFiles } from '../../src/read/files.ts'
import { readSite } from '../../src/read/root.ts'
import { base } from './overlay.ts'

// Nothing here looks at a clock: where reading took time in proportion to the square, this file would not end.

const signs = [
  ' ',
  '（',
  '1',
  '0',
  'a',
  '〔',
  '|',
  ':',
  '[',
  '《',
  '。',
  '/',
  '=',
  '- ',
  '|-',
  '责任单位：',
  '（责任单位：',
]
const long = (sign: string) => sign.repeat(Math.ceil(60_000 / sign.length))
const files = await readFiles(base)
const policy = 'content/policies/sl-zbf-2024-1.md'

async function issuesOf(changed: Files): Promise<number> {
  return (await readSite(changed, { asOf: '2026-11-20' })).issues.length
}

test.each(signs)('a paragraph, a heading and a link of nothing but “%s”', async (sign) => {
  const text = files.texts.get(policy) ?? ''
  const more = `\n\n甲${long(sign)}!\n\n## ${long(sign)}乙\n\n[丙](/${sign.trim().repeat(2000)}丁)\n`
  expect(await issuesOf({ ...files, texts: new Map([...files.texts, [policy, text + more]]) })).toBeGreaterThan(0)
})

test.each(signs)('a value of a descriptor and of the settings of nothing but “%s”', async (sign) => {
  const texts = new Map(files.texts)
  for (const [file, text] of files.texts)
    if (file.endsWith('.yaml')) texts.set(file, text.replace(/^(title|name): .*$/m, `$1: "${long(sign)}!"`))
  expect(await issuesOf({ ...files, texts })).toBeGreaterThanOrEqual(0)
})

test.each(signs)('a cell of nothing but “%s”', async (sign) => {
  const path = 'data/example/observations.csv'
  const table = files.tables.get(path)
  const text = table ? Buffer.concat(await Array.fromAsync(table.open())).toString('utf8') : ''
  const [header = '', first = ''] = text.split('\n')
  const rows = first.split(',').map((_, at) =>
    first
      .split(',')
      .with(at, `${long(sign)}!`)
      .join(','),
  )
  const bytes = Buffer.from([header, ...rows].join('\n'))
  const open = async function* () {
    yield bytes
  }
  const tables = new Map([...files.tables, [path, { path, bytes: bytes.length, open }]])
  expect(await issuesOf({ ...files, tables })).toBeGreaterThan(0)
})

test('zeros in the middle of a number', () => {
  const digits = `1${'0'.repeat(60_000)}1`
  expect(withoutEnd(`${digits}00`, '0')).toBe(digits)
  const number = parseNumeric(digits)
  expect(number && numericKey(number)).toBe(`${digits}e0`)
  expect(plainNumberKey(`0.${digits}0`, { name: 'x', type: 'number', constraints: {} })).toBe(`0.${digits}`)
  expect(isDouble(digits)).toBe(false)
  expect(findQuantities(digits).length).toBeGreaterThanOrEqual(0)
})
