import { expect, test } from 'vitest'
import { relatedWords } from '../../../src/fulltext/ask/related-words.ts'

test('words of asking are left out, words that stand together make a run', () => {
  expect(relatedWords(['企业拖欠货款怎么办'])).toEqual([['企业', '拖欠', '货款']])
  expect(relatedWords(['小微企业', '贷款', '申请']).map((run) => run.join(''))).toEqual(['小微企业', '贷款'])
})

test('a question of nothing but words of asking is asked as it is', () => {
  expect(relatedWords(['怎么办'])).toEqual([['怎么办']])
})
