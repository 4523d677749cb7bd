import { expect, test } from 'vitest'
import { openIndex } from '../../../src/fulltext/ask/open-index.ts'
import { search } from '../../../src/fulltext/ask/search.ts'
import { corrections, isPinyin, wordsForPinyin } from '../../../src/fulltext/ask/spelling.ts'
import { pinyinLexicon } from '../../../src/fulltext/build/pinyin-lexicon.ts'
import { traditionalPairs } from '../../../src/fulltext/build/traditional.ts'
import { filesOf, madeDocument, memorySource } from '../made-index.ts'

const documents = [
  madeDocument('/0/', '义乌市小微企业条例', ['扶持小微企业，小微企业可以申请。', '小微企业名单由本市公布。']),
  madeDocument('/1/', '劳动合同办法', [
    '劳动合同应当书面订立。',
    '解除劳动合同的，说明理由。',
    '劳动者持劳动合同登记。',
  ]),
  madeDocument('/2/', '环境保护规定', ['环境保护税。', '重视环境保护。', '环境保护人人有责。']),
]
const words = [
  { text: '小微企业', count: 9 },
  { text: '劳动', count: 7 },
  { text: '合同', count: 6 },
  { text: '环境保护', count: 5 },
  { text: '义务', count: 50 },
  { text: '义乌市', count: 3 },
  { text: '老人', count: 3 },
  { text: '和平', count: 3 },
]
const lexicon = () => pinyinLexicon(words)

async function index() {
  return openIndex(memorySource(await filesOf(documents, { pairs: traditionalPairs(), lexicon })))
}

const first = async (query: string) => {
  const { exact, used } = await search(await index(), query)
  return { document: exact[0]?.document, used }
}

test('traditional characters are searched as simplified ones, and it is said', async () => {
  expect(await first('環境保護')).toEqual({ document: 2, used: { text: '环境保护', why: 'traditional' } })
})

test('pinyin, its initials and two words of it find the Chinese words', async () => {
  expect(await first('xiaoweiqiye')).toEqual({ document: 0, used: { text: '小微企业', why: 'pinyin' } })
  expect(await first('xwqy')).toEqual({ document: 0, used: { text: '小微企业', why: 'pinyin' } })
  expect((await first('laodong hetong')).document).toBe(1)
  expect(await first('ldht')).toEqual({ document: 1, used: { text: '劳动合同', why: 'pinyin' } })
})

test('a place is proposed before a more frequent word of the same sound', async () => {
  expect(await wordsForPinyin(await index(), 'yiwu')).toEqual(['义乌', '义务'])
})

test('one wrong character is corrected: of the same sound, at the beginning, at the end, in a longer text', async () => {
  expect(await first('小徽企业')).toEqual({ document: 0, used: { text: '小微企业', why: 'spelling' } })
  expect(await first('环境保户')).toEqual({ document: 2, used: { text: '环境保护', why: 'spelling' } })
  expect(await first('老动合同')).toEqual({ document: 1, used: { text: '劳动合同', why: 'spelling' } })
  expect(await first('解除劳动和同')).toEqual({ document: 1, used: { text: '解除劳动合同', why: 'spelling' } })
})

test('a name that results are narrowed by needs no lexicon to be recognised, whatever its first character sounds like', async () => {
  const [document = madeDocument('/0/', '', [])] = documents
  const narrowed = { ...document, facets: { 地区: ['义乌市', '金华市'] } }
  const open = await openIndex(memorySource(await filesOf([narrowed])))
  expect(await corrections(open, '会乌市')).toEqual(['义乌市'])
  expect((await search(open, '会乌市')).used).toEqual({ text: '义乌市', why: 'spelling' })
})

test('what stands somewhere is never replaced', async () => {
  const { used, exact } = await search(await index(), '小微企业可以')
  expect(used).toBeUndefined()
  expect(exact).toHaveLength(1)
})

test('a text in quotation marks is searched as it is', async () => {
  const { used, exact } = await search(await index(), '“小徽企业”')
  expect([used, exact]).toEqual([undefined, []])
})

test('long questions and single characters are not corrected', async () => {
  expect(await corrections(await index(), '小徽企业怎样申请补贴')).toEqual([])
  expect(await corrections(await index(), '微')).toEqual([])
})

test('only letters, spaces and apostrophes may be pinyin', () => {
  expect(["xi'an", 'xiao wei', 'CITES'].every(isPinyin)).toBe(true)
  expect(['55mm', '小wei', ''].some(isPinyin)).toBe(false)
})

test('words of the groups, words of the text and words of two characters are never put away for another', async () => {
  const own = [
    ...documents,
    madeDocument('/3/', '就业金华行动', [
      '就业金华。',
      '失业的登记。',
      '危险作业，危险物品。',
      '失业登记后领取失业保险金。',
    ]),
  ]
  const lexicon = () =>
    pinyinLexicon([...words, { text: '就业', count: 9 }, { text: '危险', count: 8 }, { text: '五一', count: 1 }])
  const synonyms = [['救济金', '失业金']]
  const open = await openIndex(memorySource(await filesOf(own, { pairs: traditionalPairs(), lexicon, synonyms })))
  for (const query of ['失业金', '五险', '失业金华']) {
    const answer = await search(open, query)
    expect([query, answer.used, answer.exact]).toEqual([query, undefined, []])
  }
  const offered = await search(open, '五险')
  expect(offered.added).toEqual(['危险'])
  expect(offered.related.map(({ document }) => document)).toContain(3)
})
