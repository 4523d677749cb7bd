import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
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
  ['SIGHUP', 129],
])('%s removes the folder of the build', async (signal, code) => {
  const parent = await mkdtemp(join(tmpdir(), 'gongbao-work-'))
  const module = new URL('../../src/pipeline/work-folder.ts', import.meta.url).href
  const program = `const { openWorkFolder } = await import(${JSON.stringify(module)})
    await openWorkFolder(${JSON.stringify(parent)}); process.kill(process.pid, '${signal}'); setInterval(() => {}, 1000)`
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', program])
  expect(child.status).toBe(code)
  expect(await readdir(parent)).toEqual([])
})

test('folders of builds that were killed are cleared away, whatever their names, and nothing else', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'gongbao-work-'))
  const left = ['build-1', `build-${process.pid}`, `build-${process.ppid}`, 'build-aB3xyz']
  for (const name of left) {
    await mkdir(join(parent, name, 'dist'), { recursive: true })
    await writeFile(join(parent, name, 'dist/other.html'), '')
  }
  for (const name of ['search', 'example', 'build-notes.d']) await mkdir(join(parent, name))
  const work = await openWorkFolder(parent)
  expect(left.map((name) => join(parent, name))).not.toContain(work.path)
  expect(existsSync(join(work.path, 'dist'))).toBe(false)
  await work.close()
  expect((await readdir(parent)).sort()).toEqual(['build-notes.d', 'example', 'search'])
})

test('the folder of a build that runs stays, in this process or in another; once it is killed, it goes', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'gongbao-work-'))
  const module = new URL('../../src/pipeline/work-folder.ts', import.meta.url).href
  const program = `const { openWorkFolder } = await import(${JSON.stringify(module)})
    process.stdout.write((await openWorkFolder(${JSON.stringify(parent)})).path); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program])
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const other = String(said)
  const [own, next] = [await openWorkFolder(parent), await openWorkFolder(parent)]
  expect([own.path, next.path, other].map((path) => existsSync(path))).toEqual([true, true, true])
  const closed = once(child, 'close')
  child.kill('SIGKILL')
  await closed
  const last = await openWorkFolder(parent)
  expect([own.path, next.path, other].map((path) => existsSync(path))).toEqual([true, true, false])
  for (const work of [own, next, last]) await work.close()
  expect(await readdir(parent)).toEqual([])
})
