import { expect, test } from 'vitest'
import { placeOf, textFragment } from '../../../src/browser/search/place.ts'

const piece = (text: string, marked = false) => ({ text, marked })

test('the place of a hit is added to an address that has none', () => {
  expect(placeOf({ url: '/policies/a/', anchor: 'c2-1' })).toBe('/policies/a/#c2-1')
  expect(placeOf({ url: '/glossary/#a', anchor: 'x' })).toBe('/glossary/#a')
  expect(placeOf({ url: '/policies/a/', anchor: undefined })).toBe('/policies/a/')
})

test('words around tell which place is meant, up to the next punctuation', () => {
  const excerpt = [piece('…免责。推进'), piece('融资担保', true), piece('体系，政府')]
  expect(decodeURIComponent(textFragment(excerpt))).toBe(':~:text=推进-,融资担保,-体系')
})

test('between punctuation the words stand alone', () => {
  expect(decodeURIComponent(textFragment([piece('“'), piece('首贷户', true), piece('”')]))).toBe(':~:text=首贷户')
})

test('what has a meaning in the address is escaped', () => {
  expect(textFragment([piece('2021-2023, a&b', true)])).toBe(':~:text=2021%2D2023%2C%20a%26b')
})

test('nothing marked gives nothing, and many marks give four', () => {
  expect(textFragment([piece('首贷户')])).toBe('')
  const many = Array.from({ length: 6 }, (_, at) => [piece('、'), piece(`甲${at}`, true)]).flat()
  expect(textFragment(many).split('text=')).toHaveLength(5)
})
