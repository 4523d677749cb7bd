import { lstat, mkdir, readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import process from 'node:process'
import { UsageError } from './args.ts'
import { type FileLock, waitForLock } from './file-lock.ts'
import { programRoot } from './program-root.ts'

/** Files that every site of ours has: a folder with all of them may be replaced by a newer build. */
const ours = ['index.html', '404.html', '_headers']

/**
 * Refuses an output that would take the place of something else: a build replaces `out` as a whole. It may be absent,
 * empty, or a site built before; not a file, and not a folder that sources, the program or the working folder lie in.
 * Returns the path behind links: a link stays one.
 */
export async function checkOut(out: string, root: string): Promise<string> {
  const info = await stat(resolve(out)).catch(() => undefined)
  if (info && !info.isDirectory()) throw new UsageError(`--out 是一个文件，不能用来放网站：${out}\n--out is a file`)
  const target = await realOf(resolve(out))
  if (!info && (await lstat(target).catch(() => undefined))) {
    throw new UsageError(`--out 是一个链接，它指的文件夹不存在：${out}\n--out is a link to nothing`)
  }
  const kept = await Promise.all([root, programRoot, process.cwd()].map((path) => realOf(resolve(path))))
  if (kept.some((path) => isWithin(path, target))) {
    throw new UsageError(
      `--out 里有源文件或程序，生成会把它们删去，请另写一个文件夹：${out}\n--out holds sources or the program`,
    )
  }
  const sources = ['content', 'data', 'public'].map((name) => join(kept[0] ?? '', name))
  if (sources.some((source) => isWithin(target, source))) {
    throw new UsageError(
      `--out 在 content/、data/ 或 public/ 里，请另写一个文件夹：${out}\n--out lies within the sources`,
    )
  }
  if (info && info.dev !== (await stat(dirname(target))).dev) {
    throw new UsageError(
      `--out 是挂载的磁盘，不能整个换新，请写它里面的一个文件夹：${out}\n--out is a mounted disk: name a folder in it`,
    )
  }
  const names = info ? await readdir(target) : []
  if (names.length > 0 && !ours.every((name) => names.includes(name))) {
    throw new UsageError(
      `--out 已有别的文件，不是以前生成的网站；请先清空，或另写一个文件夹：${out}\n--out holds other files than a site built before`,
    )
  }
  return target
}

/** One build at a time writes an output; the next waits, and `waits` is called. The lock stands beside the output. */
export async function lockOut(target: string, waits: () => void): Promise<FileLock> {
  try {
    await mkdir(dirname(target), { recursive: true })
    return await waitForLock(join(dirname(target), `.${basename(target)}.lock`), waits)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new UsageError(`--out 写不进去（${code}）：${target}\n--out cannot be written`, { cause: error })
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
