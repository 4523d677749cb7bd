import { type Issue, issue } from '../model/issue.ts'
import { brokenAnchor, brokenLink } from '../model/issues/output.ts'
import { type Home, resolveAddress } from './address.ts'
import type { PageOutline, Reference } from './built-page.ts'

/**
 * Every internal reference leads to a file of the output, and every fragment to an id of that page.
 * A path that leaves the base path of the site is broken too: it would open another site.
 */
export function checkLinks(pages: ReadonlyMap<string, PageOutline>, files: ReadonlySet<string>, home: Home): Issue[] {
  return [...pages.values()].flatMap((page) => {
    return page.references.flatMap((reference) => checkReference(page, reference, pages, files, home))
  })
}

function checkReference(
  page: PageOutline,
  { url, place }: Reference,
  pages: ReadonlyMap<string, PageOutline>,
  files: ReadonlySet<string>,
  home: Home,
): Issue[] {
  const address = resolveAddress(url, page.path, home)
  if (address.type === 'outside') {
    if (/^([a-z][a-z0-9+.-]*:)?\/\//i.test(url)) return []
    return [issue(brokenLink, place, { href: url, target: url })]
  }
  if (address.type === 'none') return []
  if (!files.has(address.path)) {
    return [issue(brokenLink, place, { href: url, target: address.path })]
  }
  const target = pages.get(address.path)
  if (!address.anchor || !target || address.anchor === 'top' || target.ids.has(address.anchor)) return []
  return [issue(brokenAnchor, place, { href: url, anchor: address.anchor })]
}
