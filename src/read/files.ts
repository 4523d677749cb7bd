import { createReadStream } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue, Place } from '../model/issue.ts'
import { compareText, issue } from '../model/issue.ts'
import { linkedRelease } from '../model/issues/rel.ts'
import { tooLarge, unreadable } from '../model/issues/site.ts'
import { decodeText } from './text.ts'

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
  readonly issues: readonly Issue[]
  readonly count: number
}

const textEnding = /\.(mdx?|ya?ml)$/i
const maxTextBytes = 4 * 1024 * 1024

/** Reads `content/`, `data/` and `public/` below a root. The only file access of the model side. */
export async function readFiles(root: string): Promise<Files> {
  const issues: Issue[] = []
  const paths: string[] = []
  for (const top of ['content', 'data', 'public']) await list(root, top, new Set(), paths, issues)
  paths.sort(compareText)
  const texts = new Map<string, string>()
  const tables = new Map<string, TableFile>()
  const frozen = new Map<string, TableFile>()
  const assets = new Map<string, TableFile>()
  for (const path of paths) {
    if (path.startsWith('public/')) await addTable(root, path, assets, issues)
    else if (isFrozen(path)) await addTable(root, path, frozen, issues)
    else if (/\.csv$/i.test(path)) await addTable(root, path, tables, issues)
    else if (textEnding.test(path)) await addText(root, path, texts, issues)
  }
  return { texts, tables, frozen, assets, issues, count: texts.size + tables.size + frozen.size }
}

/** Below `data/<dataset>/releases/` stands what was published, byte for byte. */
function isFrozen(path: string): boolean {
  return /^data\/[^/]+\/releases\//.test(path)
}

async function list(
  root: string,
  folder: string,
  above: ReadonlySet<string>,
  paths: string[],
  issues: Issue[],
): Promise<void> {
  const real = await realpath(join(root, folder)).catch(() => undefined)
  if (real === undefined) return
  // A link that leads back up would be walked for ever.
  if (above.has(real)) return void issues.push(issue(unreadable, start(folder), { reason: '链接绕回了上层文件夹' }))
  const failed = (path: string) => (error: unknown) => {
    issues.push(issue(unreadable, start(path), { reason: reasonOf(error) }))
    return undefined
  }
  const entries = (await readdir(join(root, folder), { withFileTypes: true }).catch(failed(folder))) ?? []
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue
    const path = `${folder}/${entry.name}`
    if (entry.isSymbolicLink() && isFrozen(`${path}/`)) {
      issues.push(issue(linkedRelease, start(path), { path }))
      continue
    }
    const info = entry.isSymbolicLink() ? await stat(join(root, path)).catch(failed(path)) : entry
    if (info?.isDirectory()) await list(root, path, new Set([...above, real]), paths, issues)
    else if (info?.isFile()) paths.push(path)
  }
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

async function addText(root: string, path: string, texts: Map<string, string>, issues: Issue[]): Promise<void> {
  try {
    const { size } = await stat(join(root, path))
    if (size > maxTextBytes) {
      issues.push(issue(tooLarge, start(path), { what: '文件', whatEn: 'The file', limit: '4 MB' }))
      return
    }
    const decoded = decodeText(await readFile(join(root, path)), start(path))
    issues.push(...decoded.issues)
    if (decoded.text !== undefined) texts.set(path, decoded.text)
  } catch (error) {
    issues.push(issue(unreadable, start(path), { reason: reasonOf(error) }))
  }
}

function start(file: string): Place {
  return { file, line: 1, column: 1 }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    { ENOENT: '文件不见了', EACCES: '没有读取权限', ELOOP: '链接绕成了圈', EISDIR: '是文件夹' }[code] ??
    (code || '未知原因')
  )
}
