import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { beforeEach, expect, test } from 'vitest'
import { recoverOut, swapIn } from '../../src/pipeline/swap.ts'

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

test.each([1, process.pid, 2_147_480_000])(
  'what a build that was killed as process %i left beside the output is cleared away',
  async (pid) => {
    for (const role of ['new', 'old']) await cp(out, join(parent, `.dist.${role}-${pid}`), { recursive: true })
    await swapIn(built, out)
    expect(await readdir(parent)).toEqual(['dist'])
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('new')
  },
)

test('folders of somebody else stay', async () => {
  for (const name of ['.dist.old-backup', '.dist2.old-1', 'dist.old-1']) await mkdir(join(parent, name))
  await swapIn(built, out)
  expect((await readdir(parent)).sort()).toEqual(['.dist.old-backup', '.dist2.old-1', 'dist', 'dist.old-1'])
})

/** Swaps in a process of its own, which kills itself before its n-th step on the disk. */
function swapKilledAt(step: number): boolean {
  const module = JSON.stringify(new URL('../../src/pipeline/swap.ts', import.meta.url).href)
  const program = `import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    let step = 0
    for (const home of [fs, fs.promises]) for (const name of ['mkdir', 'readdir', 'rename', 'renameSync', 'rm', 'cp']) {
      const real = home[name]
      if (real) home[name] = (...args) => (++step === ${step} && process.kill(process.pid, 'SIGKILL'), real(...args))
    }
    syncBuiltinESMExports()
    const { swapIn } = await import(${module})
    await swapIn(${JSON.stringify(built)}, ${JSON.stringify(out)})`
  return spawnSync(process.execPath, ['--input-type=module', '--eval', program]).signal === 'SIGKILL'
}

test('killed at any step, the output is the old or the new one, and the next build leaves nothing else', async () => {
  let step = 1
  for (; step < 50; step += 1) {
    for (const [folder, text] of [
      [out, 'old'],
      [built, 'new'],
    ] as const) {
      await rm(folder, { recursive: true, force: true })
      await mkdir(folder)
      for (const name of ['index.html', `only-${text}.html`]) await writeFile(join(folder, name), text)
    }
    if (!swapKilledAt(step)) break
    await recoverOut(out)
    const text = await readFile(join(out, 'index.html'), 'utf8')
    expect([step, await readdir(out)]).toEqual([step, ['index.html', `only-${text}.html`]])
    expect(await readdir(parent)).toEqual(['dist'])
  }
  expect(step).toBeGreaterThan(5)
})

test('an old output whose replacement never arrived is put back before it is replaced', async () => {
  await mkdir(join(parent, '.lost.old-2147480000'))
  await writeFile(join(parent, '.lost.old-2147480000', 'index.html'), 'kept')
  await expect(swapIn(join(parent, 'nothing'), join(parent, 'lost'))).rejects.toThrow('ENOENT')
  expect(await readFile(join(parent, 'lost', 'index.html'), 'utf8')).toBe('kept')
})
