import { expect, test } from 'vitest'
import { requestPath } from '../../../src/pipeline/serve/request-path.ts'

test.each([
  ['/', '/'],
  ['/a/b.csv?x=//y', '/a/b.csv'],
  ['/%E6%95%B0%E6%8D%AE/a%20b.csv', '/数据/a b.csv'],
  ['/a..b/...c', '/a..b/...c'],
])('%s is %s', (target, path) => {
  expect(requestPath(target)).toBe(path)
})

test.each([
  '',
  '*',
  'a',
  '//',
  '//evil.test/',
  '/a//b',
  'http://a.test/',
  'localhost:80',
  '/%',
  '/%zz',
  '/%ff',
  '/%00',
  '/a%0d%0ab',
  '/..',
  '/../a',
  '/a/./b',
  '/%2e%2e/a',
  '/..%2fa',
  '/a%2Fb',
  '/..%5ca',
  '/a\\b',
])('%j is no path', (target) => {
  expect(requestPath(target)).toBeUndefined()
})
