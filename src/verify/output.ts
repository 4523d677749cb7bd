import { createReadStream, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { compareIssues, type Issue } from '../model/issue.ts'
import type { Home } from './address.ts'
import { checkBudget } from './budget.ts'
import { type PageOutline, readPage } from './built-page.ts'
import { checkDownload, digest, type PromisedFile } from './downloads.ts'
import { checkIds } from './ids.ts'
import { checkInline } from './inline.ts'
import { checkLinks } from './links.ts'
import { checkMetadata, isMetadata } from './metadata.ts'
import { checkRequests, checkStyleSheet } from './requests.ts'
import { checkSitemap } from './sitemap.ts'

export interface Verification {
  readonly issues: Issue[]
  readonly pages: number
  readonly links: number
  readonly downloads: number
}

/** Judges a built site as readers will get it. `promised` are the downloads of the manifest. */
export async function verifyOutput(
  folder: string,
  home: Home,
  promised: readonly PromisedFile[],
): Promise<Verification> {
  const files = await listFiles(folder)
  const pages = new Map<string, PageOutline>()
  const sizes = gzipSizes(folder, files)
  const found: Issue[] = []
  for (const path of files) {
    if (!path.endsWith('.html')) continue
    const page = readPage(path, await readFile(join(folder, path), 'utf8'))
    found.push(...checkIds(page), ...checkRequests(page, home), ...checkInline(page), ...checkBudget(page, home, sizes))
    pages.set(path, { path, ids: page.ids, references: page.references, listed: page.listed })
  }
  const issues = [
    ...found,
    ...checkLinks(pages, files, home),
    ...(files.has('sitemap.xml')
      ? checkSitemap(await readFile(join(folder, 'sitemap.xml'), 'utf8'), pages.values(), home)
      : []),
    ...(await checkStyleSheets(folder, files, home)),
    ...(await checkDownloads(folder, files, promised)),
    ...(await checkDescriptions(folder, files, promised, home)),
  ].sort(compareIssues)
  const links = [...pages.values()].reduce((sum, page) => sum + page.references.length, 0)
  return { issues, pages: pages.size, links, downloads: promised.length }
}

/** Paths relative to the folder, with forward slashes, in a stable order. */
async function listFiles(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
  return new Set(paths.sort())
}

function gzipSizes(folder: string, files: ReadonlySet<string>): (path: string) => number {
  const known = new Map<string, number>()
  return (path) => {
    const size = known.get(path) ?? (files.has(path) ? gzipSync(readFileSync(join(folder, path))).length : 0)
    known.set(path, size)
    return size
  }
}

async function checkStyleSheets(folder: string, files: ReadonlySet<string>, home: Home): Promise<Issue[]> {
  const sheets = [...files].filter((path) => path.endsWith('.css') && !path.startsWith('pagefind/'))
  const found = await Promise.all(
    sheets.map(async (path) => checkStyleSheet(path, await readFile(join(folder, path), 'utf8'), files, home)),
  )
  return found.flat()
}

async function checkDownloads(
  folder: string,
  files: ReadonlySet<string>,
  promised: readonly PromisedFile[],
): Promise<Issue[]> {
  const issues: Issue[] = []
  for (const file of promised) {
    const found = files.has(file.path) ? await digest(createReadStream(join(folder, file.path))) : undefined
    issues.push(...checkDownload(file, found))
  }
  return issues
}

async function checkDescriptions(
  folder: string,
  files: ReadonlySet<string>,
  promised: readonly PromisedFile[],
  home: Home,
): Promise<Issue[]> {
  const built = { files, promised: new Map(promised.map((file) => [file.path, file])) }
  const issues: Issue[] = []
  for (const path of files) {
    if (isMetadata(path)) issues.push(...checkMetadata(path, await readFile(join(folder, path), 'utf8'), built, home))
  }
  return issues
}
