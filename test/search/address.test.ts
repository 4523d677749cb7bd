import { expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../src/search/address.ts'

test('what is written into the address is read back', () => {
  const search = { query: '首贷户 38号', choice: { 类型: ['政策', '目标'], 年份: ['2021'] } }
  expect(readAddress(writeAddress(search))).toEqual(search)
})

test('an empty search leaves the address bare', () => {
  expect(writeAddress({ query: '', choice: {} })).toBe('')
  expect(readAddress('?q=%20&utm=x')).toEqual({ query: '', choice: {} })
})
