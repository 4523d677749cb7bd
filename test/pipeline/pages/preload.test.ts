import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { preloader } from '../../../src/pipeline/pages/preload.ts'

test('a page names what its scripts import, also in turn, but not what they may need later', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongbao-preload-'))
  await mkdir(join(folder, 'assets'))
  const page = '<head></head><script type="module" src="/base/assets/a.js"></script>'
  await writeFile(join(folder, 'assets', 'a.js'), 'import{t as e}from"./b.js";import"./c.js";import("./later.js")')
  await writeFile(join(folder, 'assets', 'b.js'), 'import{x}from"./d.js";export{x as t}')
  for (const name of ['c.js', 'd.js']) await writeFile(join(folder, 'assets', name), 'export{}')
  const preload = preloader(folder, '/base')
  const links = ['b', 'c', 'd'].map((name) => `<link rel="modulepreload" href="/base/assets/${name}.js">`).join('')
  expect(await preload(page)).toBe(page.replace('</head>', `${links}</head>`))
  expect(await preload('<head></head>')).toBe('<head></head>')
})
