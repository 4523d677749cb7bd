import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { corpusDocument } from '../../fulltext/corpus.ts'
import type { IndexDocument } from '../../fulltext/document.ts'
import { compareText } from '../../model/issue.ts'
import { UsageError } from '../args.ts'
import { programRoot } from '../program-root.ts'
import { writeIndex } from './write-index.ts'

/** Changes with what the index files look like: an index of another form is made anew. */
const form = 'gongbao-fulltext-1'

/**
 * The index of a folder of Markdown files, README.md left out. It is kept below `.gongbao/` and made anew when a file
 * has another size or time than before.
 */
export async function corpusIndex(corpus: string, synonyms: readonly (readonly string[])[]): Promise<string> {
  const root = resolve(corpus)
  if (!existsSync(root)) throw new UsageError(`没有这个文件夹：${corpus}`)
  const paths = await markdownFiles(root)
  const state = createHash('sha256').update(form).update(root).update(JSON.stringify(synonyms))
  for (const path of paths) {
    const { size, mtimeMs } = await stat(join(root, path))
    state.update(`\n${path} ${size} ${mtimeMs}`)
  }
  const folder = join(programRoot, '.gongbao', 'search', state.digest('hex').slice(0, 16))
  if (existsSync(join(folder, 'head.bin'))) return folder
  const fresh = `${folder}.new-${process.pid}`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  await writeIndex(corpusDocuments(root, paths), fresh, synonyms)
  await rm(folder, { recursive: true, force: true })
  await rename(fresh, folder)
  return folder
}

/** Paths of the texts below a folder, `/` between parts, sorted. */
export async function markdownFiles(root: string): Promise<string[]> {
  const all = await readdir(root, { recursive: true, withFileTypes: true })
  return all
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md')
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort(compareText)
}

export async function* corpusDocuments(root: string, paths: readonly string[]): AsyncGenerator<IndexDocument> {
  for (const path of paths) yield corpusDocument(path, await readFile(join(root, path), 'utf8'))
}
