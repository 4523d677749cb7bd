import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The day the fictional site is looked at: after one plan's middle, before another's end. */
export const fullDay = '2026-11-20'

/** A copy, in a folder of its own, of the fictional site with a record of every kind: `base/` with `full/` laid over it. */
export function fullRoot(): string {
  const root = join(temporaryFolder(), 'root')
  for (const name of ['base', 'full']) {
    cpSync(fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url)), root, { recursive: true })
  }
  return root
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'gongbao-test-'))
}
