import { expect, test } from 'vitest'
import { replicas } from '../../src/bench/replicas.ts'
import type { IndexDocument } from '../../src/fulltext/format/document.ts'

const text = '各区县人民政府要按照职责分工落实各项措施，及时公布办理进展，接受社会监督，每年向上级报告一次。'.repeat(2)

function documents(): IndexDocument[] {
  return ['甲', '乙'].map((title) => ({ url: `${title}.md`, title, facets: {}, blocks: [{ text }] }))
}

test('documents come again with another address and a little other text', () => {
  const all = [...replicas(documents, 5)]
  expect(all.map((one) => one.url)).toEqual(['甲.md', '乙.md', '1/甲.md', '1/乙.md', '2/甲.md'])
  const [first, , second, , third] = all.map((one) => one.blocks[0]?.text ?? '')
  expect(first).toBe(text)
  expect(new Set([first, second, third]).size).toBe(3)
  expect([...(second ?? '')].filter((sign, at) => sign !== text[at])).toHaveLength(3)
})

test('without documents there is nothing to repeat', () => {
  expect([...replicas(() => [], 5)]).toEqual([])
})
