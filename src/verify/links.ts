import { brokenAnchor, brokenLink } from '../issues/output.ts'
import { type Issue, issue, type Place } from '../model/issue.ts'
import { type Address, type Home, resolveAddress } from './address.ts'
import type { PageOutline, Reference } from './built-page.ts'

/**
 * Every internal reference leads to a file of the output, and every fragment to an id of that page. A path that
 * leaves the base path of the site is broken too: it would open another site. A place that is missed by many
 * pages (from a layout, say) is one issue, at the first of them. Pages come one by one; of a page only its ids stay, as
 * one text, and of references only where each fragment first stands.
 */
export function linkLedger(files: ReadonlySet<string>, home: Home) {
  const resolve = resolverFor(home)
  const broken = new Map<string, Broken & { pages: number }>()
  const anchors = new Map<string, Broken & { pages: number }>()
  const ids = new Map<string, string>()
  const count = (list: Map<string, Broken & { pages: number }>, one: Broken) => {
    const key = `${one.target}#${one.anchor ?? ''}`
    const known = list.get(key)
    if (known) known.pages += 1
    else list.set(key, { ...one, pages: 0 })
  }
  return {
    add(page: PageOutline): void {
      ids.set(page.path, [...page.ids].join('\n'))
      for (const reference of page.references) {
        const found = judge(page, reference, resolve(reference.url, page.path), files)
        if (found) count(found.anchor === undefined ? broken : anchors, found)
      }
    },
    finish(): Issue[] {
      for (const [target, own] of Map.groupBy(anchors.values(), (one) => one.target)) {
        const text = ids.get(target)
        const known = text === undefined ? undefined : new Set(text.split('\n'))
        for (const one of known ? own : []) {
          if (one.anchor !== undefined && !known?.has(one.anchor)) broken.set(`${target}#${one.anchor}`, one)
        }
      }
      return [...broken.values()].map((one) => toIssue(one, one.pages))
    },
  }
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

/** What is broken, or may be: a fragment of another page is judged when all pages are known. */
function judge(
  page: PageOutline,
  { url, place }: Reference,
  address: Address,
  files: ReadonlySet<string>,
): Broken | undefined {
  if (address.type === 'none') return undefined
  if (address.type === 'outside') {
    const isElsewhere = /^([a-z][a-z0-9+.-]*:)?\/\//i.test(url)
    return isElsewhere ? undefined : { href: url, place, target: url }
  }
  const { path, anchor } = address
  if (!files.has(path)) return { href: url, place, target: path }
  if (anchor === undefined || anchor === 'top' || (path === page.path && page.ids.has(anchor))) return undefined
  return { href: url, place, target: path, anchor }
}

function toIssue({ href, place, target, anchor }: Broken, pages: number): Issue {
  return anchor === undefined
    ? issue(brokenLink, place, { href, target, pages })
    : issue(brokenAnchor, place, { href, anchor, pages })
}
