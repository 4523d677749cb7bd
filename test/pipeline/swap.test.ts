import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { beginSwap } from '../../src/pipeline/swap.ts'

let work: string
let out: string

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'gongbao-swap-'))
  out = join(work, 'dist')
  await mkdir(out)
  await writeFile(join(out, 'index.html'), 'old')
})

test('a committed folder takes the place of the old one and leaves nothing else behind', async () => {
  const swap = await beginSwap(out)
  await writeFile(join(swap.folder, 'index.html'), 'new')
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('old')
  await swap.commit()
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('new')
  expect(await readdir(work)).toEqual(['dist'])
})

test('a discarded folder leaves the old one as it was', async () => {
  const swap = await beginSwap(out)
  await writeFile(join(swap.folder, 'index.html'), 'new')
  await swap.discard()
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('old')
  expect(await readdir(work)).toEqual(['dist'])
})

test('an output that does not exist yet is created', async () => {
  const fresh = join(work, 'a', 'b')
  const swap = await beginSwap(fresh)
  await swap.commit()
  expect(existsSync(fresh)).toBe(true)
})

test('an interrupt removes the unfinished folder and keeps the old output', async () => {
  const module = new URL('../../src/pipeline/swap.ts', import.meta.url).href
  const program = `const { beginSwap } = await import(${JSON.stringify(module)})
    await beginSwap(${JSON.stringify(out)}); process.kill(process.pid, 'SIGINT'); setInterval(() => {}, 1000)`
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', program])
  expect(child.status).toBe(130)
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('old')
  expect(await readdir(work)).toEqual(['dist'])
})

test('what a killed build left beside the output is cleared away', async () => {
  await mkdir(join(work, '.dist.new-2147480000'))
  const swap = await beginSwap(out)
  await swap.discard()
  expect(await readdir(work)).toEqual(['dist'])
})

test('an old output whose replacement never arrived is put back', async () => {
  const lost = join(work, '.site.old-2147480000')
  await mkdir(lost)
  await writeFile(join(lost, 'index.html'), 'kept')
  const swap = await beginSwap(join(work, 'site'))
  await swap.discard()
  expect(await readFile(join(work, 'site', 'index.html'), 'utf8')).toBe('kept')
})
