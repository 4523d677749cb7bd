import { expect, test } from 'vitest'
import { glossary } from '../../../src/model/policy/term.ts'
import { searchSynonyms } from '../../../src/publish/search/synonyms.ts'

test('a group of synonyms has at least two words; a glossary may do without groups', () => {
  expect(glossary.parse({ terms: [] }).synonyms).toEqual([])
  expect(glossary.parse({ terms: [], synonyms: [['社会保险', '社保']] }).synonyms).toEqual([['社会保险', '社保']])
  expect(glossary.safeParse({ terms: [], synonyms: [['社会保险']] }).success).toBe(false)
})

test('search takes the groups of the terms and those that need no explanation', () => {
  const term = { id: 'a', term: '小微企业', plain: '小的企业。' }
  const { terms, synonyms } = glossary.parse({
    terms: [
      { ...term, synonyms: ['小企业'] },
      { ...term, id: 'b', term: '培育库' },
    ],
    synonyms: [['社会保险', '社保']],
  })
  const groups = searchSynonyms({ terms: new Map(terms.map((one) => [one.id, one])), synonyms })
  expect(groups).toEqual([
    ['小微企业', '小企业'],
    ['社会保险', '社保'],
  ])
})
