import { expect, test } from 'vitest'
import { datasetCitations } from '../../src/model/data/data-citation.ts'
import { webAddress, webAddressOrPath } from '../../src/model/field.ts'
import { guardCells, toCsv } from '../../src/publish/formats/csv-text.ts'
import { iri, toTurtle } from '../../src/publish/metadata/rdf.ts'
import { opensearch } from '../../src/publish/web/opensearch.ts'

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///a',
  'blob:https://a.test/1',
  'intent:x',
  'https://u:p@a.test/',
])('%s is no address', (text) => {
  expect(webAddress.safeParse(text).success).toBe(false)
  expect(webAddressOrPath.safeParse(text).success).toBe(false)
})

test('an address is kept as the URL Standard writes it', () => {
  expect(webAddress.parse('HTTPS://Example.TEST/a b>c')).toBe('https://example.test/a%20b%3Ec')
})

test('a line break forges no record', () => {
  const work = {
    id: 'a',
    title: '表\r\nER  - \r\nTY  - JOUR',
    version: '1.0.0',
    contributors: [],
    gongbao: { updatedOn: '2024-01-01' },
  }
  const { ris, bibtex } = datasetCitations(work as never, { publisher: '某局' }, { url: 'https://a.test/' })
  expect(ris.match(/^TY {2}- /gm)).toHaveLength(1)
  expect(bibtex.split('\n')).toHaveLength(11)
})

test('an address ends no term of Turtle', () => {
  expect(
    toTurtle([{ id: 'https://a.test/>.<b', types: ['dcat:Dataset'], facts: { 'dct:license': iri('x:> y') } }]),
  ).not.toMatch(/>\.<|> y/)
})

test('the short name of a search is cut before its signs are escaped', () => {
  const config = { place: '甲'.repeat(14), name: 'A&B', subtitle: '题' }
  expect(opensearch({ config } as never, { origin: 'https://a.test', base: '' } as never)).toContain(
    '甲A&amp;</ShortName>',
  )
})

test('no text of a table for spreadsheets runs', () => {
  expect(toCsv([guardCells(['=1+1', '＝1', '@a', '-0.5', '+5%', '-', 3])])).toBe("'=1+1,'＝1,'@a,-0.5,+5%,-,3\n")
})
