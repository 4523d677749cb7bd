import { existsSync, rmSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import process from 'node:process'

/** A folder being built beside the one that readers see. */
export interface Swap {
  /** Write here. */
  readonly folder: string
  /** Puts the new folder in the place of the old one. */
  commit(): Promise<void>
  /** Removes what was written; does nothing after `commit`. */
  discard(): Promise<void>
}

/**
 * Opens a new output folder beside `out`, on the same disk so that it can be moved in at once. Until `commit`,
 * `out` stays as it was: also when the process is interrupted, which removes the unfinished folder.
 */
export async function beginSwap(out: string): Promise<Swap> {
  const target = resolve(out)
  const folder = join(dirname(target), `.${basename(target)}.new-${process.pid}`)
  const previous = join(dirname(target), `.${basename(target)}.old-${process.pid}`)
  await removeAbandoned(target)
  await mkdir(folder, { recursive: true })
  const release = onInterrupt(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder,
    async commit() {
      release()
      await replace(target, folder, previous)
    },
    async discard() {
      release()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Two renames; when the second fails, the first is undone. */
async function replace(target: string, folder: string, previous: string): Promise<void> {
  const hadOne = existsSync(target)
  if (hadOne) await rename(target, previous)
  try {
    await rename(folder, target)
  } catch (error) {
    if (hadOne) await rename(previous, target)
    throw error
  }
  await rm(previous, { recursive: true, force: true })
}

/** A build that was killed outright leaves its folder; the next build of the same output clears it away. */
async function removeAbandoned(target: string): Promise<void> {
  const pattern = /\.(?:new|old)-(\d+)$/
  const beside = existsSync(dirname(target)) ? await readdir(dirname(target)) : []
  for (const name of beside) {
    const pid = name.startsWith(`.${basename(target)}.`) ? pattern.exec(name)?.[1] : undefined
    if (pid === undefined || isRunning(Number(pid))) continue
    const path = join(dirname(target), name)
    // An old output whose replacement never arrived is the only copy there is: put it back.
    if (name.includes('.old-') && !existsSync(target)) await rename(path, target)
    else await rm(path, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Calls `clean` when the process is interrupted, then ends it the way a shell expects. */
function onInterrupt(clean: () => void): () => void {
  const signals = { SIGINT: 130, SIGTERM: 143 } as const
  const stop = (signal: NodeJS.Signals) => {
    clean()
    process.exit(signals[signal as keyof typeof signals])
  }
  for (const signal of Object.keys(signals)) process.once(signal as NodeJS.Signals, stop)
  return () => {
    for (const signal of Object.keys(signals)) process.removeListener(signal as NodeJS.Signals, stop)
  }
}
