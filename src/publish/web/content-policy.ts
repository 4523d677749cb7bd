import { urls } from '../urls.ts'

/** What a page may load: nothing but its own site. Pages say it, and so do headers. */
export const contentSecurityPolicy = policy("'self'")

/** The same where WebAssembly runs: Pagefind behind the search, SQLite behind the query page. */
export const wasmSecurityPolicy = policy("'self' 'wasm-unsafe-eval'")

/** Root-relative patterns of what runs WebAssembly: pages, and the workers that they start. */
export const wasmPaths: readonly string[] = [urls.search(), urls.query(), '/pagefind/*', '/assets/sql-worker*']

/** The policy of the page at a root-relative path. */
export function contentPolicyOf(path: string): string {
  return wasmPaths.includes(path) ? wasmSecurityPolicy : contentSecurityPolicy
}

function policy(scripts: string): string {
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ')
}
