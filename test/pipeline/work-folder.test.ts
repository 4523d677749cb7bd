import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWorkFolder } from '../../src/pipeline/work-folder.ts'

test('a closed folder is gone', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'gongbao-work-'))
  const work = await openWorkFolder(parent)
  expect(existsSync(work.path)).toBe(true)
  await work.close()
  expect(await readdir(parent)).toEqual([])
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('%s removes the folder of the build', async (signal, code) => {
  const parent = await mkdtemp(join(tmpdir(), 'gongbao-work-'))
  const module = new URL('../../src/pipeline/work-folder.ts', import.meta.url).href
  const program = `const { openWorkFolder } = await import(${JSON.stringify(module)})
    await openWorkFolder(${JSON.stringify(parent)}); process.kill(process.pid, '${signal}'); setInterval(() => {}, 1000)`
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', program])
  expect(child.status).toBe(code)
  expect(await readdir(parent)).toEqual([])
})

test('folders of builds that were killed are cleared away, those of running builds stay', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'gongbao-work-'))
  await mkdir(join(parent, 'build-2147480000'))
  await mkdir(join(parent, `build-${process.ppid}`))
  const work = await openWorkFolder(parent)
  await work.close()
  expect(await readdir(parent)).toEqual([`build-${process.ppid}`])
})
