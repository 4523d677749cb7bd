import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { fullDay, fullRoot, temporaryFolder } from './full-root.ts'
import { filesOf } from './scripts/folder.ts'
import { runScript } from './scripts/run-script.ts'

// What the fictional site becomes, file by file. To accept changes: delete test/golden/site, run, read the diff.

const golden = fileURLToPath(new URL('./golden/site', import.meta.url))
const out = join(temporaryFolder(), 'dist')

/** Of the pages, one of each shape; of everything that machines read, all. */
const pages = [
  'index.html',
  'policies/xian-zbf-2025-3/index.html',
  'measures/index.html',
  'progress/index.html',
  'progress/xian-zbf-2025-3/t02/index.html',
  'data/example/index.html',
  'organizations/sl-scjgj/index.html',
  'services/index.html',
]

beforeAll(async () => {
  const cwd = temporaryFolder()
  const { code, stderr } = await runScript('build', ['--root', fullRoot(), '--out', out, '--as-of', fullDay], cwd)
  expect(code, stderr).toBe(0)
}, 120_000)

describe('the site of the fixtures', () => {
  test('has the files it had', () => {
    // The index stands in a folder named by its content.
    const names = filesOf(out)
      .filter(isStable)
      .map((path) => path.replace(/^fulltext\/[0-9a-f]+/, 'fulltext/<id>'))
    write('files.txt', `${names.join('\n')}\n`)
    expect(differenceOf('files.txt', `${names.join('\n')}\n`)).toBe('')
  })

  test('has the content it had', () => {
    const compared = filesOf(out).filter((path) => isStable(path) && isCompared(path))
    const built = compared.map((path): [string, string] => [path, normal(path, readFileSync(join(out, path), 'utf8'))])
    for (const [path, text] of built) write(path, text)
    const differences = built.map(([path, text]) => differenceOf(path, text)).filter((one) => one !== '')
    expect(differences.join('\n')).toBe('')
    expect(filesOf(golden).filter((path) => path !== 'files.txt' && !compared.includes(path))).toEqual([])
  })
})

/** The names of scripts and styles hold a hash of their content, and the search index is Pagefind's own. */
function isStable(path: string): boolean {
  return !path.startsWith('pagefind/') && !path.startsWith('assets/')
}

/** Text, and of the pages only those named above. The list of checksums is that of these files and of the assets: verify compares it. */
function isCompared(path: string): boolean {
  if (path === 'SHA256SUMS') return false
  return path.endsWith('.html') ? pages.includes(path) : !/\.(png|jpe?g|ico|woff2|xlsx|parquet|zip|bin)$/.test(path)
}

/** One tag per line, so that a difference can be read; asset names without their hash. */
function normal(path: string, text: string): string {
  return path.endsWith('.html')
    ? text.replaceAll('><', '>\n<').replace(/(\/assets\/[^."]+)[\w.-]*\.(css|js)/g, '$1.$2')
    : text
}

/** Written once for review, never in CI. */
function write(path: string, text: string): void {
  const file = join(golden, path)
  if (existsSync(file) || process.env['CI']) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** The first line that differs, with the place in it. */
function differenceOf(path: string, built: string): string {
  const file = join(golden, path)
  if (!existsSync(file)) return `${path} has no golden file`
  const expected = readFileSync(file, 'utf8')
  if (expected === built) return ''
  const [before, after] = [expected.split('\n'), built.split('\n')]
  const line = before.findIndex((text, index) => text !== after[index])
  const at = line === -1 ? before.length - 1 : line
  const [was = '', is = ''] = [before[at], after[at]]
  const column = [...was].findIndex((character, index) => character !== [...is][index])
  const from = Math.max(0, (column === -1 ? was.length : column) - 60)
  return `${path}:${at + 1}\n  - ${was.slice(from, from + 160)}\n  + ${is.slice(from, from + 160)}`
}
