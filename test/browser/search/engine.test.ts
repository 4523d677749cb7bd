import { expect, test } from 'vitest'
import type { Search } from '../../../src/browser/search/address.ts'
import { answerOf } from '../../../src/browser/search/engine.ts'
import { wholeAnswer } from '../../../src/browser/search/whole-answer.ts'
import { openIndex } from '../../../src/fulltext/ask/open-index.ts'
import type { IndexDocument } from '../../../src/fulltext/format/document.ts'
import { filesOf, memorySource } from '../../fulltext/made-index.ts'

const documents: IndexDocument[] = [
  made('/policies/a/', '关于支持小微企业的通知', '政策', ['甲市'], '2021-05-01', '第一条 首贷户可以申请贴息。'),
  made('/policies/b/', '关于某事的通知', '政策', ['乙市'], '2023-01-02', '第一条 小微企业首贷户优先。'),
  made('/measures/c/', '贴息', '惠企', ['甲市', '乙市'], undefined, '首贷户贴息。'),
  made('/glossary/#d', '首贷户', '术语', [], '2022-01-01', '第一次从银行得到贷款的企业。'),
]

const index = await openIndex(memorySource(await filesOf(documents)))
const ask = async (some: Partial<Search>) => {
  const search: Search = { query: '', choice: {}, sort: 'fit', ...some }
  return answerOf(index, await wholeAnswer(index, search.query), search)
}
const urls = async ({ exact }: Awaited<ReturnType<typeof ask>>) =>
  (await exact.read(0, exact.size)).map((hit) => hit.url.split('#c')[0])

test('a choice narrows what is found, and the counts of its own facet stay', async () => {
  const answer = await ask({ query: '首贷户', choice: { 类型: ['政策'] } })
  expect((await urls(answer)).toSorted()).toEqual(['/policies/a/', '/policies/b/'])
  expect(answer.counts).toEqual({
    类型: { 政策: 2, 惠企: 1, 术语: 1 },
    地区: { 甲市: 1, 乙市: 1 },
  })
})

test('values of one facet are alternatives, facets are conditions', async () => {
  const answer = await ask({ query: '首贷户', choice: { 类型: ['政策', '惠企'], 地区: ['乙市'] } })
  expect((await urls(answer)).toSorted()).toEqual(['/measures/c/', '/policies/b/'])
})

test('a value that no document has finds nothing', async () => {
  expect((await ask({ query: '首贷户', choice: { 地区: ['丙市'] } })).exact.size).toBe(0)
})

test('a query is not taken for another one because of a choice', async () => {
  const answer = await ask({ query: '首贷户', choice: { 地区: ['丙市'] } })
  expect(answer.used).toBeUndefined()
})

test('by date the latest come first and what has none last', async () => {
  const answer = await ask({ query: '首贷户', sort: 'date' })
  expect(await urls(answer)).toEqual(['/policies/b/', '/glossary/#d', '/policies/a/', '/measures/c/'])
})

test('without a query everything within the choice is listed in the order of the site', async () => {
  const answer = await ask({ choice: { 地区: ['甲市'] } })
  expect(await urls(answer)).toEqual(['/policies/a/', '/measures/c/'])
  expect(answer.counts['地区']).toEqual({ 甲市: 2, 乙市: 2 })
})

test('a result says its kind, its place and what it holds', async () => {
  const [hit] = await (await ask({ query: '申请贴息' })).exact.read(0, 1)
  expect(hit).toMatchObject({ type: '政策', url: '/policies/a/#c1', clause: '第一条', count: 1 })
  expect(hit?.excerpt.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['申请贴息'])
})

function made(
  url: string,
  title: string,
  type: string,
  regions: readonly string[],
  date: string | undefined,
  text: string,
): IndexDocument {
  const facets = { 类型: [type], 地区: regions }
  const place = url.includes('#') ? {} : { anchor: 'c1', clause: '第一条' }
  return { url, title, ...(date === undefined ? {} : { date }), facets, blocks: [{ text, ...place }] }
}
