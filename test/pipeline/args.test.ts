import { expect, test } from 'vitest'
import { asOfDay, basePath, portNumber, readArgs, siteOrigin, UsageError } from '../../src/pipeline/args.ts'

const accepts = { options: { out: { type: 'string' }, quiet: { type: 'boolean' } } } as const

test('options are read by name', () => {
  expect(readArgs(['--out', 'x', '--quiet'], accepts).values).toEqual({ out: 'x', quiet: true })
})

test.each([[['--nope']], [['--out']], [['word']]])('%j is wrong usage', (argv) => {
  expect(() => readArgs(argv, accepts)).toThrow(UsageError)
})

test('a missing word is wrong usage', () => {
  expect(() => readArgs([], { options: {}, words: { least: 1, most: 1 } })).toThrow('缺少参数')
})

test('the day is today in UTC unless it is given', () => {
  expect(asOfDay(undefined, () => new Date('2026-11-20T23:59:00Z'))).toBe('2026-11-20')
  expect(asOfDay('2026-11-20')).toBe('2026-11-20')
})

test('a day that is not in the calendar is wrong usage', () => {
  expect(() => asOfDay('2026-02-30')).toThrow(UsageError)
})

test.each([
  ['/', ''],
  ['', ''],
  ['gongbao', '/gongbao'],
  ['/a/b/', '/a/b'],
])('base %j becomes %j', (given, expected) => {
  expect(basePath(given)).toBe(expected)
})

test.each(['https://a.b/', 'a b', '//a', '/a//b', '/../a', '/a/./b', '/..', '/a?b', '/a#b', '/%2e', '/义乌', '\\a'])(
  'base %j is wrong usage',
  (given) => {
    expect(() => basePath(given)).toThrow(UsageError)
  },
)

test.each([
  '',
  'a',
  'a.gov.cn',
  'ftp://a',
  'javascript:1',
  'https://',
  'https://a/x',
  'https://a/?x',
  'https://u:p@a',
  '//a',
])('site %j is wrong usage', (given) => {
  expect(() => siteOrigin(given)).toThrow(UsageError)
})

test.each(['', 'today', '2026-13-01', '2026-02-29', '2026-1-1', '20260101', '2026-01-01T00:00', '２０２６-01-01', '0'])(
  'the day %j is wrong usage',
  (given) => {
    expect(() => asOfDay(given)).toThrow(UsageError)
  },
)

test('wrong usage is said in Chinese and in English', () => {
  const faults = [['--nope'], ['--out'], ['word'], ['--quiet=1']].map((argv) => () => readArgs(argv, accepts))
  for (const fault of [
    ...faults,
    () => basePath('..'),
    () => siteOrigin('x'),
    () => portNumber('x', 1),
    () => asOfDay('x'),
  ]) {
    expect(fault).toThrow(/^[^\n]*[\u4e00-\u9fff][^\n]*\n[\x20-\x7e]+$/)
  }
})

test('a site address loses its last slash and must be http', () => {
  expect(siteOrigin('https://a.gov.cn/')).toBe('https://a.gov.cn')
  expect(() => siteOrigin('ftp://a')).toThrow(UsageError)
})

test('a port outside its range is wrong usage', () => {
  expect(portNumber(undefined, 4321)).toBe(4321)
  for (const given of ['0', '65536', '1e3', ' 80', '-1', '', '0x50', '8.0']) {
    expect(() => portNumber(given, 4321), given).toThrow(UsageError)
  }
})
