import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Web } from '../csvw/validate.ts'
import { validateMetadata, validateTable } from '../csvw/validate.ts'
import type { Issue } from '../model/issue.ts'
import { maskIssues } from '../read/masking.ts'
import { privacyGate } from '../read/privacy-gate.ts'
import { UsageError } from './args.ts'

/**
 * Checks a CSVW metadata document (`.json`) with all its tables, or one table by the metadata found for it:
 * `<file>-metadata.json`, `csv-metadata.json` beside it, or what `.well-known/csvm` below `folder` says. Reads no
 * network. Throws a usage error when the file does not exist.
 */
export async function checkCsvw(file: string, folder: string): Promise<{ issues: Issue[]; files: number }> {
  const path = resolve(folder, file)
  if (!(await isFile(path))) throw new UsageError(`没有这个文件：${file}`)
  const read = new Set<string>()
  const validate = extname(path).toLowerCase() === '.json' ? validateMetadata : validateTable
  const issues = await validate(pathToFileURL(path).href, localWeb(folder, read))
  return { issues: maskIssues(issues, privacyGate([])), files: read.size }
}

/** The files of this machine by their addresses; `read` collects which were read. */
function localWeb(folder: string, read: Set<string>): Web {
  const pathOf = (url: string) => {
    if (!url.startsWith('file:')) return undefined
    // The root of a site is here the folder that the check was started in.
    if (/^file:\/\/\/(?:[A-Za-z]:\/)?\.well-known\/csvm$/.test(url)) return join(folder, '.well-known', 'csvm')
    try {
      return fileURLToPath(url)
    } catch {
      return undefined
    }
  }
  const open = async (url: string) => {
    const path = pathOf(url)
    if (path === undefined || !(await isFile(path))) return undefined
    read.add(path)
    return path
  }
  return {
    nameOf: (url) => {
      const path = pathOf(url)
      return path === undefined ? url : relative(folder, path).replaceAll('\\', '/')
    },
    reaches: (url) => url.startsWith('file:'),
    read: async (url) => {
      const path = await open(url)
      return path === undefined ? undefined : readFile(path, 'utf8')
    },
    table: async (url) => {
      const path = await open(url)
      if (path === undefined) return undefined
      const contentType = /\.(?:tsv|tab)$/i.test(path) ? 'text/tab-separated-values' : 'text/csv'
      return { contentType, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) }
    },
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
