import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { tooLarge, unreadable } from '../issues/site.ts'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { isFrozen, listFiles, reasonOf } from './file-list.ts'
import { noMemory, type ReadMemory } from './memory.ts'
import { decodeText } from './text/text.ts'

/** A file that has not been read yet: tables are streamed, never held. */
export interface TableFile {
  readonly path: string
  readonly bytes: number
  open(): AsyncIterable<Uint8Array>
}

/** The files of a root: prose and descriptors as text, tables as streams. Paths use `/` and are relative to the root. */
export interface Files {
  readonly texts: ReadonlyMap<string, string>
  readonly tables: ReadonlyMap<string, TableFile>
  /** What was released, whatever its format: only compared and published again, never read as content. */
  readonly frozen: ReadonlyMap<string, TableFile>
  /** `public/`: pictures and papers that are copied into the site as they are. */
  readonly assets: ReadonlyMap<string, TableFile>
  /** Paths of what is neither text nor table: never opened, only named. */
  readonly others: readonly string[]
  readonly issues: readonly Issue[]
  readonly count: number
}

const textEnding = /\.(mdx?|ya?ml)$/i
const maxTextBytes = 4 * 1024 * 1024

/** Reads `content/`, `data/` and `public/` below a root. The only file access of the model side. */
export async function readFiles(root: string, memory: ReadMemory = noMemory): Promise<Files> {
  const list = await listFiles(root, ['content', 'data', 'public'])
  const issues = [...list.issues]
  const others = [...list.leftovers]
  const texts = new Map<string, string>()
  const tables = new Map<string, TableFile>()
  const frozen = new Map<string, TableFile>()
  const assets = new Map<string, TableFile>()
  for (const path of list.paths) {
    if (path.startsWith('public/')) await addTable(root, path, assets, issues)
    else if (isFrozen(path)) await addTable(root, path, frozen, issues)
    else if (/\.csv$/i.test(path)) await addTable(root, path, tables, issues)
    else if (textEnding.test(path)) await addText(root, path, texts, issues, memory)
    else others.push(path)
  }
  return { texts, tables, frozen, assets, others, issues, count: texts.size + tables.size + frozen.size }
}

async function addTable(root: string, path: string, tables: Map<string, TableFile>, issues: Issue[]): Promise<void> {
  try {
    const { size } = await stat(join(root, path))
    tables.set(path, {
      path,
      bytes: size,
      open: () => createReadStream(join(root, path), { highWaterMark: 256 * 1024 }),
    })
  } catch (error) {
    issues.push(issue(unreadable, start(path), { reason: reasonOf(error) }))
  }
}

async function addText(
  root: string,
  path: string,
  texts: Map<string, string>,
  issues: Issue[],
  memory: ReadMemory,
): Promise<void> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(join(root, path))
    if (size > maxTextBytes) {
      issues.push(issue(tooLarge, start(path), { what: '文件', whatEn: 'The file', limit: '4 MB' }))
      return
    }
    const decoded = await memory.recall(`text ${path}`, [size, mtimeMs, ctimeMs, ino], async () =>
      decodeText(await readFile(join(root, path)), start(path)),
    )
    issues.push(...decoded.issues)
    if (decoded.text !== undefined) texts.set(path, decoded.text)
  } catch (error) {
    issues.push(issue(unreadable, start(path), { reason: reasonOf(error) }))
  }
}

function start(file: string): Place {
  return { file, line: 1, column: 1 }
}
