import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Files } from '../../src/read/files.ts'
import { readFiles } from '../../src/read/files.ts'
import { readMemory } from '../../src/read/memory.ts'
import { readSite } from '../../src/read/root.ts'
import { base } from './overlay.ts'

const files = await readFiles(base)
const asOf = '2026-11-20'
const paths = [...files.texts.keys()].filter((path) => path.startsWith('content/'))

/** A line left out, written twice, or with another word. */
function edited(text: string, at: number, kind: number): string {
  const lines = text.split('\n')
  const place = at % lines.length
  const line = lines[place] ?? ''
  const instead = [[], [line, line], [`${line}小店`], [line.slice(1)]][kind] ?? []
  lines.splice(place, 1, ...instead)
  return lines.join('\n')
}

test('a reading with what the last one has left finds what a reading from nothing finds', {
  timeout: 300_000,
}, async () => {
  const edit = fc.tuple(fc.nat(paths.length - 1), fc.nat(200), fc.nat(3))
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
      const memory = readMemory()
      let texts = new Map(files.texts)
      await readSite({ ...files, texts }, { asOf, memory })
      for (const [which, at, kind] of edits) {
        const path = paths[which] ?? ''
        texts = new Map([...texts, [path, edited(texts.get(path) ?? '', at, kind)]])
        const now: Files = { ...files, texts }
        expect(await readSite(now, { asOf, memory })).toEqual(await readSite(now, { asOf }))
      }
    }),
    { numRuns: 8, seed: 7 },
  )
})
