import { existsSync, renameSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { UsageError } from './args.ts'

/**
 * Puts a finished folder in the place of `out` by two renames; until then `out` stays as it was. The new folder
 * first comes to stand beside the old one, so that the renames happen on one disk. Who swaps holds the lock of `out`.
 */
export async function swapIn(built: string, out: string): Promise<void> {
  const target = resolve(out)
  await mkdir(dirname(target), { recursive: true })
  await recoverOut(target)
  const fresh = besideOf(target, 'new')
  const previous = besideOf(target, 'old')
  try {
    await move(built, fresh)
    replace(target, fresh, previous)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  await discard(previous, fresh)
}

/** A build that was killed between its renames leaves a folder; the next build of the same output puts it right. */
export async function recoverOut(out: string): Promise<void> {
  const target = resolve(out)
  const folder = dirname(target)
  const left = (role: string, names: readonly string[]) =>
    names.filter((name) => name.startsWith(`.${basename(target)}.${role}-`) && /-\d+$/.test(name))
  const names = await readdir(folder)
  for (const name of left('new', names)) await rm(join(folder, name), { recursive: true, force: true })
  for (const name of left('old', names)) {
    // An old output whose replacement never arrived is the only copy there is.
    if (existsSync(target)) await discard(join(folder, name), besideOf(target, 'new'))
    else await rename(join(folder, name), target)
  }
}

/** Under its new name a folder is never put back, so that one of which a part is removed already is none either. */
async function discard(previous: string, as: string): Promise<void> {
  if (!existsSync(previous)) return
  await rename(previous, as)
  await rm(as, { recursive: true, force: true })
}

function besideOf(target: string, role: 'new' | 'old'): string {
  return join(dirname(target), `.${basename(target)}.${role}-${process.pid}`)
}

async function move(from: string, to: string): Promise<void> {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await cp(from, to, { recursive: true })
  }
}

/** When the second rename fails, the first is undone. Synchronous: no signal is heard between the two. */
function replace(target: string, fresh: string, previous: string): void {
  const hadOne = existsSync(target)
  if (hadOne) setAside(target, previous)
  try {
    renameSync(fresh, target)
  } catch (error) {
    if (hadOne) renameSync(previous, target)
    throw error
  }
}

function setAside(target: string, previous: string): void {
  try {
    renameSync(target, previous)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['EBUSY', 'EXDEV'].includes(code)) throw error
    throw new UsageError(
      `--out 是挂载的磁盘或正被使用，不能整个换新，请写它里面的一个文件夹：${target}\n--out is a mounted disk or in use: name a folder in it`,
      { cause: error },
    )
  }
}
