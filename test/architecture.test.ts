import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { expect, test } from 'vitest'

/**
 * The house (DESIGN §3), from the ground up: a room imports its own files and the rooms named, and of packages those named.
 * A longer name stands for one folder or file of a room that may do more than the others.
 */
const allowed: Record<string, readonly string[]> = {
  model: ['zod'],
  issues: ['model'],
  progress: ['model', 'zod'],
  views: ['model', 'progress'],
  i18n: ['model', 'progress', 'views'],
  read: ['model', 'issues', 'progress', 'zod', 'csv-parse', 'yaml', 'satteri', 'node:crypto', 'node:buffer'],
  'read/files': ['node:'],
  'read/json/json-source': ['jsonc-parser'],
  'read/file-list': ['node:'],
  'read/archive': ['node:zlib', 'node:stream'],
  'read/table/pattern': ['re2js'],
  foreign: ['model', 'issues', 'read'],
  'foreign/package': ['zod', 'node:'],
  report: ['model'],
  charts: ['model', 'progress', 'views', 'i18n', 'd3-scale', 'd3-shape'],
  // The client of the full text runs in browsers: only what builds an index may use Node or a dictionary.
  fulltext: ['model/number/chinese-number', 'model/text-order'],
  'fulltext/build/build-index': ['node:zlib', 'node:crypto'],
  'fulltext/build/pinyin-lexicon': ['pinyin-pro'],
  'fulltext/build/traditional': ['opencc-js'],
  publish: ['model', 'issues', 'progress', 'views', 'i18n', 'charts', 'fulltext/format', 'node:crypto'],
  'publish/web': ['feed', 'ics'],
  'publish/metadata/rdf': ['n3'],
  'publish/formats/parquet': ['hyparquet-writer'],
  'publish/formats/parquet-type': ['hyparquet'],
  'publish/formats/zip': ['fflate'],
  'publish/pictures/png': ['@resvg/resvg-js', 'node:'],
  'publish/search': ['pagefind'],
  import: ['model', 'read', 'satteri', 'fast-xml-parser'],
  verify: ['model', 'issues', 'publish', 'zod', 'node:'],
  'verify/parse': ['n3', 'fast-xml-parser'],
  browser: ['model', 'fulltext', 'publish', 'hyparquet', 'sql.js'],
  site: ['model', 'issues', 'progress', 'views', 'i18n', 'charts', 'publish', 'browser', 'astro'],
  pipeline: [
    'site/context',
    'views',
    'charts',
    'model',
    'issues',
    'progress',
    'foreign',
    'read',
    'import',
    'report',
    'publish',
    'fulltext',
    'browser',
    'verify',
    'node:',
    'astro',
  ],
  'pipeline/release': ['yaml'],
  bench: ['model', 'read', 'publish', 'fulltext', 'browser', 'verify', 'pipeline', 'node:'],
  'bench/duckdb-copy': ['@duckdb/node-api'],
  'bench/search-pagefind': ['pagefind'],
  'bench/check-zod': ['csv-parse', 'zod'],
  'bench/check-duckdb': ['@duckdb/node-api'],
}

// Static imports and re-exports begin a line; dynamic ones are calls.
const importPath = /(?:^(?:import|export)\s[^'"`;(=]*?\bfrom\s+|^import\s+|\bimport\()['"]([^'"]+)['"]/gm
const bare = (path: string) => path.replace(/^src\//, '').replace(/\.(ts|astro)$/, '')

const files = globSync('src/**/*.{ts,astro}').map((file) => file.replaceAll('\\', '/'))

test.each(files)('%s imports downwards', (file) => {
  const self = bare(file)
  const steps = self.split('/')
  const permitted = [steps[0] ?? self, ...steps.flatMap((_, at) => allowed[steps.slice(0, at + 1).join('/')] ?? [])]
  const targets = importsOf(file)
    .map((target) => (target.startsWith('src/') ? bare(target) : target))
    .filter((target) => !permitted.some((one) => isUnder(target, one)))
  expect(targets).toEqual([])
})

test('imports go in no circle, types included', () => {
  const graph = new Map(files.map((file) => [file, importsOf(file)]))
  expect(circleIn(graph)).toEqual([])
  expect(
    circleIn(
      new Map([
        ['a', ['b']],
        ['b', ['c', 'd']],
        ['c', ['e']],
        ['d', ['b']],
      ]),
    ),
  ).toEqual(['b', 'd', 'b'])
})

test('no folder holds more than 35 files', () => {
  const folders = Map.groupBy(files, (file) => dirname(file))
  expect([...folders].filter(([, all]) => all.length > 35).map(([folder]) => folder)).toEqual([])
})

test('nothing imports scripts or tests', () => {
  const offenders = files.filter((file) => /from ['"][./]*(scripts|test)\//.test(readFileSync(file, 'utf8')))
  expect(offenders).toEqual([])
})

/** The files, from the root, and packages that a file imports. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(importPath)].map(([, path = '']) =>
    path.startsWith('.') ? join(dirname(file), path) : path,
  )
}

/** The first circle found, its beginning repeated at the end; empty where there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const follow = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    for (const target of graph.get(file) ?? []) {
      const circle = follow(target, [...way, file])
      if (circle.length > 0) return circle
    }
    done.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const circle = follow(file, [])
    if (circle.length > 0) return circle
  }
  return []
}

function isUnder(target: string, permitted: string): boolean {
  return permitted.endsWith(':')
    ? target.startsWith(permitted)
    : target === permitted || target.startsWith(`${permitted}/`)
}
