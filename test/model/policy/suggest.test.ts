import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from '../../../src/model/policy/suggest.ts'

const fields = [
  'title',
  'docNumber',
  'docNumberNote',
  'issuers',
  'adoptedOn',
  'publishedOn',
  '发文字号',
  '成文日期',
  '发布日期',
]
const offices = ['yw-scjgj', 'yw-jxj', 'yw-zfb', 'yw-czj']

test.each([
  ['docNumer', fields, 'docNumber'],
  ['docnumber', fields, 'docNumber'],
  ['adoptdeOn', fields, 'adoptedOn'],
  ['Title', fields, 'title'],
  ['发文号', fields, '发文字号'],
  ['成文日', fields, '成文日期'],
  ['yw-scjg', offices, 'yw-scjgj'],
  ['市监局', ['经信局', '市场监管局'], '市场监管局'],
])('for %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected)
})

test.each(['', ' ', 'colour', '备注', 'x'])('nothing is near “%s”', (word) => {
  expect(nearest(word, fields)).toBeUndefined()
})

test('of two equally near the one with the same beginning, then the first, is named', () => {
  expect(nearest('abcx', ['xbcx', 'abcd'])).toBe('abcd')
  expect(nearest('abcx', ['abcd', 'abce'])).toBe('abcd')
})

test('one slip in a word of five or more is found again', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 5, maxLength: 20 })
  fc.assert(
    fc.property(letters, fc.nat(19), fc.constantFrom('z', ''), (word, place, slip) => {
      const at = place % word.length
      const wrong = word.slice(0, at) + slip + word.slice(at + 1)
      expect(nearest(wrong, [word])).toBe(word)
    }),
  )
})

test('two changed places are one slip', () => {
  expect(nearest('ba', ['ab', 'cd'])).toBe('ab')
  expect(nearest('kidn', ['kind', 'kids'])).toBe('kind')
})
