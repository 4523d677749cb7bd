import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { fullDay, fullRoot, temporaryFolder } from '../full-root.ts'
import { filesOf, sumsOf } from './folder.ts'
import { runScript, startScript } from './run-script.ts'

const patience = 240_000

describe('npm run build', () => {
  test('builds the same bytes twice, from any folder', { timeout: patience }, async () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()]
    const first = await runScript('build', ['--root', fullRoot(), '--out', 'dist', '--as-of', fullDay], one)
    expect([first.code, first.stdout], first.stderr).toEqual([0, ''])
    const stages = first.stderr.trimEnd().split('\n')
    expect(stages.map((line) => line.split(' ')[0])).toEqual(['check', 'publish', 'pages', 'search', 'verify'])
    const second = await runScript('build', ['--root', fullRoot(), '--out', 'dist', '--as-of', fullDay], two)
    expect(second.code, second.stderr).toBe(0)
    expect(differing(join(one, 'dist'), join(two, 'dist'))).toEqual([])
    expect([readdirSync(one), readdirSync(two)]).toEqual([['dist'], ['dist']])

    const verified = await runScript('verify', ['--out', join(one, 'dist')])
    expect(verified.code, verified.stdout).toBe(0)
    const damaged = join(one, 'dist/data/county/latest/observations.csv')
    writeFileSync(damaged, readFileSync(damaged, 'utf8').replace('26', '27'))
    const again = await runScript('verify', ['--out', join(one, 'dist')])
    expect(again.code).toBe(1)
    expect(again.stdout).toContain('data/county/latest/observations.csv')
  })

  test('builds the content of the repository to the same bytes twice', { timeout: patience }, async () => {
    const folder = temporaryFolder()
    const root = fileURLToPath(new URL('../..', import.meta.url))
    for (const out of ['one', 'two']) {
      const built = await runScript('build', ['--root', root, '--out', out, '--as-of', fullDay], folder)
      expect(built.code, built.stderr).toBe(0)
    }
    expect(differing(join(folder, 'one'), join(folder, 'two'))).toEqual([])
  })

  test('under --base every link is prefixed, and verify follows them', { timeout: patience }, async () => {
    const folder = temporaryFolder()
    const [out, where] = [join(folder, 'dist'), ['--base', '/x/', '--site', 'https://a.test']]
    const { code, stderr } = await runScript('build', [
      '--root',
      fullRoot(),
      '--out',
      out,
      '--as-of',
      fullDay,
      ...where,
    ])
    expect(code, stderr).toBe(0)
    const pages = filesOf(out).filter((path) => path.endsWith('.html'))
    const links = pages.flatMap((path) =>
      [...readFileSync(join(out, path), 'utf8').matchAll(/ (?:href|src|action)="(\/[^"]*)"/g)].map(
        (one) => one[1] ?? '',
      ),
    )
    expect(links.length).toBeGreaterThan(500)
    expect(links.filter((one) => !one.startsWith('/x/'))).toEqual([])
    const addresses = ['sitemap.xml', 'feed.xml', 'catalog.jsonld', 'data/county.json', 'robots.txt'].flatMap(
      (path) => [...(readFileSync(join(out, path), 'utf8').match(/https:\/\/[^\s"<\]]*(?=test)[^\s"<\]]*/g) ?? [])],
    )
    expect(addresses.length).toBeGreaterThan(20)
    expect(addresses.filter((one) => !`${one}/`.startsWith('https://a.test/x/'))).toEqual([])
    const verified = await runScript('verify', ['--out', out, ...where])
    expect(verified.code, verified.stdout).toBe(0)
    expect((await runScript('verify', ['--out', out])).code).toBe(1)
  })

  test('content with errors: 1, and the previous output stays as it was', async () => {
    const [folder, root] = [withPrevious(), fullRoot()]
    writeFileSync(join(root, 'content/policies/sl-zbf-2024-1.md'), '---\ntitle: x\n---\n')
    const before = sumsOf(folder)
    const { code, stdout, stderr } = await runScript('build', ['--root', root, '--out', 'dist'], folder)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('content/policies/sl-zbf-2024-1.md')
    expect(sumsOf(folder)).toEqual(before)
  })

  test.each([
    ['SIGINT', 130, 'publish '],
    ['SIGTERM', 143, 'pages '],
  ] as const)(
    '%s ends it with %i, and leaves the previous output and nothing else',
    { timeout: patience },
    async (signal, code, stage) => {
      const folder = withPrevious()
      const before = sumsOf(folder)
      const build = startScript('build', ['--root', fullRoot(), '--out', 'dist', '--as-of', fullDay], folder)
      await build.said(stage)
      build.kill(signal)
      expect((await build.ended).code).toBe(code)
      expect(sumsOf(folder)).toEqual(before)
      expect(readdirSync(folder)).toEqual(['dist'])
    },
  )

  test('killed outright, the next build is that of its own root, and nothing is left over', {
    timeout: patience,
  }, async () => {
    const folder = withPrevious()
    const before = sumsOf(join(folder, 'dist'))
    const args = ['--out', 'dist', '--as-of', fullDay]
    const killed = startScript('build', ['--root', fullRoot(), ...args], folder)
    await killed.said('pages ')
    killed.kill('SIGKILL')
    await killed.ended
    expect(sumsOf(join(folder, 'dist'))).toEqual(before)
    // What another version left, of a process with the same number as the next one may have.
    mkdirSync(join(folder, '.dist.old-1'))
    const [one, two] = [1, 2].map(() => startScript('build', ['--root', fullRoot(), ...args], folder))
    const ended = await Promise.all([one?.ended, two?.ended])
    expect(ended.map((each) => each?.code)).toEqual([0, 0])
    expect(ended.filter((each) => each?.stderr.includes('等它结束')).length).toBe(1)
    expect(readdirSync(folder)).toEqual(['dist'])
    const verified = await runScript('verify', ['--out', join(folder, 'dist')])
    expect(verified.code, verified.stdout).toBe(0)
  })

  test.each([[['--nonsense']], [['--as-of', 'yesterday']], [['--base', 'a b']], [['--site', 'example']], [['extra']]])(
    '%j is wrong usage: 2, and nothing is built',
    async (args) => {
      const folder = withPrevious()
      const before = sumsOf(folder)
      const { code, stdout, stderr } = await runScript('build', ['--out', 'dist', ...args], folder)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain('npm run build')
      expect(sumsOf(folder)).toEqual(before)
    },
  )
})

/** The files that are not in both folders with the same bytes. */
function differing(one: string, two: string): string[] {
  const [a, b] = [sumsOf(one), sumsOf(two)]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path])
}

/** A folder with an output of an earlier build. */
function withPrevious(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'dist/policies'), { recursive: true })
  for (const name of ['index.html', '404.html', '_headers']) writeFileSync(join(folder, 'dist', name), 'previous')
  writeFileSync(join(folder, 'dist/policies/index.html'), 'previous')
  return folder
}
