import { expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../../src/browser/search/address.ts'

test('what is written into the address is read back', () => {
  const search = { query: '首贷户 38号', choice: { 类型: ['政策', '目标'], 年份: ['2021'] }, sort: 'date' } as const
  expect(readAddress(writeAddress(search))).toEqual(search)
})

test('the order is in the address only where it is not the usual one', () => {
  expect(writeAddress({ query: 'a', choice: {}, sort: 'fit' })).toBe('?q=a')
  expect(writeAddress({ query: 'a', choice: {}, sort: 'date' })).toBe('?q=a&sort=date')
  expect(readAddress('?q=a&sort=other').sort).toBe('fit')
})

test('an empty search leaves the address bare', () => {
  expect(writeAddress({ query: '', choice: {}, sort: 'date' })).toBe('')
  expect(readAddress('?q=%20&utm=x')).toEqual({ query: '', choice: {}, sort: 'fit' })
})
