import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { expect, test } from 'vitest'

/** What each room, or single module, may import beyond its own room (DESIGN §3). */
const allowed: Record<string, readonly string[]> = {
  model: ['zod'],
  read: ['model', 'zod', 'csv-parse', 'yaml', 'satteri', 'node:crypto', 'node:buffer'],
  'read/files': ['node:'],
  'read/pattern': ['re2js'],
  'read/file-list': ['node:'],
  'read/zip': ['node:zlib'],
  'read/gzip': ['node:zlib', 'node:stream'],
  package: ['model', 'read', 'zod', 'node:'],
  report: ['model'],
  publish: ['model', 'i18n', 'charts', 'feed', 'ics', 'node:crypto'],
  'publish/rdf': ['n3'],
  'publish/formats/parquet': ['hyparquet-writer'],
  'publish/formats/parquet-type': ['hyparquet'],
  'publish/formats/zip': ['fflate'],
  'publish/png': ['@resvg/resvg-js', 'node:'],
  charts: ['model', 'i18n', 'd3-scale', 'd3-shape'],
  search: ['model', 'i18n', 'publish/urls', 'fulltext'],
  'search/index-builder': ['pagefind'],
  // The client of the full text runs in browsers: only what builds an index may use Node or a dictionary.
  fulltext: ['model/chinese-number'],
  'fulltext/build-index': ['node:zlib', 'node:crypto'],
  'fulltext/pinyin-lexicon': ['pinyin-pro'],
  'fulltext/traditional': ['opencc-js'],
  finder: ['model'],
  query: ['model', 'publish/urls', 'publish/manifest', 'publish/csv-text', 'hyparquet', 'sql.js'],
  import: ['model', 'read/encoding', 'read/markdown', 'read/zip', 'satteri', 'fast-xml-parser'],
  verify: ['model', 'publish/urls', 'publish/content-policy', 'publish/headers', 'zod', 'node:'],
  'verify/parse': ['n3', 'fast-xml-parser'],
  csvw: ['model', 'read/issue-list', 'read/json-source', 'read/pattern'],
  i18n: ['model'],
  pipeline: ['model', 'csvw', 'read', 'package', 'report', 'publish', 'search', 'fulltext', 'verify', 'node:', 'astro'],
  'pipeline/bench/duckdb-copy': ['@duckdb/node-api'],
  'pipeline/release-interrupted': ['yaml'],
  'pipeline/release-yaml': ['yaml'],
  'pipeline/bench/search-pagefind': ['pagefind'],
  'pipeline/bench/check-zod': ['csv-parse', 'zod'],
  'pipeline/bench/check-duckdb': ['@duckdb/node-api'],
  site: ['read', 'report', 'model', 'publish', 'node:'],
  link: [],
  components: ['model', 'query', 'charts', 'publish/urls', 'publish/embed-code', 'i18n', 'link', 'site'],
  'components/CatalogueEntry': ['publish/download-groups'],
  'components/QuickDownloads': ['publish/download-groups'],
  'components/DownloadGroups': ['publish/download-groups'],
  'components/LoadSnippets': ['publish/load-snippets', 'publish/manifest'],
  layouts: ['components', 'publish/urls', 'publish/content-policy', 'styles', 'i18n', 'model', 'link', 'site'],
  pages: [
    'site',
    'link',
    'model',
    'publish',
    'charts',
    'components',
    'layouts',
    'i18n',
    'astro',
    'search',
    'finder',
    'query',
  ],
}

// Static imports and re-exports begin a line; dynamic ones are calls.
const importPath = /(?:^(?:import|export)\s[^'"`;(=]*?\bfrom\s+|^import\s+|\bimport\()['"]([^'"]+)['"]/gm
const bare = (path: string) => path.replace(/^src\//, '').replace(/\.(ts|astro)$/, '')

const files = globSync('src/**/*.{ts,astro}').map((file) => file.replaceAll('\\', '/'))

test.each(files)('%s imports downwards', (file) => {
  const self = bare(file)
  const room = self.split('/')[0] ?? self
  const permitted = [room, ...(allowed[room] ?? []), ...(allowed[self] ?? [])]
  const targets = [...readFileSync(file, 'utf8').matchAll(importPath)]
    .map(([, path = '']) => (path.startsWith('.') ? bare(join(dirname(file), path)) : path))
    .filter((target) => !permitted.some((one) => isUnder(target, one)))
  expect(targets).toEqual([])
})

test('nothing imports scripts or tests', () => {
  const offenders = files.filter((file) => /from ['"][./]*(scripts|test)\//.test(readFileSync(file, 'utf8')))
  expect(offenders).toEqual([])
})

function isUnder(target: string, permitted: string): boolean {
  return permitted.endsWith(':')
    ? target.startsWith(permitted)
    : target === permitted || target.startsWith(`${permitted}/`)
}
