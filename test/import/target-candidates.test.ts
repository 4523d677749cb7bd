import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replaceCandidates } from '../../src/import/target-candidates.ts'

test.each([
  [
    '到2023年底，累计新增企业5.2万家以上，其中重点产业1.3万家以上。',
    ['累计新增企业5.2万家以上', '重点产业1.3万家以上'],
  ],
  ['新增甲类20家、乙类3家、丙类6家。', ['新增甲类20家', '乙类3家', '丙类6家']],
  ['平均费率降至1%以下。', ['平均费率降至1%以下']],
  ['实现授信1000万元以下的贷款增速加快。', []],
  ['2021年11月8日印发。', []],
  ['情节严重的，处5万元以上10万元以下罚款，并累计新增记分12个以上。', []],
])('%s', (text, expected) => {
  expect([...marked(text).matchAll(/:target\[([^\]]*)\]/g)].map(([, words]) => words)).toEqual(expected)
})

test('without its marks the text is what it was', () => {
  const words = fc.constantFrom(
    '新增',
    '5.2万家',
    '以上',
    '、',
    '，',
    '。',
    '“',
    '”',
    '达到',
    '100%',
    '的',
    '企业',
    '[',
    ']',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      expect(marked(text).replace(/:target\[([^\]]*)\]\{#t\d+\}/g, '$1')).toBe(text)
    }),
  )
})

function marked(text: string): string {
  let n = 0
  return replaceCandidates(text, (words) => `:target[${words}]{#t${++n}}`)
}
