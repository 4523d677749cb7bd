import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { swapIn } from '../../src/pipeline/swap.ts'

let parent: string
let out: string
let built: string

beforeEach(async () => {
  const work = await mkdtemp(join(tmpdir(), 'gongbao-swap-'))
  parent = join(work, 'site')
  out = join(parent, 'dist')
  built = join(work, 'built')
  await mkdir(out, { recursive: true })
  await writeFile(join(out, 'index.html'), 'old')
  await mkdir(built)
  await writeFile(join(built, 'index.html'), 'new')
})

test('the built folder takes the place of the old one and leaves nothing else behind', async () => {
  await swapIn(built, out)
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('new')
  expect(await readdir(parent)).toEqual(['dist'])
  expect(existsSync(built)).toBe(false)
})

test('an output that does not exist yet is created with its parents', async () => {
  await swapIn(built, join(parent, 'a', 'b'))
  expect(await readFile(join(parent, 'a', 'b', 'index.html'), 'utf8')).toBe('new')
})

test('when there is nothing to swap in, the old output stays', async () => {
  await expect(swapIn(join(parent, 'nothing'), out)).rejects.toThrow('ENOENT')
  expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('old')
  expect(await readdir(parent)).toEqual(['dist'])
})

test('what a killed build left beside the output is cleared away', async () => {
  await mkdir(join(parent, '.dist.new-2147480000'))
  await swapIn(built, out)
  expect(await readdir(parent)).toEqual(['dist'])
})

test('an old output whose replacement never arrived is put back before it is replaced', async () => {
  await mkdir(join(parent, '.lost.old-2147480000'))
  await writeFile(join(parent, '.lost.old-2147480000', 'index.html'), 'kept')
  await expect(swapIn(join(parent, 'nothing'), join(parent, 'lost'))).rejects.toThrow('ENOENT')
  expect(await readFile(join(parent, 'lost', 'index.html'), 'utf8')).toBe('kept')
})
