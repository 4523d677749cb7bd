import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { programRoot } from './program-root.ts'

const known = new Map<string, string>()

/**
 * SHA-256, hex, of what makes an output besides content: folders below `src/`, the packages and the Node that runs.
 * Worked out once a process.
 */
export function programHash(...folders: readonly string[]): string {
  const name = folders.join('\n')
  const found = known.get(name) ?? hashOf(folders)
  known.set(name, found)
  return found
}

function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256').update(`${process.versions.node} ${process.versions['zlib'] ?? ''}`)
  const files = folders.flatMap((folder) => filesBelow(join(programRoot, folder)))
  for (const file of [...files.sort(), join(programRoot, 'package-lock.json')]) {
    const bytes = readFileSync(file)
    hash.update(`\n${file.slice(programRoot.length)}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
