/** Where a reference leads: into the output folder, off the site, or nowhere that needs a file. */
export type Address =
  | { readonly type: 'file'; readonly path: string; readonly anchor?: string }
  | { readonly type: 'outside'; readonly url: string }
  | { readonly type: 'none' }

export interface Home {
  /** Path the site stands under, e.g. "/gongbao" or "". */
  readonly base: string
  /** Full address of the site without a trailing slash; links to it count as internal. */
  readonly address?: string
}

// Any origin will do: it only serves to resolve relative addresses.
const local = 'http://gongbao.invalid'

/** Resolves `reference` as a browser would from the page or style sheet `from`. */
export function resolveAddress(reference: string, from: string, home: Home): Address {
  if (/^(data|mailto|tel|javascript|blob|about):/i.test(reference)) return { type: 'none' }
  const own = home.address && isUnder(reference, home.address) ? reference.slice(home.address.length) || '/' : undefined
  const text = own === undefined ? reference : home.base + own
  if (!URL.canParse(text, local)) return { type: 'outside', url: reference }
  const url = new URL(text, `${local}${home.base}/${from}`)
  if (url.origin !== local || !isUnder(url.pathname, home.base)) return { type: 'outside', url: reference }
  const path = decoded(url.pathname.slice(home.base.length + 1))
  const anchor = decoded(url.hash.slice(1)).replace(/:~:.*$/, '')
  return {
    type: 'file',
    path: path === '' || path.endsWith('/') ? `${path}index.html` : path,
    anchor: anchor || undefined,
  }
}

function isUnder(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`) || path.startsWith(`${root}#`) || path.startsWith(`${root}?`)
}

/** What is no percent-encoding stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
