import { lstat, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { UsageError } from './args.ts'

/**
 * The file a path names below a root. The path is relative to the root and stays in it: no absolute path, no `..`,
 * and no link on the way that leads out, the file itself included.
 */
export async function insideRoot(root: string, path: string): Promise<string> {
  const steps = path.split(/[\\/]/)
  if (isAbsolute(path) || /^[\\/]|^[A-Za-z]:/.test(path))
    throw new UsageError(`路径要写成根文件夹里的相对路径：${path}`)
  if (steps.includes('..')) throw new UsageError(`路径不能用 .. 离开根文件夹：${path}`)
  const file = join(root, ...steps)
  const real = await realpath(root).catch(() => undefined)
  if (real === undefined) throw new UsageError(`没有这个文件夹：${root}`)
  const held = await nearest(file)
  if (held !== real && !held.startsWith(real.endsWith(sep) ? real : real + sep)) {
    throw new UsageError(`路径经过的链接通到根文件夹外面：${relative(root, file)}`)
  }
  return file
}

/** Where the last part of a path that exists really is; a link that leads nowhere counts as leaving. */
async function nearest(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const exists = await lstat(path).then(
      () => true,
      () => false,
    )
    return exists || dirname(path) === path ? '' : nearest(dirname(path))
  }
}
