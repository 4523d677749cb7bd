import { type Issue, issue, type Place } from '../model/issue.ts'
import { brokenAnchor, brokenLink } from '../model/issues/output.ts'
import { type Address, type Home, resolveAddress } from './address.ts'
import type { PageOutline, Reference } from './built-page.ts'

/**
 * Every internal reference leads to a file of the output, and every fragment to an id of that page. A path that
 * leaves the base path of the site is broken too: it would open another site. A place that is missed by many
 * pages (from a layout, say) is one issue, at the first of them.
 */
export function checkLinks(pages: ReadonlyMap<string, PageOutline>, files: ReadonlySet<string>, home: Home): Issue[] {
  const resolve = resolverFor(home)
  const broken: Broken[] = []
  for (const page of pages.values()) {
    for (const reference of page.references) {
      const found = judge(page, reference, resolve(reference.url, page.path), pages, files)
      if (found) broken.push(found)
    }
  }
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

/** An address from the root leads to the same place from every page, and every page has the same ones: read once. */
function resolverFor(home: Home): (url: string, from: string) => Address {
  const known = new Map<string, Address>()
  return (url, from) => {
    if (!url.startsWith('/')) return resolveAddress(url, from, home)
    const address = known.get(url) ?? resolveAddress(url, from, home)
    known.set(url, address)
    return address
  }
}

function judge(
  page: PageOutline,
  { url, place }: Reference,
  address: Address,
  pages: ReadonlyMap<string, PageOutline>,
  files: ReadonlySet<string>,
): Broken | undefined {
  if (address.type === 'none') return undefined
  if (address.type === 'outside') {
    const isElsewhere = /^([a-z][a-z0-9+.-]*:)?\/\//i.test(url)
    return isElsewhere ? undefined : { href: url, place, target: url }
  }
  const { path, anchor } = address
  if (!files.has(path)) return { href: url, place, target: path }
  const target = path === page.path ? page : pages.get(path)
  if (anchor === undefined || !target || anchor === 'top' || target.ids.has(anchor)) return undefined
  return { href: url, place, target: path, anchor }
}

function toIssue({ href, place, target, anchor }: Broken, pages: number): Issue {
  return anchor === undefined
    ? issue(brokenLink, place, { href, target, pages })
    : issue(brokenAnchor, place, { href, anchor, pages })
}
