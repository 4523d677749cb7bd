import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import process from 'node:process'
import { UsageError } from './args.ts'
import { programRoot } from './program-root.ts'

/** Files that every site of ours has: a folder with all of them may be replaced by a newer build. */
const ours = ['index.html', '404.html', '_headers']

/**
 * Refuses an output that would take the place of something else: a build replaces `out` as a whole. It may be absent,
 * empty, or a site built before; not a file, and not a folder that sources, the program or the working folder lie in.
 */
export async function checkOut(out: string, root: string): Promise<void> {
  const info = await stat(out).catch(() => undefined)
  if (info && !info.isDirectory()) throw new UsageError(`--out 是一个文件，不能用来放网站：${out}`)
  const target = await realOf(resolve(out))
  const kept = await Promise.all([root, programRoot, process.cwd()].map((path) => realOf(resolve(path))))
  if (kept.some((path) => isWithin(path, target))) {
    throw new UsageError(`--out 里有源文件或程序，生成会把它们删去，请另写一个文件夹：${out}`)
  }
  const sources = ['content', 'data', 'public'].map((name) => join(kept[0] ?? '', name))
  if (sources.some((source) => isWithin(target, source))) {
    throw new UsageError(`--out 在 content/、data/ 或 public/ 里，请另写一个文件夹：${out}`)
  }
  const names = info ? await readdir(out) : []
  if (names.length > 0 && !ours.every((name) => names.includes(name))) {
    throw new UsageError(`--out 已有别的文件，不是以前生成的网站；请先清空，或另写一个文件夹：${out}`)
  }
}

/** The path behind links; of what is not there yet, by the nearest folder that is. */
async function realOf(path: string): Promise<string> {
  const parent = dirname(path)
  if (parent === path) return path
  return realpath(path).catch(async () => join(await realOf(parent), basename(path)))
}

function isWithin(path: string, folder: string): boolean {
  const steps = relative(folder, path).split(/[/\\]/)
  return steps[0] !== '..' && relative(folder, path) !== resolve(path)
}
