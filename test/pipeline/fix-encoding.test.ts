import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fixEncodings, fixReport } from '../../src/pipeline/fix-encoding.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-encoding-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes)
  return path
}

async function fix(name: string, bytes: Uint8Array | string) {
  const path = put(name, bytes)
  const [result] = await fixEncodings(folder, [path])
  return { outcome: result?.outcome, said: result?.said.zh, bytes: readFileSync(path), left: readdirSync(folder) }
}

/** Bytes of a text in an encoding, by trying every pair of bytes once: the platform decodes GB18030 but does not write it. */
const gbk = (() => {
  const decoder = new TextDecoder('gbk', { fatal: true })
  const pairs = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      try {
        const sign = decoder.decode(Uint8Array.of(lead, trail))
        if ([...sign].length === 1 && !pairs.has(sign)) pairs.set(sign, [lead, trail])
      } catch {
        // Not every pair is a character.
      }
    }
  }
  return pairs
})()

function encodeGbk(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((sign) => gbk.get(sign) ?? [sign.charCodeAt(0)]))
}

const table = '编号,店名\r\ns1,东街小店\r\ns2,镕记\r\n'

describe('fixEncodings', () => {
  test('turns GBK into UTF-8 and says so', async () => {
    const result = await fix('a.csv', encodeGbk(table))
    expect(result.bytes.toString('utf8')).toBe(table)
    expect(result).toMatchObject({ outcome: 'rewritten', said: 'GBK → UTF-8，首行：编号,店名', left: ['a.csv'] })
  })

  test('keeps the characters of four bytes that only GB18030 has', async () => {
    // U+3400 㐀 is 81 39 EE 39, U+20000 𠀀 is 95 32 82 36.
    const four = Uint8Array.of(0x81, 0x39, 0xee, 0x39, 0x95, 0x32, 0x82, 0x36)
    const result = await fix('a.md', Buffer.concat([encodeGbk('人名：'), four, encodeGbk('\n')]))
    expect(result.bytes.toString('utf8')).toBe('人名：㐀𠀀\n')
    expect(result.said).toContain('GB18030')
  })

  test.each([
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${table}`, 'utf16le'), 'UTF-16LE'],
    ['UTF-16LE without a mark', Buffer.from(table, 'utf16le'), 'UTF-16LE'],
    ['UTF-16BE without a mark', Buffer.from(table, 'utf16le').swap16(), 'UTF-16BE'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`, 'utf8'), 'UTF-8（BOM）'],
  ])('takes %s', async (_, bytes, name) => {
    const result = await fix('a.csv', bytes)
    expect(result.bytes.toString('utf8')).toBe(table)
    expect(result.said).toContain(`${name} → UTF-8`)
  })

  test('never touches a clean file', async () => {
    const path = put('a.csv', table)
    const old = new Date('2001-01-01T00:00:00Z')
    utimesSync(path, old, old)
    expect(await fixEncodings(folder, [path])).toMatchObject([{ outcome: 'clean' }])
    expect(statSync(path).mtime).toEqual(old)
  })

  test.each([
    ['one bad byte in UTF-8', Buffer.concat([Buffer.from(`${table}${table}`), Uint8Array.of(0xff), Buffer.from('尾')])],
    ['half a character of GBK at the end', Buffer.concat([encodeGbk(table), Uint8Array.of(0xb6)])],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)],
    ['Western text that passes for GBK', Buffer.from('Café,Zoë,naïve,résumé,père Noël', 'latin1')],
  ])('refuses %s and leaves it as it is', async (_, bytes) => {
    const result = await fix('a.csv', bytes)
    expect(result.outcome).toBe('refused')
    expect(result.bytes.equals(bytes)).toBe(true)
    expect(result.left).toEqual(['a.csv'])
  })

  test('without names takes content/ and data/, and leaves frozen releases alone', async () => {
    put('data/shops/shops.csv', encodeGbk(table))
    put('data/shops/releases/1.0.0/shops.csv', encodeGbk(table))
    put('content/articles/a.md', '好')
    put('other/a.csv', encodeGbk(table))
    const files = await fixEncodings(folder, [])
    expect(files.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['content/articles/a.md', 'clean'],
      ['data/shops/shops.csv', 'rewritten'],
    ])
    expect(fixReport(files, 'zh')).toContain('转成 UTF-8 1 个文件，本来就是 UTF-8、没有动的 1 个，没有转的 0 个。')
  })

  test('follows a link and says of what is absent that it is', async () => {
    const target = put('real.csv', encodeGbk(table))
    const link = join(folder, 'link.csv')
    symlinkSync(target, link)
    const files = await fixEncodings(folder, [link, join(folder, 'none.csv')])
    expect(files.map((one) => one.outcome)).toEqual(['rewritten', 'refused'])
    expect(readFileSync(target, 'utf8')).toBe(table)
    expect(fixReport(files, 'en')).toContain('there is no such file')
  })

  test('every character of GBK comes through', async () => {
    const common = [...gbk.keys()].filter((sign) => /\p{Script=Han}/u.test(sign))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...common), { minLength: 3, maxLength: 30 }), async (signs) => {
        // Chinese of everyday use stands before whatever is drawn, as in a table.
        const text = `义乌市民营企业高质量发展工作领导小组办公室统计公报,${signs.join('')}\n`
        const result = await fix('a.csv', encodeGbk(text))
        expect(result.bytes.toString('utf8')).toBe(text)
      }),
      { numRuns: 60 },
    )
  })
})
