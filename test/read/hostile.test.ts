import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Issue } from '../../src/model/issue.ts'
import type { Files } from '../../src/read/files.ts'
import { readFiles } from '../../src/read/files.ts'
import { readRoot, readSite } from '../../src/read/root.ts'
import { base } from './overlay.ts'

// Whatever an editor, a converter or an attacker leaves in a root: the check ends, never throws, and says what is wrong.

const asOf = '2026-11-20'
const policy = 'content/policies/sl-zbf-2024-1.md'
const article = 'content/interpretations/sl-jiedu.mdx'
const config = 'content/site.yaml'
const table = 'data/example/observations.csv'
const many = 10_000

let files: Files
let bytesOf: ReadonlyMap<string, Uint8Array>

beforeAll(async () => {
  files = await readFiles(base)
  bytesOf = await bytesOfAll(files)
})

describe('nesting', () => {
  const markdown: Readonly<Record<string, string>> = {
    'opening brackets': '['.repeat(many),
    'links in links': `${'['.repeat(many)}a${'](x)'.repeat(many)}`,
    'images in images': `${'!['.repeat(many)}a${'](x)'.repeat(many)}`,
    'quotes in quotes': '>'.repeat(many),
    'lists in lists': `${'- '.repeat(many)}x`,
    'numbered lists in lists': `${'1. '.repeat(many)}x`,
    'emphasis in emphasis': `${'*a **b '.repeat(many)}${'** c*'.repeat(many)}`,
    'marks in marks': `${':target['.repeat(many)}a${']'.repeat(many)}`,
    'other directives in each other': `${':x['.repeat(many)}a${']'.repeat(many)}`,
    'levels of a quote far below the top': `好\n\n${'> '.repeat(60)}x`,
    'levels of a list by indentation': Array.from({ length: 80 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
  }

  test.each(Object.entries(markdown))('%s in Markdown are TXT-009, not an overflow', async (_, body) => {
    const found = await checkWith(policy, `${headOf(policy)}${body}\n`)
    expect(codesIn(found, policy)).toContain('TXT-009')
  })

  const mdx: Readonly<Record<string, string>> = {
    'elements in elements': `${'<A>'.repeat(many)}${'</A>'.repeat(many)}`,
    'braces in braces': `${'{'.repeat(many)}${'}'.repeat(many)}`,
    'brackets in an expression': `{${'('.repeat(many)}1${')'.repeat(many)}}`,
    'operators in an expression': `{${'!'.repeat(many)}1}`,
    'an exported value': `export const a = ${'('.repeat(many)}1${')'.repeat(many)}`,
    'an attribute that is code': `<Progress policy={${'('.repeat(many)}1${')'.repeat(many)}} />`,
    'quotes in quotes': `${'> '.repeat(many)}x`,
  }

  test.each(Object.entries(mdx))('%s in MDX are an issue, not an overflow', async (_, body) => {
    const found = await checkWith(article, `${headOf(article)}${body}\n`)
    expect(codesIn(found, article).filter((code) => code === 'TXT-009' || code === 'TXT-004')).toHaveLength(1)
  })

  const yaml: Readonly<Record<string, string>> = {
    'lists that never close': `a: ${'['.repeat(many)}`,
    'lists in lists': `a: ${'['.repeat(many)}${']'.repeat(many)}`,
    'maps in maps': `a: ${'{a: '.repeat(many)}${'}'.repeat(many)}`,
    'items in items': `${'- '.repeat(many)}x`,
    'keys in keys': `${'? '.repeat(many)}x`,
    'a few keys in keys': `${'? '.repeat(600)}x`,
    'a list as a key': '? [a, b]\n: 1\n',
    'aliases of aliases': [
      'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]`),
    ].join('\n'),
    'faults on every line': 'a: b: c\n'.repeat(many),
  }

  test.each(Object.entries(yaml))('%s in YAML are DOC-001', async (_, text) => {
    const found = await checkWith(config, text)
    expect(new Set(codesIn(found, config))).toEqual(new Set(['DOC-001']))
  })

  test('a list that holds itself is an unknown field like any other', async () => {
    expect(codesIn(await checkWith(config, 'a: &a [*a]\n'), config)).toContain('DOC-003')
  })
})

describe('size', () => {
  test('a line of fifty megabytes in Markdown is SITE-005', async () => {
    const root = temporaryRoot()
    writeFileSync(join(root, 'content/policies/a.md'), Buffer.alloc(50 * 1024 * 1024, '字'))
    const { issues } = await readRoot(root, { asOf })
    expect(codesIn(issues, 'content/policies/a.md')).toEqual(['SITE-005'])
  })

  test('a line of fifty megabytes in a table is TBL-010, quoted or not', async () => {
    for (const quote of ['', '"']) {
      const line = Buffer.alloc(50 * 1024 * 1024, 'x')
      const found = await checkWith(table, Buffer.concat([Buffer.from(`${header()}\n${quote}`), line]))
      const codes = codesIn(found, table)
      expect(codes.length).toBeLessThan(5)
      expect(codes.some((code) => code === 'TBL-010' || code === 'TBL-008')).toBe(true)
    }
  })

  test('a hundred thousand fields of front matter are refused or reported, with few words', async () => {
    const fields = Array.from({ length: 100_000 }, (_, n) => `k${n}: ${n}`).join('\n')
    const found = await checkWith(policy, `---\n${fields}\n---\n`)
    expect(codesIn(found, policy)).toEqual(['SITE-005'])
    const fewer = fields.slice(0, 120_000).replace(/\n[^\n]*$/, '')
    expect(codesIn(await checkWith(policy, `---\n${fewer}\n---\n`), policy).length).toBeLessThan(50)
  })

  test('the same fault many thousand times is listed a hundred times and then counted', async () => {
    const found = await checkWith(policy, `${headOf(policy)}${'<div>\n\n'.repeat(many)}`)
    const html = found.filter((one) => one.code === 'TXT-005')
    expect(html).toHaveLength(101)
    expect(html.some((one) => one.message.zh.includes(`还有 ${many - 100} 处`))).toBe(true)
  })

  const repeated = [
    ' ',
    '\t',
    '\n',
    '\r\n',
    '　',
    '，',
    '1',
    '一',
    '（',
    '《',
    '“',
    '@',
    '〔2021〕',
    '示政办发',
    '首贷户',
    '|',
    '&',
    '`',
    '\\',
    '\u200b',
    '\ud800',
    '\n- ',
    '\n## 一、数\n',
    '（责任单位：财政局）\n\n',
    ':target[新增 5 家]{#t}\n\n',
    '《关于小店的通知》',
  ]

  test.each(repeated)('%j over a hundred thousand characters is read to its end', async (part) => {
    const found = await checkWith(policy, `${headOf(policy)}数${part.repeat(Math.ceil(100_000 / part.length))}。\n`)
    expect(found.length).toBeLessThan(500)
  })

  const long: Readonly<Record<string, string>> = {
    'a megabyte of entities': '&amp;'.repeat(300_000),
    'fifty thousand targets': Array.from({ length: 50_000 }, (_, n) => `:target[新增 5 家]{#t${n}}\n\n`).join(''),
    'a paragraph of a megabyte': '字'.repeat(1_000_000),
    'three thousand brackets within each other': `${'['.repeat(3001)}${']'.repeat(3001)}`,
  }

  test.each(Object.entries(long))('%s in one text is TXT-009, and nothing that follows from it', async (_, body) => {
    const found = await checkWith(policy, `${headOf(policy)}${body}\n`)
    expect(found.map((one) => one.code)).toEqual(['TXT-009'])
  })

  test('many short paragraphs with entities are read to their end', async () => {
    const found = await checkWith(policy, `${headOf(policy)}${'&copy; 甲\n\n'.repeat(20_000)}`)
    expect(codesIn(found, policy)).toEqual([])
  })

  test('a thousand policies are read', async () => {
    const text = textOf(policy).replace('docNumber: 示政办发〔2024〕1号', 'docNumberNote: 原文未见')
    const copies = Array.from({ length: 1000 }, (_, n): [string, string] => [`content/policies/sl-${n}.md`, text])
    const { site, issues } = await readSite({ ...files, texts: new Map([...files.texts, ...copies]) }, { asOf })
    expect(issues.filter((one) => one.severity === 'error')).toEqual([])
    expect(site?.policies.size).toBe(1001)
  })
})

describe('content that is no content', () => {
  test('every file empty', async () => {
    expectSensible(await checkAll(() => new Uint8Array()))
  })

  test('every file binary', async () => {
    const random = Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919 + (n >> 3)) % 256)
    expectSensible(await checkAll(() => random))
  })

  test.each([
    '\u0000',
    '\ufeff',
    '\n',
    '\r',
    '---',
    '---\n---\n',
    '"',
    ',',
    '\ud800',
    '[]',
    '{}',
    '- a',
    'null',
    '~',
    '!!js/function x',
    '<<: *a',
    '%TAG ! x',
    '&a',
    '*a',
  ])('every file %j', async (text) => expectSensible(await checkAll(() => new TextEncoder().encode(text))))

  test('every file twice over', async () => {
    expectSensible(await checkAll((bytes) => Buffer.concat([bytes, bytes])))
  })

  test('U+0000 anywhere is TXT-007 in prose, at its place', async () => {
    const text = textOf(policy)
    const at = text.indexOf('虚构示例：')
    const found = await checkWith(policy, `${text.slice(0, at)}\u0000${text.slice(at)}`)
    expect(found).toContainEqual(expect.objectContaining({ code: 'TXT-007', file: policy, line: 14, column: 10 }))
  })
})

describe('files', () => {
  test('names with blanks, Chinese, quotes and emoji are named in the report as they are', async () => {
    const names = [
      'a b.md',
      '通知（最终版）.md',
      '😀.md',
      "it's.md",
      'a"b.md',
      'A.md',
      'a%20b.md',
      '-.md',
      '__proto__.md',
      'constructor.md',
    ]
    const root = temporaryRoot()
    for (const name of names) writeFileSync(join(root, 'content/policies', name), textOf(policy))
    const { issues } = await readRoot(root, { asOf })
    for (const name of names.filter((one) => one !== 'constructor.md')) {
      expect(codesIn(issues, `content/policies/${name}`)).toContain('SITE-002')
    }
    expect(codesIn(issues, 'content/policies/constructor.md')).not.toContain('SITE-002')
  })

  test('links in a circle end', async () => {
    const root = temporaryRoot()
    symlinkSync(join(root, 'content'), join(root, 'content/policies/up'))
    symlinkSync(join(root, 'content/policies/b.md'), join(root, 'content/policies/a.md'))
    symlinkSync(join(root, 'content/policies/a.md'), join(root, 'content/policies/b.md'))
    const { issues } = await readRoot(root, { asOf })
    expect(issues.map((one) => one.code).filter((code) => code === 'SITE-004').length).toBeGreaterThan(0)
  })

  test('a link in a circle does not hide the files beside it', async () => {
    const root = temporaryRoot()
    symlinkSync(join(root, 'content/policies/b.md'), join(root, 'content/policies/b.md'))
    writeFileSync(join(root, 'content/policies/c.md'), 'x')
    const { texts } = await readFiles(root)
    expect([...texts.keys()]).toEqual(['content/policies/c.md'])
  })

  test('a folder named like a file and a file named like a folder', async () => {
    const root = temporaryRoot()
    mkdirSync(join(root, 'content/policies/a.md'))
    writeFileSync(join(root, 'content/policies/a.md/b.md'), 'x')
    writeFileSync(join(root, 'content/measures'), 'x')
    expectSensible((await readRoot(root, { asOf })).issues)
  })

  test.each([...tablePaths()])('%s that vanishes before it is read is SITE-004', async (path) => {
    const gone = { path, bytes: 100, open: failing(() => new Uint8Array()) }
    const { issues } = await readSite({ ...files, tables: new Map([...files.tables, [path, gone]]) }, { asOf })
    expect(codesIn(issues, path)).toContain('SITE-004')
  })

  test('a table that breaks off while it is read is SITE-004', async () => {
    const half = {
      path: table,
      bytes: 100,
      open: failing(() => (bytesOf.get(table) ?? new Uint8Array()).slice(0, 150)),
    }
    const { issues } = await readSite({ ...files, tables: new Map([...files.tables, [table, half]]) }, { asOf })
    expect(codesIn(issues, table)).toContain('SITE-004')
  })

  test('CRLF everywhere changes nothing of what is said', async () => {
    const broken = new Map(bytesOf)
    const edit = (path: string, from: string, to: string) =>
      broken.set(path, new TextEncoder().encode(new TextDecoder().decode(broken.get(path)).replace(from, to)))
    edit(policy, '〔2024〕1号', '[2024]1号')
    edit(policy, '（责任单位：财政局）', '（责任单位：财政厅局）见:target[100 家]{#t01}')
    edit(policy, '（二）贷款', '（三）贷款')
    edit(article, '虚构示例。\n\n<', '{姓名}在这里。\n\n<Other a={1} />\n\n<')
    edit(config, 'url:', 'adress:')
    edit(table, '30家', '31家')
    edit(table, ',64,', ',6万,')
    edit('content/measures/sl-shop-grant.md', 'closes: 2024', 'closes: 2023')
    edit('content/glossary.yaml', 'plain:', 'plan:')
    const lf = await check(broken)
    const crlf = await check(new Map([...broken].map(([path, bytes]) => [path, toCrlf(bytes)])))
    expect(lf.length).toBeGreaterThan(8)
    expect(crlf).toEqual(lf)
    expect(await check(new Map([...bytesOf].map(([path, bytes]) => [path, toCrlf(bytes)])))).toEqual([])
  })
})

describe('random damage', () => {
  const change = fc.record({
    file: fc.nat(),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 40 }),
    kind: fc.constantFrom('delete', 'double', 'insert', 'byte'),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'[]{}():#*_>-|`"\'\\&!%@,\n\r\t 0〔〕（）一、《》：😀'), maxLength: 8 }),
    ),
    byte: fc.nat(255),
  })

  test('any change of the files is taken without a crash, and every issue has its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const damaged = new Map(bytesOf)
        const paths = [...damaged.keys()]
        for (const one of changes) {
          const path = paths[one.file % paths.length] ?? policy
          damaged.set(path, apply(damaged.get(path) ?? new Uint8Array(), one))
        }
        expectSensible(await check(damaged), damaged)
      }),
      { numRuns: 100, seed: 20261120 },
    )
  })
})

interface Change {
  readonly at: number
  readonly length: number
  readonly kind: string
  readonly text: string
  readonly byte: number
}

function apply(bytes: Uint8Array, { at, length, kind, text, byte }: Change): Uint8Array {
  const start = Math.floor(at * bytes.length)
  const [before, part, after] = [bytes.slice(0, start), bytes.slice(start, start + length), bytes.slice(start + length)]
  switch (kind) {
    case 'delete':
      return Buffer.concat([before, after])
    case 'double':
      return Buffer.concat([before, part, part, after])
    case 'insert':
      return Buffer.concat([before, new TextEncoder().encode(text), part, after])
    default:
      return Buffer.concat([before, Uint8Array.of(byte), after])
  }
}

/** Every issue names a place that exists and says something in both languages. */
function expectSensible(issues: readonly Issue[], damaged: ReadonlyMap<string, Uint8Array> = new Map()): void {
  expect(issues.length).toBeLessThan(3000)
  for (const one of issues) {
    const lines = new TextDecoder('utf-8', { ignoreBOM: false }).decode(damaged.get(one.file)).split(/\r\n|\n|\r/)
    const line = lines[one.line - 1]
    const where = `${one.code} ${one.file}:${one.line}:${one.column} ${one.message.zh}`
    expect(one.line, where).toBeGreaterThanOrEqual(1)
    expect(one.column, where).toBeGreaterThanOrEqual(1)
    if (damaged.has(one.file) && one.code !== 'OBS-001' && one.code !== 'TXT-007') {
      expect(one.line, where).toBeLessThanOrEqual(lines.length + 1)
      expect(one.column, where).toBeLessThanOrEqual((line?.length ?? 0) + 2)
    }
    for (const words of [one.message.zh, one.message.en, one.hint.zh, one.hint.en]) expect(words).not.toBe('')
  }
}

async function checkAll(replace: (bytes: Uint8Array) => Uint8Array): Promise<readonly Issue[]> {
  return check(new Map([...bytesOf].map(([path, bytes]) => [path, replace(bytes)])))
}

async function checkWith(path: string, content: string | Uint8Array): Promise<readonly Issue[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return check(new Map([...bytesOf, [path, bytes]]))
}

/** The check over a root of these bytes, written to a disk like any other. */
async function check(contents: ReadonlyMap<string, Uint8Array>): Promise<readonly Issue[]> {
  const root = mkdtempSync(join(tmpdir(), 'gongbao-hostile-'))
  try {
    for (const [path, bytes] of contents) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), bytes)
    }
    return (await readRoot(root, { asOf })).issues
  } finally {
    rmSync(root, { recursive: true })
  }
}

function codesIn(issues: readonly Issue[], file: string): string[] {
  return issues.filter((one) => one.file === file).map((one) => one.code)
}

function textOf(path: string): string {
  return files.texts.get(path) ?? ''
}

/** The front matter of a file, with a blank line behind it. */
function headOf(path: string): string {
  return `${textOf(path).split('\n---\n')[0]}\n---\n\n`
}

function header(): string {
  return new TextDecoder().decode(bytesOf.get(table)).split('\n')[0] ?? ''
}

function tablePaths(): string[] {
  return [
    'example/observations',
    'registers/organizations',
    'registers/regions',
    'registers/sources',
    'registers/indicators',
  ].map((name) => `data/${name}.csv`)
}

/** Gives some bytes, then fails as a disk does. */
function failing(before: () => Uint8Array): () => AsyncIterable<Uint8Array> {
  return async function* () {
    yield before()
    throw Object.assign(new Error('gone'), { code: 'ENOENT' })
  }
}

function toCrlf(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('\n', '\r\n'))
}

async function bytesOfAll({ texts, tables }: Files): Promise<ReadonlyMap<string, Uint8Array>> {
  const all = new Map([...texts].map(([path, text]): [string, Uint8Array] => [path, new TextEncoder().encode(text)]))
  for (const [path, file] of tables) {
    const chunks: Uint8Array[] = []
    for await (const chunk of file.open()) chunks.push(chunk)
    all.set(path, Buffer.concat(chunks))
  }
  return all
}

function temporaryRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'gongbao-hostile-'))
  mkdirSync(join(root, 'content/policies'), { recursive: true })
  return root
}
