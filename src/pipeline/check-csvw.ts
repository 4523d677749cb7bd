import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { maxMetadataLength } from '../foreign/csvw/document.ts'
import type { Reach } from '../foreign/csvw/metadata.ts'
import type { Web } from '../foreign/csvw/validate.ts'
import { validateMetadata, validateTable } from '../foreign/csvw/validate.ts'
import type { Issue } from '../model/issue.ts'
import { maskIssues } from '../read/privacy/masking.ts'
import { privacyGate } from '../read/privacy/privacy-gate.ts'
import { UsageError } from './args.ts'

/**
 * Checks a CSVW metadata document (`.json`) with all its tables, or one table by the metadata found for it:
 * `<file>-metadata.json`, `csv-metadata.json` beside it, or what `.well-known/csvm` below `folder` says. Reads no
 * network, and nothing outside the folder of the file: metadata comes from strangers. Throws a usage error when the
 * file does not exist.
 */
export async function checkCsvw(file: string, folder: string): Promise<{ issues: Issue[]; files: number }> {
  // A format of a stranger may take for ever on one cell; the other engine of V8 takes its time and no more.
  setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks')
  const path = resolve(folder, file)
  if (!(await isFile(path))) throw new UsageError(`没有这个文件：${file}`)
  const read = new Set<string>()
  const validate = extname(path).toLowerCase() === '.json' ? validateMetadata : validateTable
  const issues = await validate(pathToFileURL(path).href, localWeb(path, folder, read))
  return { issues: maskIssues(issues, privacyGate([])), files: read.size }
}

/** The files in the folder of `start` by their addresses; `read` collects which were read. */
function localWeb(start: string, folder: string, read: Set<string>): Web {
  const home = dirname(start)
  const wellKnown = join(folder, '.well-known', 'csvm')
  const pathOf = (url: string) => {
    if (!url.startsWith('file:')) return undefined
    // The root of a site is here the folder that the check was started in.
    if (/^file:\/\/\/(?:[A-Za-z]:\/)?\.well-known\/csvm$/.test(url)) return wellKnown
    try {
      return fileURLToPath(url)
    } catch {
      return undefined
    }
  }
  const reaches = async (url: string): Promise<Reach> => {
    if (!url.startsWith('file:')) return 'remote'
    const path = pathOf(url)
    if (path === undefined) return 'outside'
    const isOurs =
      path === start || (path === wellKnown ? await isWithin(folder, path, true) : await isWithin(home, path))
    return isOurs ? 'here' : 'outside'
  }
  const open = async (url: string) => {
    const path = (await reaches(url)) === 'here' ? pathOf(url) : undefined
    if (path === undefined || !(await isFile(path))) return undefined
    read.add(path)
    return path
  }
  return {
    nameOf: (url) => {
      const path = pathOf(url)
      return path === undefined ? url : relative(folder, path).replaceAll('\\', '/')
    },
    reaches,
    read: async (url) => {
      const path = await open(url)
      if (path === undefined) return undefined
      const chunks = await Array.fromAsync(createReadStream(path, { end: maxMetadataLength }))
      return Buffer.concat(chunks).toString('utf8')
    },
    table: async (url) => {
      const path = await open(url)
      if (path === undefined) return undefined
      const contentType = /\.(?:tsv|tab)$/i.test(path) ? 'text/tab-separated-values' : 'text/csv'
      return { contentType, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) }
    },
  }
}

/** Does a path stay within a folder, through links as well? What is hidden there is no data. */
async function isWithin(folder: string, path: string, mayBeHidden = false): Promise<boolean> {
  const home = await realpath(folder).catch(() => folder)
  const real = await realpath(path).catch(() => undefined)
  const inner = [relative(folder, path), ...(real === undefined ? [] : [relative(home, real)])]
  return inner.every((one) => {
    const steps = one.split(sep)
    return !isAbsolute(one) && steps[0] !== '..' && (mayBeHidden || steps.every((step) => !step.startsWith('.')))
  })
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
