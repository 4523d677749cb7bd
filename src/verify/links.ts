import { type Issue, issue, type Place } from '../model/issue.ts'
import { brokenAnchor, brokenLink } from '../model/issues/output.ts'
import { type Home, resolveAddress } from './address.ts'
import type { PageOutline, Reference } from './built-page.ts'

/**
 * Every internal reference leads to a file of the output, and every fragment to an id of that page. A path that
 * leaves the base path of the site is broken too: it would open another site. A place that is missed by many
 * pages (from a layout, say) is one issue, at the first of them.
 */
export function checkLinks(pages: ReadonlyMap<string, PageOutline>, files: ReadonlySet<string>, home: Home): Issue[] {
  const broken = [...pages.values()].flatMap((page) =>
    page.references.flatMap((reference) => judge(page, reference, pages, files, home)),
  )
  return [...Map.groupBy(broken, ({ target, anchor = '' }) => `${target}#${anchor}`).values()].flatMap((same) =>
    same.slice(0, 1).map((first) => toIssue(first, same.length - 1)),
  )
}

interface Broken {
  readonly href: string
  readonly place: Place
  readonly target: string
  readonly anchor?: string
}

function judge(
  page: PageOutline,
  { url, place }: Reference,
  pages: ReadonlyMap<string, PageOutline>,
  files: ReadonlySet<string>,
  home: Home,
): Broken[] {
  const address = resolveAddress(url, page.path, home)
  if (address.type === 'none') return []
  if (address.type === 'outside') {
    const isElsewhere = /^([a-z][a-z0-9+.-]*:)?\/\//i.test(url)
    return isElsewhere ? [] : [{ href: url, place, target: url }]
  }
  const { path, anchor } = address
  if (!files.has(path)) return [{ href: url, place, target: path }]
  const target = pages.get(path)
  if (anchor === undefined || !target || anchor === 'top' || target.ids.has(anchor)) return []
  return [{ href: url, place, target: path, anchor }]
}

function toIssue({ href, place, target, anchor }: Broken, pages: number): Issue {
  return anchor === undefined
    ? issue(brokenLink, place, { href, target, pages })
    : issue(brokenAnchor, place, { href, anchor, pages })
}
