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

test('a base that is no path is wrong usage', () => {
  expect(() => basePath('https://a.b/')).toThrow(UsageError)
})

test('a site address loses its last slash and must be http', () => {
  expect(siteOrigin('https://a.gov.cn/')).toBe('https://a.gov.cn')
  expect(() => siteOrigin('ftp://a')).toThrow(UsageError)
})

test('a port outside its range is wrong usage', () => {
  expect(portNumber(undefined, 4321)).toBe(4321)
  expect(() => portNumber('0', 4321)).toThrow(UsageError)
})
