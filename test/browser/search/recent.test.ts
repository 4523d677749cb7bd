import { beforeEach, expect, test, vi } from 'vitest'
import { forgetQueries, recentQueries, rememberQuery } from '../../../src/browser/search/recent.ts'

const held = new Map<string, string>()

beforeEach(() => {
  held.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
    removeItem: (key: string) => held.delete(key),
  })
})

test('the latest query stands first and each only once', () => {
  for (const query of ['甲', '乙', '', '甲']) rememberQuery(query)
  expect(recentQueries()).toEqual(['甲', '乙'])
})

test('eight are kept, and none when forgotten', () => {
  for (let at = 0; at < 12; at++) rememberQuery(`q${at}`)
  expect(recentQueries()).toHaveLength(8)
  expect(recentQueries()[0]).toBe('q11')
  forgetQueries()
  expect(recentQueries()).toEqual([])
})

test.each(['{', '{"a":1}', '[1,null]'])('what else stands there (%s) is no query', (text) => {
  rememberQuery('甲')
  for (const key of held.keys()) held.set(key, text)
  expect(recentQueries()).toEqual([])
})

test('where storage is blocked there are none', () => {
  const blocked = () => {
    throw new Error('blocked')
  }
  vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked, removeItem: blocked })
  rememberQuery('甲')
  forgetQueries()
  expect(recentQueries()).toEqual([])
})
