import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { linkedRelease } from '../issues/rel.ts'
import { leadsOut, noPlainFile, unreadable } from '../issues/site.ts'
import type { Issue, Place } from '../model/issue.ts'
import { issue } from '../model/issue.ts'
import { compareText } from '../model/text-order.ts'

interface FileList {
  /** Relative to the root, with `/`, in an order that no file system changes. */
  readonly paths: readonly string[]
  /** What editors and file managers leave behind: it is named and not read. A folder of that kind is named once. */
  readonly leftovers: readonly string[]
  readonly issues: readonly Issue[]
}

/** Files that tools want in folders which hold nothing else, or that steer them. Nobody misses them on a site. */
const forTools = /^\.(?:git\w*|editorconfig|keep|nojekyll|prettier\w*|markdownlint[\w.]*|vscode|idea)$/

/** Hidden files, and the locks of office programs. */
const leftover = /^(?:\.|~\$)/

/**
 * Lists the files below some folders of a root. Links are followed as long as they stay within the root and lead to
 * nothing hidden; every folder is walked once, so that links in a circle end. Nothing but plain files is listed: a
 * pipe or a device is never opened.
 */
export async function listFiles(root: string, tops: readonly string[]): Promise<FileList> {
  const home = await realpath(root).catch(() => root)
  const paths: string[] = []
  const leftovers: string[] = []
  const issues: Issue[] = []
  const walked = new Set<string>()
  const linked: string[] = []
  for (const top of tops) {
    const info = await entryAt(top)
    if (info) await take(top, info)
  }
  // Links to folders come last: what lies in the root keeps its own name.
  for (let path = linked.shift(); path !== undefined; path = linked.shift()) await walk(path)
  return { paths: paths.sort(compareText), leftovers: leftovers.sort(compareText), issues }

  async function entryAt(top: string): Promise<Dirent | undefined> {
    const entries = await readdir(home, { withFileTypes: true }).catch(() => [])
    return entries.find((entry) => entry.name === top)
  }

  async function take(path: string, entry: Dirent): Promise<void> {
    if (entry.isSymbolicLink() && isFrozen(`${path}/`))
      return void issues.push(issue(linkedRelease, start(path), { path }))
    if (entry.isSymbolicLink()) return takeLink(path)
    await takePlain(path, entry)
  }

  async function takePlain(
    path: string,
    info: Pick<Dirent, 'isDirectory' | 'isFile'>,
    open: (path: string) => Promise<void> = walk,
  ): Promise<void> {
    if (info.isDirectory()) {
      if (fileEnding.test(path)) issues.push(issue(noPlainFile, start(path), { what: 'folder' }))
      else await open(path)
    } else if (info.isFile()) paths.push(path)
    else issues.push(issue(noPlainFile, start(path), { what: 'special' }))
  }

  async function takeLink(path: string): Promise<void> {
    const real = await realpath(join(root, path)).catch(failed(path))
    if (real === undefined) return
    const inner = relative(home, real)
    const steps = inner.split(sep)
    if (inner === '' || steps[0] === '..' || steps.some((step) => step.startsWith('.')) || join(home, inner) !== real) {
      // To the root itself is a circle; anything else is none of the editors' content.
      const found = inner === '' ? issue(unreadable, start(path), { reason: circle }) : issue(leadsOut, start(path), {})
      return void issues.push(found)
    }
    const info = await stat(real).catch(failed(path))
    if (info) await takePlain(path, info, async () => void linked.push(path))
  }

  async function walk(folder: string): Promise<void> {
    const real = await realpath(join(root, folder)).catch(failed(folder))
    if (real === undefined) return
    if (walked.has(real)) return void issues.push(issue(unreadable, start(folder), { reason: circle }))
    walked.add(real)
    const entries = (await readdir(real, { withFileTypes: true }).catch(failed(folder))) ?? []
    for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
      const path = `${folder}/${entry.name}`
      if (forTools.test(entry.name)) continue
      if (leftover.test(entry.name)) leftovers.push(path)
      else await take(path, entry)
    }
  }

  function failed(path: string): (error: unknown) => undefined {
    return (error) => void issues.push(issue(unreadable, start(path), { reason: reasonOf(error) }))
  }
}

/** Below `data/<dataset>/releases/` stands what was published, byte for byte. */
export function isFrozen(path: string): boolean {
  return /^data\/[^/]+\/releases\//.test(path)
}

/** A folder with such a name was meant to be a file. */
const fileEnding = /\.(?:mdx?|ya?ml|csv)$/i

const circle = '链接指到的文件夹已经读过，或绕回了上层'

function start(file: string): Place {
  return { file, line: 1, column: 1 }
}

/** Why the disk refused, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (
    { ENOENT: '文件不见了', EACCES: '没有读取权限', ELOOP: '链接绕成了圈', EISDIR: '是文件夹' }[code] ??
    (code || '未知原因')
  )
}
