import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openIndex } from '../../../src/fulltext/ask/open-index.ts'
import { phraseHits } from '../../../src/fulltext/ask/phrase.ts'
import { DamagedIndex } from '../../../src/fulltext/format/block.ts'
import type { IndexDocument } from '../../../src/fulltext/format/document.ts'
import { countAt } from '../../../src/fulltext/format/posting.ts'
import { blockAt } from '../../../src/fulltext/format/record.ts'
import { gap, unitsOf } from '../../../src/fulltext/format/units.ts'
import { filesOf, madeDocument, memorySource } from '../made-index.ts'

/** Few signs, so that phrases repeat; runs, brackets, gaps, width and a character outside the BMP among them. */
const line = fc.string({ unit: fc.constantFrom(...'企业小微贷款的2a𠮷，。〔（Ａ '), maxLength: 24 })
const library = fc
  .array(fc.tuple(line, fc.array(line, { maxLength: 5 }), fc.boolean()), { minLength: 1, maxLength: 8 })
  .map((all) =>
    all.map(([title, texts, hasNumber], at): IndexDocument => {
      const document = madeDocument(`/${at}/`, title, texts)
      return hasNumber ? { ...document, number: '义政办发〔2021〕38号' } : document
    }),
  )

/** The units of a document as positions count them: each text, and one gap behind it. */
function positionsOf({ title, number, blocks }: IndexDocument): string[] {
  const texts = [title, ...(number === undefined ? [] : [number]), ...blocks.map((block) => block.text)]
  return texts.flatMap((text) => [...unitsOf(text).map((unit) => unit.text), gap])
}

/** How often each document holds a phrase, by looking at every place. */
function counted(documents: readonly IndexDocument[], phrase: string): [number, number][] {
  const wanted = unitsOf(phrase).map((unit) => unit.text)
  return documents.flatMap((document, at): [number, number][] => {
    const units = positionsOf(document)
    const holds = (from: number) => wanted.every((one, offset) => units[from + offset] === one)
    const count = wanted.length === 0 ? 0 : [...units.keys()].filter(holds).length
    return count > 0 ? [[at, count]] : []
  })
}

async function found(files: ReadonlyMap<string, Uint8Array>, phrase: string): Promise<[number, number][]> {
  const list = await phraseHits(await openIndex(memorySource(files)), phrase)
  return [...list.docs].map((doc, at) => [doc, countAt(list, at)])
}

test('every piece of every text is found in exactly the documents that hold it, as often as it stands there', async () => {
  await fc.assert(
    fc.asyncProperty(library, fc.nat(), fc.nat(), fc.nat(14), async (documents, which, start, length) => {
      const files = await filesOf(documents)
      const texts = documents.flatMap(({ title, blocks }) => [title, ...blocks.map((block) => block.text)])
      const text = texts[which % texts.length] ?? ''
      const from = start % (text.length + 1)
      const phrase = text.slice(from, from + 1 + length)
      const own = unitsOf(phrase).map((unit) => unit.text)
      const hits = await found(files, phrase)
      const truth = counted(documents, phrase)
      // A phrase that is cut inside a run or a pair of surrogates need not stand anywhere; one with gaps may then be found by its sentences.
      if (truth.length > 0 || !own.includes(gap)) expect(hits).toEqual(truth)
    }),
    { numRuns: 100 },
  )
})

test('what stands nowhere is not found', async () => {
  await fc.assert(
    fc.asyncProperty(library, line, async (documents, phrase) => {
      if (unitsOf(phrase).some((unit) => unit.text === gap)) return
      expect(await found(await filesOf(documents), phrase)).toEqual(counted(documents, phrase))
    }),
  )
})

/** So many pairs that the index has many blocks and parts. */
function manyDocuments(size: number): IndexDocument[] {
  let state = 7
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return (state >>> 8) % below
  }
  const word = () => String.fromCharCode(0x4e00 + next(next(4) === 0 ? 900 : 60))
  return Array.from({ length: size }, (_, at) => {
    const texts = Array.from({ length: 12 }, () => Array.from({ length: 60 }, word).join(''))
    return madeDocument(`/${at}/`, `第${at}号通知`, texts)
  })
}

test('in an index of many blocks every pair of units is found by binary search', async () => {
  const documents = manyDocuments(40)
  const files = await filesOf(documents)
  const index = await openIndex(memorySource(files))
  expect(index.head.blocks.length).toBeGreaterThan(20)
  const truth = new Map<string, Map<number, number>>()
  for (const [at, document] of documents.entries()) {
    const units = positionsOf(document)
    for (const [place, unit] of units.entries()) {
      const other = units[place + 1] ?? gap
      if (unit === gap || other === gap) continue
      const counts = truth.get(unit + other) ?? new Map<number, number>()
      truth.set(unit + other, counts.set(at, (counts.get(at) ?? 0) + 1))
    }
  }
  for (const [pair, counts] of truth) {
    const list = await phraseHits(index, pair)
    expect([pair, [...list.docs].map((doc, at) => [doc, countAt(list, at)])]).toEqual([pair, [...counts]])
  }
})

test('positions lead to the text that stands there', async () => {
  const documents = manyDocuments(6)
  const index = await openIndex(memorySource(await filesOf(documents)))
  for (const [at, { blocks }] of documents.entries()) {
    const phrase = blocks[3]?.text.slice(10, 16) ?? ''
    const list = await phraseHits(index, phrase)
    const place = blockAt(await index.record(at), list.positions[list.docs.indexOf(at)] ?? 0)
    expect(await index.text(place.from, place.to)).toBe(blocks[3]?.text)
  }
})

test('the same documents give the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(library, async (documents) => {
      expect(await filesOf(documents)).toEqual(await filesOf(structuredClone(documents)))
    }),
    { numRuns: 20 },
  )
})

test('a changed byte in any file is refused, or changes no answer', async () => {
  const documents = manyDocuments(10)
  const files = await filesOf(documents)
  const phrases = documents.flatMap(({ blocks }) => [
    blocks[0]?.text.slice(0, 3) ?? '',
    blocks[5]?.text.slice(7, 12) ?? '',
  ])
  const answers = async (some: ReadonlyMap<string, Uint8Array>) => {
    const index = await openIndex(memorySource(some))
    const all = []
    for (const phrase of phrases) all.push(await phraseHits(index, phrase))
    const records = await Promise.all(documents.map((_, at) => index.record(at)))
    const text = await Promise.all(
      records.flatMap((record) => {
        const [first, later] = [blockAt(record, 0), blockAt(record, 60)]
        return [index.text(first.from, first.to), index.text(later.from + 1, later.to - 1)]
      }),
    )
    const words = await Promise.all(index.more.lexicon.map((letter) => index.lexicon(letter)))
    return { all, records, text, words, days: await index.days(), fold: await index.fold() }
  }
  const truth = await answers(files)
  const paths = [...files.keys()]
  let refused = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 1, max: 255 }), async (path, at, by) => {
      const damaged = files.get(path)?.slice() ?? new Uint8Array()
      const place = at % damaged.length
      damaged[place] = (damaged[place] ?? 0) ^ by
      try {
        expect(await answers(new Map([...files, [path, damaged]]))).toEqual(truth)
      } catch (error) {
        if (!(error instanceof DamagedIndex)) throw error
        refused++
      }
    }),
    { numRuns: 150 },
  )
  expect(refused).toBeGreaterThan(50)
})

test('a file that ends early is refused', async () => {
  const documents = manyDocuments(10)
  const files = await filesOf(documents)
  for (const path of ['head.bin', 'p/0.bin', 'r/0.bin']) {
    const short = new Map([...files, [path, files.get(path)?.slice(0, 20) ?? new Uint8Array()]])
    const reading = async () => {
      const index = await openIndex(memorySource(short))
      await index.record(9)
      for (const { blocks } of documents) await phraseHits(index, blocks[0]?.text.slice(0, 4) ?? '')
    }
    await expect(reading()).rejects.toThrow(DamagedIndex)
  }
})
