import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildIndex } from '../../../src/fulltext/build/build-index.ts'
import { decodeMemory, encodeMemory, type IndexMemory } from '../../../src/fulltext/build/index-memory.ts'
import type { IndexDocument } from '../../../src/fulltext/format/document.ts'
import { filesOf, madeDocument } from '../made-index.ts'

/** Builds from a memory, and gives back what the next build needs, written and read as a file would be. */
async function builtFrom(documents: readonly IndexDocument[], memory: IndexMemory | undefined) {
  const files = new Map<string, Uint8Array>()
  let left: IndexMemory | undefined
  await buildIndex(documents, (path, bytes) => void files.set(path, bytes), {
    memory,
    remember: (one) => {
      left = decodeMemory(new Uint8Array(Buffer.concat(encodeMemory(one, 'a'))), 'a')
    },
  })
  return { files, left: left ?? memory }
}

const line = fc.string({ unit: fc.constantFrom(...'企业小微贷款的2a𠮷，。〔Ａ'), maxLength: 24 })
const texts = fc.array(line, { maxLength: 4 })
const edit = fc.record({
  at: fc.nat(),
  texts,
  kind: fc.constantFrom('change', 'change', 'change', 'add', 'remove', 'move'),
})

function edited(
  documents: readonly IndexDocument[],
  { at, texts: now, kind }: typeof edit extends fc.Arbitrary<infer T> ? T : never,
) {
  const all = [...documents]
  const place = at % (all.length + 1)
  const fresh = madeDocument(`/${place}/`, '通知', now)
  if (kind === 'remove') all.splice(place, 1)
  else if (kind === 'add') all.splice(place, 0, fresh)
  else if (kind === 'move') all.push(...all.splice(place, 1))
  else all.splice(place, 1, fresh)
  return all
}

test('an index made from the one before is the same, byte for byte, as one made anew', async () => {
  const first = fc
    .array(texts, { maxLength: 12 })
    .map((all) => all.map((one, at) => madeDocument(`/${at}/`, '通知', one)))
  await fc.assert(
    fc.asyncProperty(first, fc.array(edit, { minLength: 1, maxLength: 9 }), async (documents, edits) => {
      let now: readonly IndexDocument[] = documents
      let { left } = await builtFrom(now, undefined)
      for (const one of edits) {
        now = edited(now, one)
        const built = await builtFrom(now, left)
        expect(built.files).toEqual(await filesOf(now))
        left = built.left
      }
    }),
    { numRuns: 40 },
  )
})

/** Texts of so many different characters that there are many blocks. */
function longDocuments(seed: number): IndexDocument[] {
  let state = seed
  const sign = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 300))
  }
  return Array.from({ length: 30 }, (_, at) =>
    madeDocument(`/${at}/`, `第${at}号`, [Array.from({ length: 900 }, sign).join('')]),
  )
}

test('with many blocks, some of which stay, too', async () => {
  const isShort = (at: number) => at > 10 && at < 17
  const documents = longDocuments(3).map((one, at) => (isShort(at) ? madeDocument(one.url, one.title, ['一丁']) : one))
  const { left } = await builtFrom(documents, undefined)
  const other = documents.map((one, at) =>
    isShort(at) ? madeDocument(one.url, one.title, ['一丁七万丈三上下不与', `新的一段 abc${at}`]) : one,
  )
  const built = await builtFrom(other, left)
  expect(built.files).toEqual(await filesOf(other))
  expect(left?.blocks.length).toBeGreaterThan(10)
  const same = built.left?.blocks.filter(({ bytes }) =>
    left?.blocks.some((one) => Buffer.compare(one.bytes, bytes) === 0),
  )
  expect(same?.length).toBeGreaterThan(0)
  expect(same?.length).toBeLessThan(left?.blocks.length ?? 0)

  const once = other.with(20, madeDocument('/20/', '第二十号', ['乙']))
  const again = await builtFrom(once, built.left)
  expect(again.files).toEqual(await filesOf(once))
  expect(again.left, 'few changes leave the memory as it is').toBe(built.left)
})

test('a memory for another purpose is left alone', async () => {
  const { left } = await builtFrom([madeDocument('/1/', '通知', ['企业'])], undefined)
  const bytes = new Uint8Array(Buffer.concat(encodeMemory(left as IndexMemory, 'a')))
  expect(decodeMemory(bytes, 'b')).toBeUndefined()
})
