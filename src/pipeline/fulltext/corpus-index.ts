import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { corpusDocument } from '../../fulltext/build/corpus.ts'
import type { IndexDocument } from '../../fulltext/format/document.ts'
import { compareText, type Issue } from '../../model/issue.ts'
import { decodeText } from '../../read/text/text.ts'
import { UsageError } from '../args.ts'
import { programHash } from '../program-hash.ts'
import { programRoot } from '../program-root.ts'
import { writeIndex } from './write-index.ts'

/**
 * The index of a folder of Markdown files, README.md left out. It is kept below `.gongbao/` and made anew when a file
 * has another size or time than before, from what the index before has left.
 */
export async function corpusIndex(corpus: string, synonyms: readonly (readonly string[])[]): Promise<string> {
  const root = resolve(corpus)
  if (!existsSync(root)) throw new UsageError(`没有这个文件夹：${corpus}`)
  if (!statSync(root).isDirectory()) throw new UsageError(`--corpus 要写文件夹，这是文件：${corpus}`)
  const paths = await markdownFiles(root)
  const state = createHash('sha256').update(programHash('src/fulltext')).update(root).update(JSON.stringify(synonyms))
  for (const path of paths) {
    const { size, mtimeMs } = statSync(join(root, path))
    state.update(`\n${path} ${size} ${mtimeMs}`)
  }
  const home = join(programRoot, '.gongbao', 'search', createHash('sha256').update(root).digest('hex').slice(0, 16))
  const name = state.digest('hex').slice(0, 16)
  const folder = join(home, name)
  if (existsSync(join(folder, 'head.bin'))) return folder
  const fresh = join(home, `new-${process.pid}`)
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  await writeIndex(corpusDocuments(root, paths), fresh, synonyms, join(home, 'cache'))
  await rm(folder, { recursive: true, force: true })
  await rename(fresh, folder)
  // Of an index that another program may be reading nothing is taken away at once: the one before stays.
  await removeOlder(home, name)
  return folder
}

/** Leaves the newest two indexes. */
async function removeOlder(home: string, name: string): Promise<void> {
  const names = (await readdir(home)).filter((one) => /^[0-9a-f]{16}$/.test(one) && one !== name)
  const aged = await Promise.all(names.map(async (one) => ({ one, time: (await stat(join(home, one))).mtimeMs })))
  const old = aged.sort((a, b) => b.time - a.time).slice(1)
  await Promise.all(old.map(({ one }) => rm(join(home, one), { recursive: true, force: true })))
}

/** Paths of the texts below a folder, `/` between parts, sorted. */
export async function markdownFiles(root: string): Promise<string[]> {
  const all = await readdir(root, { recursive: true, withFileTypes: true })
  return all
    .filter((entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name) && !/^readme\.md$/i.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort(compareText)
}

/** The texts one after another. Files that are not UTF-8 are a usage error at the end, all at once. */
export function* corpusDocuments(root: string, paths: readonly string[]): Generator<IndexDocument> {
  const issues: Issue[] = []
  for (const path of paths) {
    const decoded = decodeText(readFileSync(join(root, path)), { file: path, line: 1, column: 1 })
    issues.push(...decoded.issues)
    if (decoded.text !== undefined) yield corpusDocument(path, decoded.text)
  }
  if (issues.length === 0) return
  const lines = issues.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message.zh}`)
  throw new UsageError(`${lines.join('\n')}\n请把文件另存为 UTF-8。`)
}
