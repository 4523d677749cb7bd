import { expect, test } from 'vitest'
import { headerRules, headersFile, headersFor, parseHeadersFile } from '../../../src/publish/web/headers.ts'

const rules = headerRules('')

test('what is written can be read back', () => {
  expect(parseHeadersFile(headersFile(rules))).toEqual(rules)
})

test('every page has a policy that lets nothing in from outside', () => {
  const policy = headersFor(rules, '/policies/x/')['Content-Security-Policy']
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:/)
})

test.each(['/data/x/x.csv', '/policies/x.json', '/catalog.jsonld', '/progress/x/t01.svg', '/progress/x/t01.png'])(
  '%s may be read by other sites',
  (path) => {
    expect(headersFor(rules, path)['Access-Control-Allow-Origin']).toBe('*')
  },
)

test('no file for other sites is met by two rules: hosts would join their values', () => {
  const names = ['x.csv', 'x.excel.csv', 'x.json', 'x.ndjson', 'x-0001.parquet', 'x.xlsx', 'x.zip', 'dataset.jsonld']
  for (const name of [...names, 'dataset.ttl', 'README.md', 'CITATION.txt', 'citation.bib', 'SHA256SUMS']) {
    const path = `/data/x/latest/${name}`
    const fitting = rules.filter((rule) => headersFor([rule], path)['Access-Control-Allow-Origin'])
    expect([name, fitting.length]).toEqual([name, 1])
  }
})

test.each([
  ['/data/x/latest/x.csv', 'text/csv; charset=utf-8'],
  ['/data/x/latest/x.ndjson', 'application/x-ndjson; charset=utf-8'],
  ['/data/x/latest/x.parquet', 'application/vnd.apache.parquet'],
  ['/data/x/latest/x.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['/data/x/latest/dataset.jsonld', 'application/ld+json; charset=utf-8'],
  ['/data/x/latest/dataset.ttl', 'text/turtle; charset=utf-8'],
  ['/data/x/latest/README.md', 'text/markdown; charset=utf-8'],
  ['/data/x/1.0.0/SHA256SUMS', 'text/plain; charset=utf-8'],
  ['/calendar.ics', 'text/calendar; charset=utf-8'],
])('%s is served as %s', (path, type) => {
  expect(headersFor(rules, path)['Content-Type']).toBe(type)
})

test('pages may not', () => {
  expect(headersFor(rules, '/policies/x/')['Access-Control-Allow-Origin']).toBeUndefined()
})

test('under a base path, rules apply below it only', () => {
  expect(headersFor(headerRules('/gongbao'), '/other/')).toEqual({})
})

test('a page made for frames may be framed by anyone and asks not to be listed; nothing else changes', () => {
  for (const path of ['/progress/x/t01/', '/data/indicators/x/']) {
    const page = headersFor(rules, path)
    const embed = headersFor(rules, `${path}embed/`)
    expect(page['Content-Security-Policy']).toContain("frame-ancestors 'self'")
    expect(embed['Content-Security-Policy']).toBe(
      page['Content-Security-Policy']?.replace("frame-ancestors 'self'", 'frame-ancestors *'),
    )
    expect(embed['X-Robots-Tag']).toBe('noindex')
  }
})

test('hosts that would join two policies are told to drop the first', () => {
  expect(headersFile(rules)).toMatch(/^\/progress\/\*\/embed\/\n {2}! Content-Security-Policy\n/m)
})

test('a picture opened by itself may use the style inside it, and nothing else', () => {
  for (const path of ['/progress/x/t01.svg', '/progress/x/t01.png']) {
    const policy = headersFor(rules, path)['Content-Security-Policy']
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'")
  }
})

test('files of the full-text index are kept for ever and arrive byte for byte', () => {
  const headers = headersFor(headerRules('/sub'), '/sub/fulltext/0123456789ab/p/0.bin')
  expect(headers['Cache-Control']).toBe('public, max-age=31536000, immutable, no-transform')
  expect(headers['Content-Type']).toBe('application/octet-stream')
})

test('what two rules say is joined, unless the later takes the earlier back', () => {
  const rules = parseHeadersFile('/*\n  X-A: 1\n  X-B: 1\n\n/x/*\n  ! x-b\n  x-a: 2\n  X-B: 2\n')
  expect(headersFor(rules, '/x/y')).toEqual({ 'X-A': '1, 2', 'X-B': '2' })
  expect(headersFor(rules, '/y')).toEqual({ 'X-A': '1', 'X-B': '1' })
})
