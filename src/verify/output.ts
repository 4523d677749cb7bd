import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, relative, sep } from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { foreignFile, missingFile, unparsable, unreadableFile } from '../issues/output.ts'
import { compareIssues, type Issue, issue } from '../model/issue.ts'
import { checkPicture, checkScript, checkTraces } from './active.ts'
import type { Home } from './address.ts'
import { isOfKind } from './binary.ts'
import { checkBudget } from './budget.ts'
import { type PageOutline, readPage } from './built-page.ts'
import { checksumList, compareWithList, listName } from './checksum-list.ts'
import { checkDownload, type FoundFile, type PromisedFile, promisedBeside } from './downloads.ts'
import { checkFileNames, endingOf } from './file-kinds.ts'
import { checkIds } from './ids.ts'
import { checkInline } from './inline.ts'
import { linkLedger } from './links.ts'
import { checkMetadata, isMetadata } from './metadata.ts'
import { checkCanonical, checkOwnAddresses, checkRobots } from './own-addresses.ts'
import { checkDataBlocks, checkFormat } from './parse.ts'
import { checkHeaders, checkPolicy } from './policy.ts'
import { type ReadFile, readOutputFile } from './read-file.ts'
import { checkRequests, checkStyleSheet } from './requests.ts'
import { checkSitemap } from './sitemap.ts'
import { checkElements, checkWhole } from './whole-page.ts'

export interface Verification {
  readonly issues: Issue[]
  readonly pages: number
  readonly links: number
  readonly downloads: number
  /** What `SHA256SUMS` at the root of this output has to say. */
  readonly checksums: string
}

export interface VerifyOptions {
  /** The output has just been made and has no list of checksums yet. */
  readonly isFresh?: boolean
}

/**
 * Judges a built site as readers will get it, whatever has become of it. `promised` are the downloads of the manifest.
 * Each file is read once; of a page stays what other pages may refer to.
 */
export async function verifyOutput(
  folder: string,
  home: Home,
  promised: readonly PromisedFile[],
  { isFresh = false }: VerifyOptions = {},
): Promise<Verification> {
  const { files, odd } = await listFiles(folder)
  const issues: Issue[] = [...checkFileNames(files), ...odd.map((path) => fault(path, 'link'))]
  const found = new Map<string, FoundFile>()
  const pages: Pick<PageOutline, 'path' | 'listed'>[] = []
  const links = linkLedger(files, home)
  const context = { files, home, sizes: gzipSizes(folder, files), folders: ownFolders() }
  let references = 0
  for (const path of files) {
    const read = await readSafely(folder, path, issues)
    if (!read) continue
    found.set(path, { bytes: read.bytes, sha256: read.sha256 })
    issues.push(...checkFile(path, read))
    if (read.text === undefined) continue
    issues.push(...checkText(path, read.text, context))
    if (!path.endsWith('.html')) continue
    const page = readPage(path, read.text)
    issues.push(
      ...checkIds(page),
      ...checkRequests(page, home),
      ...checkInline(page),
      ...checkBudget(page, home, context.sizes),
      ...checkPolicy(page),
      ...checkWhole(page),
      ...checkElements(page, home),
      ...checkCanonical(page, home),
      ...checkDataBlocks(page),
    )
    links.add(page)
    references += page.references.length
    pages.push({ path, listed: page.listed })
  }
  issues.push(...links.finish(), ...(await checkAcross(folder, { files, found, pages, promised, home })))
  const digests = new Map([...found].map(([path, { sha256 }]) => [path, sha256]))
  if (!isFresh) issues.push(...compareWithList(await textOf(folder, listName, files), digests))
  return {
    issues: issues.sort(compareIssues),
    pages: pages.length,
    links: references,
    downloads: promised.length,
    checksums: checksumList(digests),
  }
}

/** Paths relative to the folder, with forward slashes, in a stable order; `odd` are links and the like. */
async function listFiles(folder: string): Promise<{ files: Set<string>; odd: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const pathOf = (entry: (typeof entries)[number]) =>
    relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/')
  const paths = entries.filter((entry) => entry.isFile()).map(pathOf)
  const odd = entries.filter((entry) => !entry.isFile() && !entry.isDirectory()).map(pathOf)
  return { files: new Set(paths.sort()), odd: odd.sort() }
}

async function readSafely(folder: string, path: string, issues: Issue[]): Promise<ReadFile | undefined> {
  try {
    return await readOutputFile(join(folder, path))
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    issues.push(issue(unreadableFile, start(path), { path, reason }))
    return undefined
  }
}

async function textOf(folder: string, path: string, files: ReadonlySet<string>): Promise<string | undefined> {
  return files.has(path) ? readFile(join(folder, path), 'utf8').catch(() => undefined) : undefined
}

function checkFile(path: string, { bytes, head, tail, isText }: ReadFile): Issue[] {
  if (bytes === 0 && path !== '.nojekyll') return [issue(missingFile, start(path), { path, what: 'empty' })]
  if (!isOfKind(endingOf(path), head, tail)) return [fault(path, 'content')]
  return isText ? [] : [issue(unparsable, start(path), { path, format: 'UTF-8', reason: '编码' })]
}

interface Context {
  readonly files: ReadonlySet<string>
  readonly home: Home
  readonly folders: readonly string[]
}

function checkText(path: string, text: string, { files, home, folders }: Context): Issue[] {
  const ending = endingOf(path)
  const isForeignCode = path.startsWith('pagefind/')
  return [
    ...(text === '' ? [] : checkFormat(path, ending, text)),
    ...checkTraces(path, text, folders),
    ...checkOwnAddresses(path, text, files, home),
    ...(ending === 'svg' ? checkPicture(path, text) : []),
    ...(ending === 'js' ? checkScript(path, text) : []),
    ...(ending === 'css' && !isForeignCode ? checkStyleSheet(path, text, files, home) : []),
    ...(path === '_headers' ? checkHeaders(text, home.base) : []),
    ...(path === 'robots.txt' ? checkRobots(text, home) : []),
  ]
}

/** What needs the whole output to be known. */
async function checkAcross(
  folder: string,
  built: {
    readonly files: ReadonlySet<string>
    readonly found: ReadonlyMap<string, FoundFile>
    readonly pages: readonly Pick<PageOutline, 'path' | 'listed'>[]
    readonly promised: readonly PromisedFile[]
    readonly home: Home
  },
): Promise<Issue[]> {
  const { files, found, pages, promised, home } = built
  const issues: Issue[] = []
  const told = new Set<string>()
  const check = (file: PromisedFile) => {
    if (told.has(file.path)) return
    const fault = checkDownload(file, found.get(file.path))
    if (fault.length > 0) told.add(file.path)
    issues.push(...fault)
  }
  for (const file of promised) check(file)
  for (const path of files) {
    const text =
      /^(?:sitemap\.xml|data\/.+\/SHA256SUMS)$/.test(path) || isMetadata(path)
        ? await textOf(folder, path, files)
        : undefined
    if (text === undefined) continue
    if (path === 'sitemap.xml') issues.push(...checkSitemap(text, pages, home))
    else if (isMetadata(path)) issues.push(...checkMetadata(path, text, { files, promised: found }, home))
    else for (const file of promisedBeside(path, text, (one) => found.get(one)?.bytes)) check(file)
  }
  return issues
}

function gzipSizes(folder: string, files: ReadonlySet<string>): (path: string) => number {
  const known = new Map<string, number>()
  return (path) => {
    const size = known.get(path) ?? (files.has(path) ? gzipSync(readFileSync(join(folder, path))).length : 0)
    known.set(path, size)
    return size
  }
}

/** Folders of this machine that tell something; `/` and `/tmp` stand in texts. */
function ownFolders(): string[] {
  return [process.cwd(), homedir()]
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path.split('/').length > 2)
}

function fault(path: string, what: 'link' | 'content'): Issue {
  return issue(foreignFile, start(path), { path, what })
}

function start(file: string) {
  return { file, line: 1, column: 1 }
}
