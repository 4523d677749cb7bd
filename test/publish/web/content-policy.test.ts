import { expect, test } from 'vitest'
import { urls } from '../../../src/publish/urls.ts'
import { contentPolicyOf, wasmPaths } from '../../../src/publish/web/content-policy.ts'
import { headerRules, headersFile, headersFor, parseHeadersFile } from '../../../src/publish/web/headers.ts'

const rules = parseHeadersFile(headersFile(headerRules('/base')))
const sent = (path: string) => headersFor(rules, `/base${path}`)['Content-Security-Policy'] ?? ''

test('WebAssembly runs on the pages that need it and in their workers, by page and by header, and nowhere else', () => {
  for (const path of [urls.search(), urls.query()]) {
    expect(contentPolicyOf(path)).toContain("'wasm-unsafe-eval'")
    expect(sent(path)).toBe(`${contentPolicyOf(path)}; frame-ancestors 'self'`)
  }
  for (const path of ['/assets/sql-worker-abc.js', '/pagefind/pagefind-worker.js']) expect(sent(path)).toContain('wasm')
  for (const path of [urls.home(), urls.data(), urls.dataset('query-x'), '/assets/search.js']) {
    expect(contentPolicyOf(path)).not.toContain('wasm')
    expect(sent(path)).not.toContain('wasm')
  }
})

test('the stricter policy is taken back where the other one is sent: hosts would send both', () => {
  const withWasm = rules.filter(({ headers }) => headers['Content-Security-Policy']?.includes('wasm'))
  expect(withWasm.map(({ path }) => path)).toEqual(wasmPaths.map((path) => `/base${path}`))
  expect(withWasm.every(({ without }) => without?.includes('Content-Security-Policy'))).toBe(true)
})
