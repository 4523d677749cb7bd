import { expect, test } from 'vitest'
import { openIndex } from '../../../src/fulltext/ask/open-index.ts'
import { phraseHits } from '../../../src/fulltext/ask/phrase.ts'
import { filesOf, madeDocument, memorySource } from '../made-index.ts'

const documents = [
  madeDocument('a', '甲', ['拆除建筑物、构筑物，清理场地。', '逾期的']),
  madeDocument('b', '乙', ['拆除建筑物、构筑物并清理场地。']),
  madeDocument('c', '丙', ['清理场地；另有构筑物']),
]

async function docs(text: string): Promise<number[]> {
  const index = await openIndex(memorySource(await filesOf(documents)))
  return [...(await phraseHits(index, text)).docs]
}

test('punctuation within a phrase is not a character', async () => {
  expect(await docs('构筑物，清理场地')).toEqual([0])
  expect(await docs('构筑物。清理')).toEqual([0])
  expect(await docs('物、构筑物')).toEqual([0, 1])
})

test('where punctuation differs, all of the parts must be in a document', async () => {
  expect(await docs('场地，建筑物')).toEqual([0, 1])
  expect(await docs('场地，构筑物')).toEqual([0, 1, 2])
})

test('a sign alone between punctuation', async () => {
  expect(await docs('物、构筑物，清')).toEqual([0])
  expect(await docs('除建筑物、构')).toEqual([0, 1])
})
