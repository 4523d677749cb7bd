import { expect, test } from 'vitest'
import { excerptAround, findMatches, partsOf } from '../../../src/browser/search/query.ts'

test('spaces set parts apart; what is only marks is dropped', () => {
  expect(partsOf(' 首贷户　企业 ，')).toEqual(['首贷户', '企业'])
})

test('a match is marked in the text as written, whatever its brackets', () => {
  const text = '《义政办发〔2021〕38号》印发'
  const [match] = findMatches(text, ['政办发2021 38号'])
  expect(text.slice(match?.start, match?.end)).toBe('政办发〔2021〕38号')
})

test('overlapping matches become one', () => {
  expect(findMatches('小微企业贷款', ['小微企业', '企业贷款'])).toEqual([{ start: 0, end: 6 }])
})

test('a phrase does not reach over a comma', () => {
  expect(findMatches('支持小微，企业受益', ['小微企业'])).toEqual([])
})

test('a number is found as a whole only', () => {
  expect(findMatches('138号文', ['38号'])).toEqual([])
})

test('an excerpt holds the first match', () => {
  const text = `${'前'.repeat(200)}首贷户${'后'.repeat(200)}`
  const { text: excerpt, start } = excerptAround(text, findMatches(text, ['首贷户']))
  expect(excerpt).toContain('首贷户')
  expect(text.slice(start, start + excerpt.length)).toBe(excerpt)
})

test('a short text is its own excerpt', () => {
  expect(excerptAround('短文', [])).toEqual({ text: '短文', start: 0 })
})
