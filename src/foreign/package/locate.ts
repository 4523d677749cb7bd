import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import posix from 'node:path/posix'

/** Where a path of a descriptor leads. */
export type Location =
  | { readonly type: 'local'; readonly file: string }
  | { readonly type: 'remote'; readonly url: string }
  | { readonly type: 'unsafe'; readonly path: string }

/**
 * The address of a file named in a descriptor, by the rules of “URL or path”: a path begins at the folder of the
 * descriptor and does not leave it, by a link of the disk neither.
 */
export async function locate(folder: string, path: string): Promise<Location> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
    return /^(?:https?|ftps?):/i.test(path) ? { type: 'remote', url: path } : { type: 'unsafe', path }
  }
  const isUnsafe =
    path === '' || /^[/\\~.]/.test(path) || /^(?:file|[a-z]):/i.test(path) || path.split(/[/\\]/).includes('..')
  if (isUnsafe || (await isLedOut(folder, path))) return { type: 'unsafe', path }
  return { type: 'local', file: posix.join(folder, path) }
}

async function isLedOut(folder: string, path: string): Promise<boolean> {
  const home = await realpath(folder)
  const real = await realpath(join(home, path)).catch(() => home)
  return real !== home && !real.startsWith(home.endsWith(sep) ? home : home + sep)
}
