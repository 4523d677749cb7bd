import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ask } from '../../../src/fulltext/ask/ask.ts'
import { hitOf } from '../../../src/fulltext/ask/excerpt.ts'
import { openIndex } from '../../../src/fulltext/ask/open-index.ts'
import type { IndexDocument } from '../../../src/fulltext/format/document.ts'
import { filesOf, madeDocument, memorySource } from '../made-index.ts'

const synonyms = [
  ['社会保险', '社保'],
  ['环境保护', '环保'],
]

async function opened(documents: readonly IndexDocument[]) {
  return openIndex(memorySource(await filesOf(documents, { synonyms })))
}

test('the document whose number is asked for comes first, however the number is written', async () => {
  const texts = ['根据义政办发〔2021〕38号、义政办发〔2021〕38号，另见38号。']
  const documents = [
    madeDocument('/cites/', '关于三十八号的说明', texts),
    { ...madeDocument('/is/', '小微企业三年成长计划的实施意见', ['正文。']), number: '义政办发〔2021〕38号' },
    { ...madeDocument('/other/', '另一件', ['正文。']), number: '义政办发〔2020〕138号' },
  ]
  for (const query of [
    '义政办发〔2021〕38号',
    '义政办发 2021 38',
    '义政办发[2021]38号',
    '义政办发2021年38号',
    '38号',
  ]) {
    const { exact } = await ask(await opened(documents), query)
    expect([query, exact[0]?.document]).toEqual([query, 1])
    expect(exact.some((found) => found.document === 2)).toBe(false)
  }
})

test('a title that is the query but for its issuer comes before one that goes on', async () => {
  const index = await opened([
    madeDocument('/a/', '某市中等职业教育条例', ['职业教育条例，职业教育条例，职业教育条例。']),
    madeDocument('/b/', '某某市职业教育条例', ['第一条。']),
  ])
  expect((await ask(index, '职业教育条例')).exact.map((found) => found.document)).toEqual([1, 0])
})

test('what is typed is found exactly; other words of its group are shown apart', async () => {
  const index = await opened([
    madeDocument('/official/', '甲', ['环境保护。']),
    madeDocument('/everyday/', '乙', ['环保。']),
  ])
  const { exact, related, added } = await ask(index, '环境保护')
  expect(exact.map((found) => found.document)).toEqual([0])
  expect(related.map((found) => found.document)).not.toContain(0)
  expect(added).toEqual([])
})

test('an everyday word that few documents use finds the official one as well, and says so', async () => {
  const index = await opened([
    madeDocument('/0/', '甲', ['社会保险。']),
    madeDocument('/1/', '乙', ['社会保险登记。']),
    madeDocument('/2/', '丙', ['社会保险缴费。']),
    madeDocument('/3/', '丁', ['社保。']),
  ])
  const { exact, added, marks } = await ask(index, '社保')
  expect(exact.map((found) => found.document).sort()).toEqual([0, 1, 2, 3])
  expect(added).toEqual(['社会保险'])
  expect(marks).toEqual(['社保', '社会保险'])
  expect((await ask(index, '“社保”')).exact.map((found) => found.document)).toEqual([3])
})

const line = fc.string({ unit: fc.constantFrom(...'企业小微贷款2。'), minLength: 1, maxLength: 30 })
const library = fc
  .array(fc.tuple(line, fc.array(line, { minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 6 })
  .map((all) => all.map(([title, texts], at) => madeDocument(`/${at}/`, title, texts)))
const word = fc.string({ unit: fc.constantFrom(...'企业小微贷款'), minLength: 2, maxLength: 4 })

test('the exact tier is what a plain search of every text finds, and its excerpts hold what is marked', async () => {
  await fc.assert(
    fc.asyncProperty(library, fc.array(word, { minLength: 1, maxLength: 2 }), async (documents, words) => {
      const index = await opened(documents)
      const { exact, marks } = await ask(index, words.join('，'))
      const holds = ({ title, blocks }: IndexDocument, one: string) =>
        [title, ...blocks.map((block) => block.text)].some((text) => text.includes(one))
      const wanted = documents.flatMap((document, at) => (words.every((one) => holds(document, one)) ? [at] : []))
      expect(exact.map((found) => found.document).sort()).toEqual(wanted)
      for (const found of exact) {
        const { title, excerpt } = await hitOf(index, found, marks)
        const marked = [...title, ...excerpt].filter((piece) => piece.marked).map((piece) => piece.text)
        expect(marked.some((text) => words.some((one) => text.includes(one)))).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
