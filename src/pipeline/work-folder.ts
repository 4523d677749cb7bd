import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { tryLock, waitForLock } from './file-lock.ts'
import { onInterrupt } from './interrupt.ts'
import { programRoot } from './program-root.ts'

/** An empty folder of one build inside `.gongbao/`; several builds may run at once. */
export interface WorkFolder {
  readonly path: string
  /** Removes it; an interrupt removes it too. */
  close(): Promise<void>
}

/** The file in a folder of a build that is locked as long as the build runs. */
const lockName = 'running.lock'

/** Pages are rendered from code in this folder, which finds its packages only below the program. */
export async function openWorkFolder(parent = join(programRoot, '.gongbao')): Promise<WorkFolder> {
  const home = resolve(parent)
  await mkdir(home, { recursive: true })
  // A folder that is new and not yet locked is not to be taken for one that was left.
  const turn = await waitForLock(join(home, 'builds.lock'), () => {})
  try {
    await removeAbandoned(home)
    const path = await mkdtemp(join(home, 'build-'))
    const lock = tryLock(join(path, lockName))
    const remove = () => {
      rmSync(path, { recursive: true, force: true })
      lock?.release()
    }
    const forget = onInterrupt(remove)
    return {
      path,
      async close() {
        await rm(path, { recursive: true, force: true })
        lock?.release()
        forget()
      },
    }
  } finally {
    turn.release()
  }
}

/** What builds that were killed outright have left: nobody holds its lock. */
async function removeAbandoned(home: string): Promise<void> {
  for (const entry of await readdir(home, { withFileTypes: true })) {
    if (!entry.isDirectory() || !/^build-\w+$/.test(entry.name)) continue
    const path = join(home, entry.name)
    const lock = tryLock(join(path, lockName))
    if (!lock) continue
    await rm(path, { recursive: true, force: true })
    lock.release()
  }
}
