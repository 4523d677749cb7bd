import { existsSync, renameSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { isRunning } from './work-folder.ts'

/**
 * Puts a finished folder in the place of `out` by two renames; until then `out` stays as it was. The new folder
 * first comes to stand beside the old one, so that the renames happen on one disk.
 */
export async function swapIn(built: string, out: string): Promise<void> {
  const target = resolve(out)
  await mkdir(dirname(target), { recursive: true })
  await removeAbandoned(target)
  const fresh = besideOf(target, 'new')
  const previous = besideOf(target, 'old')
  try {
    await move(built, fresh)
    replace(target, fresh, previous)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  await rm(previous, { recursive: true, force: true })
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
  if (hadOne) renameSync(target, previous)
  try {
    renameSync(fresh, target)
  } catch (error) {
    if (hadOne) renameSync(previous, target)
    throw error
  }
}

/** A build that was killed between its renames leaves a folder; the next build of the same output puts it right. */
async function removeAbandoned(target: string): Promise<void> {
  for (const name of await readdir(dirname(target))) {
    const [, role, pid] = name.startsWith(`.${basename(target)}.`) ? (/\.(new|old)-(\d+)$/.exec(name) ?? []) : []
    if (pid === undefined || isRunning(Number(pid))) continue
    const path = join(dirname(target), name)
    // An old output whose replacement never arrived is the only copy there is.
    if (role === 'old' && !existsSync(target)) await rename(path, target)
    else await rm(path, { recursive: true, force: true })
  }
}
