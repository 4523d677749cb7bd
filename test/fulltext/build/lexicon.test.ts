import { expect, test } from 'vitest'
import { type LexiconWord, libraryWords } from '../../../src/fulltext/build/lexicon.ts'
import { filesOf, madeDocument } from '../made-index.ts'

test('a place of frequent characters is a word, what only stands before the same ending is none', async () => {
  const texts = ['上海市立法', '上海市开会', '上海市交通', '上海证券', '按照区域', '按照区划', '按照区内']
  // Each of these characters alone is so frequent that they might stand together by chance.
  const often = Array.from({ length: 60 }, () => '以上；海水；城市；按时；照明；地区；按照规定')
  expect(await wordsOf([...texts, ...often])).toEqual(expect.arrayContaining(['上海市']))
  expect(await wordsOf([...texts, ...often])).not.toContain('按照区')
})

async function wordsOf(texts: readonly string[]): Promise<string[]> {
  let words: LexiconWord[] = []
  const lexicon = (library: Parameters<typeof libraryWords>[0]) => {
    words = libraryWords(library)
    return new Map<string, Uint8Array>()
  }
  await filesOf([madeDocument('/0/', '', texts)], { lexicon })
  return words.map(({ text }) => text)
}
