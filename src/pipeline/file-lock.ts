import { statSync, unlinkSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'

/** Held by one build at a time. The system lets go of it when the process ends, however it ends. */
export interface FileLock {
  release(): void
}

/** How long a lock that is held is left alone before it is asked for again. */
const pause = 200 // ms
const busy = 5 // SQLITE_BUSY

/**
 * Takes the lock that an empty file stands for; undefined while somebody holds it. A number of a process says nothing
 * where every container has a process 1, and a time says nothing of a build that takes long: SQLite holds the file with
 * the locks of the system, which are the same for all containers of a machine.
 */
export function tryLock(path: string): FileLock | undefined {
  for (;;) {
    create(path)
    const before = identity(path)
    const file = new DatabaseSync(path, { timeout: 0 })
    if (!isTaken(file)) {
      file.close()
      return undefined
    }
    // The one who held it before may have removed the file: then this lock is that of nothing.
    if (before !== undefined && before === identity(path)) return { release: () => release(path, file) }
    file.close()
  }
}

/** Takes the lock as soon as it is free; `waits` is called once when it is not free at once. */
export async function waitForLock(path: string, waits: () => void): Promise<FileLock> {
  for (let tried = 0; ; tried += 1) {
    const lock = tryLock(path)
    if (lock) return lock
    if (tried === 0) waits()
    await setTimeout(pause)
  }
}

/** Never opened when it is there: a process that closes a file lets go of all its locks on it. */
function create(path: string): void {
  try {
    writeFileSync(path, '', { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function isTaken(file: DatabaseSync): boolean {
  try {
    // Nothing is ever written; the journal is not to stand beside it.
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if ((error as { errcode?: number }).errcode === busy) return false
    throw error
  }
}

function identity(path: string): string | undefined {
  const info = statSync(path, { bigint: true, throwIfNoEntry: false })
  return info && `${info.dev}:${info.ino}`
}

/** The file goes first, while nobody else can hold it. Where an open file cannot be removed, it stays, empty. */
function release(path: string, file: DatabaseSync): void {
  if (!file.isOpen) return
  try {
    unlinkSync(path)
  } catch {
    // It may be gone with its folder.
  }
  file.close()
}
