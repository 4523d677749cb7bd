import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test, vi } from 'vitest'
import { ask, type Pagefind, type PagefindResult } from '../../../src/browser/search/pagefind-engine.ts'
import { buildIndex } from '../../../src/publish/search/index-builder.ts'
import type { SearchRecord } from '../../../src/publish/search/records.ts'

const records: SearchRecord[] = [
  record(
    '/policies/a/',
    '政策',
    '某市“小微企业三年成长计划”（2021—2023年）',
    '三年累计新增小微企业5.2万家。',
    '某政办发〔2021〕38号',
  ),
  record('/policies/b/', '政策', '关于支持首贷户的通知', '支持企业第一次贷款。', '某政办发〔2021〕138号'),
  record('/measures/c/', '惠企', '留某过年红包', '留在某市过年的员工每人500元，首贷户另有贴息。'),
  record('/glossary/#d', '术语', '首贷户', '第一次从银行得到贷款的企业，平均费率2.5%以下。'),
]

let pagefind: Pagefind

/** Pagefind asked from Node, as search.md §6.3 describes. */
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-search-'))
  for (const [path, content] of await buildIndex(records)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  vi.stubGlobal('fetch', async (address: string) => {
    const path = address.replace(/\?.*$/, '')
    return existsSync(path) ? new Response(await readFile(path)) : new Response('', { status: 404 })
  })
  pagefind = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href)) as Pagefind
  vi.stubGlobal('document', { querySelector: () => ({ getAttribute: () => 'zh-CN' }), currentScript: null })
  await pagefind.options({ basePath: `${folder}/` })
  await pagefind.filters()
})

test.each([
  ['首贷户', ['/glossary/#d', '/policies/b/', '/measures/c/']],
  ['某政办发〔2021〕38号', ['/policies/a/']],
  ['某政办发[2021] 38号', ['/policies/a/']],
  ['38号', ['/policies/a/']],
  ['新增小微企业', ['/policies/a/']],
  ['留某过年', ['/measures/c/']],
  ['2.5%', ['/glossary/#d']],
  ['首贷户 贴息', ['/measures/c/']],
  ['户第一', []],
])('“%s” finds exactly what holds it, the best first', async (query, expected) => {
  expect(await addresses((await ask(pagefind, query, {})).exact)).toEqual(expected)
})

test('a choice narrows the results, and the counts of its own facet stay', async () => {
  const { exact, counts } = await ask(pagefind, '首贷户', { 类型: ['政策'] })
  expect(await addresses(exact)).toEqual(['/policies/b/'])
  expect(counts['类型']).toMatchObject({ 政策: 1, 惠企: 1, 术语: 1 })
})

test('several parts are counted too', async () => {
  const { counts } = await ask(pagefind, '首贷户 企业', {})
  expect(counts['类型']).toEqual({ 政策: 1, 术语: 1 })
})

test('where nothing holds the whole phrase, records with its words are similar', async () => {
  const { exact, loose } = await ask(pagefind, '企业首贷户贷款', {})
  expect(exact).toEqual([])
  expect(await addresses(loose)).toEqual(expect.arrayContaining(['/glossary/#d', '/policies/b/']))
})

test('no query and no choice is everything, in the order of the site', async () => {
  expect(await addresses((await ask(pagefind, '', {})).exact)).toEqual(records.map(({ url }) => url))
})

test('the same records give the same index', async () => {
  const [one, two] = [await buildIndex(records), await buildIndex(records)]
  expect([...two.keys()].sort()).toEqual([...one.keys()].sort())
  for (const [path, content] of one) expect(two.get(path)).toEqual(content)
})

async function addresses(results: readonly PagefindResult[]): Promise<(string | undefined)[]> {
  return Promise.all(results.map(async (result) => (await result.data()).meta['url']))
}

function record(
  url: string,
  type: SearchRecord['type'],
  title: string,
  summary: string,
  number?: string,
): SearchRecord {
  return { url, type, title, number, where: '某市', summary, words: [], filters: { 地区: ['某市'] } }
}
