import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grain } from '../../../src/fulltext/format/block.ts'
import { decodeMore, encodeMore } from '../../../src/fulltext/format/more.ts'

const text = fc.string({ unit: fc.constantFrom('企', '业', 'a', '𠮷'), maxLength: 5 })

test('what stands beside the head is read as it was written', () => {
  const contents = fc.integer({ min: 0, max: 3 }).chain((facetCount) => {
    const exactly = { minLength: facetCount, maxLength: facetCount }
    return fc.record({
      facets: fc.array(fc.record({ name: text, values: fc.array(text) }), exactly),
      documents: fc.array(fc.array(fc.array(fc.nat(300), { maxLength: 4 }), exactly)),
      groups: fc.array(fc.integer({ min: 1, max: 3000 }).map((one) => one * grain)),
      lexicon: fc.array(text),
      synonyms: fc.array(fc.array(text)),
    })
  })
  fc.assert(
    fc.property(contents, (more) => {
      expect(decodeMore(encodeMore(more))).toEqual(more)
    }),
  )
})
