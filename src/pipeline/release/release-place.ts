import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'

/** Names that begin with a dot are named by the check and read by nobody; what a killed process leaves is known by them. */
export const unfinished = /^\.new-\d+-/

function besideOf(target: string): string {
  return join(dirname(target), `.new-${process.pid}-${basename(target)}`)
}

/** Moves a folder to its place by one rename; from another disk it is first copied beside it. */
export function putFolder(from: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true })
  try {
    renameSync(from, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    const beside = besideOf(target)
    try {
      cpSync(from, beside, { recursive: true })
      renameSync(beside, target)
    } finally {
      rmSync(beside, { recursive: true, force: true })
    }
  }
}

/** Replaces a text by one rename: a reader sees the old one or the new one, whole. */
export function putText(target: string, text: string): void {
  const beside = besideOf(target)
  try {
    writeFileSync(beside, text)
    renameSync(beside, target)
  } finally {
    rmSync(beside, { force: true })
  }
}
