import fc from 'fast-check'
import { expect, it } from 'vitest'
import { iri, type RdfNode, toJsonLd, toTurtle, zh } from '../../../src/publish/metadata/rdf.ts'
import { canonicalJsonLd, canonicalTurtle } from './emitted.ts'

const node = (facts: RdfNode['facts']): RdfNode => ({ id: 'https://a.b/#x', types: ['dcat:Dataset'], facts })

it('says the same in JSON-LD and in Turtle, whatever the words', async () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '市', '"', '\\', '\n', '\r', '\t', '<', '@', '𠮷', "'", '\u2028'),
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(text, fc.array(text, { maxLength: 3 }), fc.webUrl(), async (title, keywords, url) => {
      const nodes = [
        node({
          'dct:title': zh(title),
          'dcat:keyword': keywords.map(zh),
          'dct:identifier': { text: title },
          'dcat:landingPage': iri(url),
          'dct:license': undefined,
        }),
      ]
      expect(await canonicalTurtle(toTurtle(nodes))).toBe(await canonicalJsonLd(JSON.stringify(toJsonLd(nodes))))
    }),
    { numRuns: 50 },
  )
})

it('says a thing once that is described twice', () => {
  const twice = [node({ 'dct:title': zh('一') }), node({ 'dct:title': zh('一') })]
  expect(toJsonLd(twice)).toEqual(toJsonLd(twice.slice(1)))
})

it('leaves out what is not known', () => {
  expect(toJsonLd([node({ 'dct:license': undefined, 'dct:spatial': [] })])).toMatchObject({
    '@graph': [{ '@id': 'https://a.b/#x', '@type': 'dcat:Dataset' }],
  })
  expect(toTurtle([node({ 'dct:license': undefined })])).not.toContain('dct:license ')
})

it('refuses a name of no vocabulary', () => {
  expect(() => toTurtle([node({ 'nope:title': zh('一') })])).toThrow('unknown vocabulary: nope:title')
})
