import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '../../read/file-list.ts'

/** SHA-256, hex, of all that a root holds: names and bytes. What is wrong with the folders themselves counts too. */
export async function inputHash(root: string): Promise<string> {
  const { paths, leftovers, issues } = await listFiles(root, ['content', 'data', 'public'])
  const hash = createHash('sha256').update(JSON.stringify([leftovers, issues]))
  for (const path of paths) {
    const bytes = readOrNothing(join(root, path))
    hash.update(`\n${path}\n${bytes?.length ?? 'gone'}\n`).update(bytes ?? '')
  }
  return hash.digest('hex')
}

function readOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
