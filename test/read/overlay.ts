import { existsSync, readFileSync } from 'node:fs'
import type { Files } from '../../src/read/files.ts'
import { readFiles } from '../../src/read/files.ts'

export const base = 'test/fixtures/base'

/** The files of the base root with those of a fixture laid over them. */
export async function overlay(fixture: string): Promise<Files> {
  const [below, above] = [await readFiles(base), await readFiles(fixture)]
  const removed: string[] = existsSync(`${fixture}/remove.json`)
    ? JSON.parse(readFileSync(`${fixture}/remove.json`, 'utf8'))
    : []
  const texts = new Map([...below.texts, ...above.texts].filter(([path]) => !removed.includes(path)).sort(byPath))
  const tables = new Map([...below.tables, ...above.tables].filter(([path]) => !removed.includes(path)).sort(byPath))
  const frozen = new Map([...below.frozen, ...above.frozen].filter(([path]) => !removed.includes(path)).sort(byPath))
  const assets = new Map([...below.assets, ...above.assets].sort(byPath))
  const others = [...below.others, ...above.others].filter((path) => !removed.includes(path)).sort()
  const issues = [...below.issues, ...above.issues]
  return { texts, tables, frozen, assets, others, issues, count: texts.size + tables.size }
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
