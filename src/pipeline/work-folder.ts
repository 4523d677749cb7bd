import { rmSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { programRoot } from './program-root.ts'

/** A folder of one build inside `.gongbao/`; several builds may run at once. */
export interface WorkFolder {
  readonly path: string
  /** Removes it; an interrupt removes it too. */
  close(): Promise<void>
}

/** Pages are rendered from code in this folder, which finds its packages only below the program. */
export async function openWorkFolder(parent = join(programRoot, '.gongbao')): Promise<WorkFolder> {
  const path = join(resolve(parent), `build-${process.pid}`)
  await removeAbandoned(resolve(parent))
  await mkdir(path, { recursive: true })
  const release = onInterrupt(() => rmSync(path, { recursive: true, force: true }))
  return {
    path,
    async close() {
      release()
      await rm(path, { recursive: true, force: true })
    },
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of somebody else may not be signalled, but it runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** What builds that were killed outright have left. */
async function removeAbandoned(parent: string): Promise<void> {
  await mkdir(parent, { recursive: true })
  for (const name of await readdir(parent)) {
    const pid = /^build-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(parent, name), { recursive: true, force: true })
  }
}

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/** Calls `clean` when the process is interrupted, then ends it the way a shell expects. */
function onInterrupt(clean: () => void): () => void {
  const handlers = Object.entries(exitCodes).map(([signal, code]) => {
    const handler = () => {
      clean()
      process.exit(code)
    }
    process.once(signal, handler)
    return () => process.removeListener(signal, handler)
  })
  return () => {
    for (const remove of handlers) remove()
  }
}
