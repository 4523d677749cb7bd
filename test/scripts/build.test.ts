import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { fullDay, fullRoot, temporaryFolder } from '../full-root.ts'
import { filesOf, sumsOf } from './folder.ts'
import { runCommand } from './run-command.ts'
import { type Ended, runScript, startScript } from './run-script.ts'

const patience = 240_000
const args = ['--out', 'dist', '--as-of', fullDay]

describe('npm run build', () => {
  let one: string
  let first: Ended

  beforeAll(async () => {
    one = temporaryFolder()
    first = await runScript('build', ['--root', fullRoot(), ...args], one)
  }, patience)

  test('says its stages, writes its output and nothing else, and verify finds a changed figure in it', async () => {
    expect([first.code, first.stdout], first.stderr).toEqual([0, ''])
    const stages = first.stderr.trimEnd().split('\n')
    expect(stages.map((line) => line.split(' ')[0])).toEqual(['check', 'publish', 'pages', 'search', 'verify'])
    expect(readdirSync(one)).toEqual(['dist'])

    const out = join(temporaryFolder(), 'dist')
    cpSync(join(one, 'dist'), out, { recursive: true })
    const verified = await runCommand('verify', ['--out', out])
    expect(verified.code, verified.stdout).toBe(0)
    const damaged = join(out, 'data/county/latest/observations.csv')
    writeFileSync(damaged, readFileSync(damaged, 'utf8').replace('26', '27'))
    const again = await runCommand('verify', ['--out', out])
    expect(again.code).toBe(1)
    expect(again.stdout).toContain('data/county/latest/observations.csv')
  })

  test('content with errors: 1, and the previous output stays as it was', async () => {
    const [folder, root] = [withPrevious(), fullRoot()]
    writeFileSync(join(root, 'content/policies/sl-zbf-2024-1.md'), '---\ntitle: x\n---\n')
    const before = sumsOf(folder)
    const { code, stdout, stderr } = await runCommand('build', ['--root', root, '--out', 'dist'], folder)
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
      const build = startScript('build', ['--root', fullRoot(), ...args], folder)
      await build.said(stage)
      build.kill(signal)
      expect((await build.ended).code).toBe(code)
      expect(sumsOf(folder)).toEqual(before)
      expect(readdirSync(folder)).toEqual(['dist'])
    },
  )

  test('killed outright, the next build is that of its own root, to the same bytes, and nothing is left over', {
    timeout: patience,
  }, async () => {
    const folder = withPrevious()
    const before = sumsOf(join(folder, 'dist'))
    const killed = startScript('build', ['--root', fullRoot(), ...args], folder)
    await killed.said('pages ')
    killed.kill('SIGKILL')
    await killed.ended
    expect(sumsOf(join(folder, 'dist'))).toEqual(before)
    // What another version left, of a process with the same number as the next one may have.
    mkdirSync(join(folder, '.dist.old-1'))
    const ended = await Promise.all([1, 2].map(() => runScript('build', ['--root', fullRoot(), ...args], folder)))
    expect(ended.map((each) => each.code)).toEqual([0, 0])
    expect(ended.filter((each) => each.stderr.includes('等它结束')).length).toBe(1)
    expect(readdirSync(folder)).toEqual(['dist'])
    expect(differing(join(folder, 'dist'), join(one, 'dist'))).toEqual([])
    const verified = await runCommand('verify', ['--out', join(folder, 'dist')])
    expect(verified.code, verified.stdout).toBe(0)
  })

  test.each([[['--nonsense']], [['--as-of', 'yesterday']], [['--base', 'a b']], [['--site', 'example']], [['extra']]])(
    '%j is wrong usage: 2, and nothing is built',
    async (wrong) => {
      const folder = withPrevious()
      const before = sumsOf(folder)
      const { code, stdout, stderr } = await runCommand('build', ['--out', 'dist', ...wrong], folder)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain('npm run build')
      expect(sumsOf(folder)).toEqual(before)
    },
  )
})

describe('npm start', () => {
  test('builds, prints its address alone on stdout, serves under --base, and ends when told to', {
    timeout: patience,
  }, async () => {
    const folder = temporaryFolder()
    const port = await freePort()
    const where = ['--base', '/x/', '--site', 'https://a.test']
    const start = startScript('start', ['--root', fullRoot(), ...args, '--port', String(port), ...where], folder)
    await start.said(`http://localhost:${port}/x/\n`)
    const page = await fetch(`http://localhost:${port}/x/policies/sl-zbf-2024-1/`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8'])
    expect(await page.text()).toContain('示例市小店成长计划')
    expect((await fetch(`http://localhost:${port}/x/nothing/`)).status).toBe(404)
    start.kill('SIGTERM')
    const { stdout, code } = await start.ended
    expect(code).not.toBe(3)
    expect(stdout).toBe(`http://localhost:${port}/x/\n`)
    expect(readdirSync(folder)).toEqual(['dist'])

    // Every link of the pages is prefixed, every address for programs is that of the site, and verify follows them.
    const out = join(folder, 'dist')
    const pages = filesOf(out).filter((path) => path.endsWith('.html'))
    const links = pages.flatMap((path) =>
      [...readFileSync(join(out, path), 'utf8').matchAll(/ (?:href|src|action)="(\/[^"]*)"/g)].map(
        (link) => link[1] ?? '',
      ),
    )
    expect(links.length).toBeGreaterThan(500)
    expect(links.filter((link) => !link.startsWith('/x/'))).toEqual([])
    const addresses = ['sitemap.xml', 'feed.xml', 'catalog.jsonld', 'data/county.json', 'robots.txt'].flatMap(
      (path) => [...(readFileSync(join(out, path), 'utf8').match(/https:\/\/[^\s"<\]]*(?=test)[^\s"<\]]*/g) ?? [])],
    )
    expect(addresses.length).toBeGreaterThan(20)
    expect(addresses.filter((address) => !`${address}/`.startsWith('https://a.test/x/'))).toEqual([])
    const verified = await runCommand('verify', ['--out', out, ...where])
    expect(verified.code, verified.stdout).toBe(0)
    expect((await runCommand('verify', ['--out', out])).code).toBe(1)
  })

  test('content with errors: 1, and nothing is served', async () => {
    const root = fullRoot()
    writeFileSync(join(root, 'content/site.yaml'), 'name: x\n')
    const { code, stdout } = await runCommand('start', ['--root', root, '--out', join(temporaryFolder(), 'dist')])
    expect([code, stdout]).toEqual([1, ''])
  })

  test.each([
    ['--port', '0'],
    ['--port', 'x'],
    ['--nonsense', '1'],
  ])('%s %s is wrong usage: 2', async (...wrong) => {
    expect((await runCommand('start', wrong)).code).toBe(2)
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

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
