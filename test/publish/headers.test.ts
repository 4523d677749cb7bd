import { expect, test } from 'vitest'
import { headerRules, headersFile, headersFor, parseHeadersFile } from '../../src/publish/headers.ts'

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
