import { expect, test } from 'vitest'
import { queryParts } from '../../../src/fulltext/ask/query-parts.ts'

const texts = (query: string) => queryParts(query).map((part) => part.text)

test('spaces and light punctuation set parts apart', () => {
  expect(texts(' 小微企业　贷款、补贴，申请 ')).toEqual(['小微企业', '贷款', '补贴', '申请'])
})

test('a word spaced out character by character is one part', () => {
  expect(texts('小 微 企 业')).toEqual(['小微企业'])
})

test('what is quoted stays whole and is told apart', () => {
  expect(queryParts('“小微 企业” 贷款')).toEqual([
    { text: '小微 企业', quoted: true },
    { text: '贷款', quoted: false },
  ])
})

test('brackets of a document number do not divide it', () => {
  expect(texts('义政办发〔2021〕38号')).toEqual(['义政办发〔2021〕38号'])
})

test('signs alone are no part', () => {
  expect(queryParts('， “” ——')).toEqual([])
})

test('a part written twice is one part', () => {
  expect(texts('义乌 义乌 “义乌”')).toEqual(['义乌', '义乌'])
})

test('of very many parts none is passed over', () => {
  const parts = texts(Array.from({ length: 40 }, (_, at) => `甲${at}`).join(' '))
  expect(parts).toHaveLength(24)
  expect(parts.at(-1)).toMatch(/^甲23；.*；甲39$/)
})
