import { existsSync, readFileSync } from 'node:fs'
import type { Files } from '../../src/read/files.ts'
import { readFiles } from '../../src/read/files.ts'

export const base = 'test/fixtures/base'

let baseFiles: Promise<Files> | undefined

/** The files of the base root with those of a fixture laid over them. The base root is read once, with its tables. */
export async function overlay(fixture: string): Promise<Files> {
  baseFiles ??= readFiles(base).then(withTablesInMemory)
  const below = await baseFiles
  return fixture === base ? below : laidOver(below, await readFiles(fixture), fixture)
}

function laidOver(below: Files, above: Files, fixture: string): Files {
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

async function withTablesInMemory(files: Files): Promise<Files> {
  const tables = await Promise.all(
    [...files.tables].map(async ([path, file]): Promise<[string, typeof file]> => {
      const chunks = await Array.fromAsync(file.open())
      return [path, { ...file, open: () => inTurn(chunks) }]
    }),
  )
  return { ...files, tables: new Map(tables) }
}

async function* inTurn(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* chunks
}

function byPath([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
