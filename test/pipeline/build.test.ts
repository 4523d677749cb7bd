import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSite } from '../../src/pipeline/build.ts'
import { progressLine } from '../../src/pipeline/progress-line.ts'
import { originOf } from '../../src/pipeline/settings.ts'
import { exampleDay, exampleRoot } from '../example-site.ts'

test('content with errors leaves the previous output as it was, and says what is wrong', async () => {
  const work = await mkdtemp(join(tmpdir(), 'gongbao-build-'))
  const root = join(work, 'root')
  const out = join(work, 'dist')
  await cp(exampleRoot, root, { recursive: true })
  const policy = join(root, 'content/policies/sl-zbf-2024-1.md')
  await writeFile(policy, (await readFile(policy, 'utf8')).replace('2024-01-10', '2024-02-30'))
  await mkdir(out)
  for (const name of ['index.html', '404.html', '_headers']) await writeFile(join(out, name), 'previous')

  let said = ''
  const line = progressLine({ write: (text: string) => (said += text) })
  const { ok } = await buildSite({ root, out, asOf: exampleDay, base: '' }, line)

  expect(ok).toBe(false)
  expect(said).toContain('content/policies/sl-zbf-2024-1.md:7:12')
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('previous')
  expect((await readdir(work)).sort()).toEqual(['dist', 'root'])
})

test.each([
  [{ origin: 'https://a.test', base: '/x' }, 'https://b.test', 'https://a.test'],
  [{ base: '/x' }, 'https://b.test', 'https://b.test'],
  [{ base: '/x' }, 'https://b.test/x', 'https://b.test'],
  [{ base: '' }, 'https://b.test/x/', 'https://b.test/x'],
])('the origin of %j over %s is %s', (settings, configured, expected) => {
  expect(originOf(settings, configured)).toBe(expected)
})
