import { expect, test } from 'vitest'
import type { Inline } from '../../../src/model/policy/markdown.ts'
import { targetSentence } from '../../../src/views/progress/target-sentence.ts'
import { clauseSample, policySample } from '../policy/policy-sample.ts'

const mark: Inline = { type: 'target', id: 't01', children: [{ type: 'text', text: '5.2万家以上' }] }
const text = (words: string): Inline => ({ type: 'text', text: words })

function sentenceOf(nodes: readonly Inline[]) {
  return targetSentence(policySample('p', { clauses: [clauseSample('c1', nodes)] }), 't01')
}

test('is the sentence around the marked words, without its neighbours', () => {
  expect(sentenceOf([text('前一句。到2023年底，新增小微企业'), mark, text('，其中规上一半。后一句。')])).toEqual({
    before: '到2023年底，新增小微企业',
    words: '5.2万家以上',
    after: '，其中规上一半。',
  })
})

test('reads through bold words and names of documents', () => {
  const bold: Inline = { type: 'strong', children: [text('新增'), mark, text('企业')] }
  const named: Inline = { type: 'policy', policy: 'x', text: '《计划》' }
  expect(sentenceOf([named, text('：'), bold, text('。')])).toEqual({
    before: '《计划》：新增',
    words: '5.2万家以上',
    after: '企业。',
  })
})

test('the first of several marks in one sentence keeps the others as words', () => {
  const other: Inline = { type: 'target', id: 't02', children: [text('700件')] }
  expect(sentenceOf([mark, text('，'), other, text('。')])?.after).toBe('，700件。')
})

test('finds marks in lists and tables, and nothing where there is none', () => {
  const list = { type: 'list', ordered: false, start: 1, items: [[{ type: 'paragraph', children: [mark] }]] } as const
  const table = { type: 'table', head: [], rows: [[[text('新增 '), mark]]] } as const
  for (const block of [list, table]) {
    const found = targetSentence(
      policySample('p', { clauses: [{ ...clauseSample('c1', []), blocks: [block] }] }),
      't01',
    )
    expect(found?.words).toBe('5.2万家以上')
  }
  expect(sentenceOf([text('没有')])).toBeUndefined()
})
