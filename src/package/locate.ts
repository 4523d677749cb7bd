import { join } from 'node:path/posix'

/** Where a path of a descriptor leads. */
export type Location =
  | { readonly type: 'local'; readonly file: string }
  | { readonly type: 'remote'; readonly url: string }
  | { readonly type: 'unsafe'; readonly path: string }

/**
 * The address of a file named in a descriptor, by the rules of “URL or path”: a path begins at the folder of the
 * descriptor and does not leave it.
 */
export function locate(folder: string, path: string): Location {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
    return /^(?:https?|ftps?):/i.test(path) ? { type: 'remote', url: path } : { type: 'unsafe', path }
  }
  const isUnsafe =
    path === '' || /^[/\\~.]/.test(path) || /^(?:file|[a-z]):/i.test(path) || path.split(/[/\\]/).includes('..')
  return isUnsafe ? { type: 'unsafe', path } : { type: 'local', file: join(folder, path) }
}
