import { brokenLink, foreignAddress } from '../issues/output.ts'
import { type Issue, issue } from '../model/issue.ts'
import { unescapeMarkup } from '../model/markup.ts'
import { type Home, resolveAddress } from './address.ts'
import { type BuiltPage, placeIn } from './built-page.ts'

/** An address in a file for programs; one that is `own` must be of this site. */
interface Found {
  readonly url: string
  readonly what: string
  readonly own: boolean
  readonly index: number
}

/** SITE-122 and SITE-101: feeds, the search description, robots.txt, llms.txt and the calendar lead into this site. */
export function checkOwnAddresses(path: string, text: string, files: ReadonlySet<string>, home: Home): Issue[] {
  if (home.address === undefined) return []
  return addressesIn(path, text).flatMap(({ url, what, own, index }) => {
    const at = placeIn({ path, html: text }, index)
    const target = resolveAddress(url, path, home)
    if (target.type === 'file' && files.has(target.path)) return []
    if (target.type === 'file') return [issue(brokenLink, at, { href: url, target: target.path, pages: 0 })]
    return own ? [issue(foreignAddress, at, { url, what })] : []
  })
}

/** SITE-122: the canonical address of a page is of this site. */
export function checkCanonical(page: BuiltPage, home: Home): Issue[] {
  if (home.address === undefined) return []
  return page.tags.flatMap(({ name, attributes, offset }) => {
    const url = attributes.get('href') ?? ''
    if (name !== 'link' || attributes.get('rel') !== 'canonical') return []
    if (resolveAddress(url, page.path, home).type === 'file') return []
    return [issue(foreignAddress, placeIn(page, offset), { url, what: 'canonical' })]
  })
}

/** SITE-122: everything is meant to be read, and the sitemap is told. */
export function checkRobots(text: string, home: Home): Issue[] {
  const at = { file: 'robots.txt', line: 1, column: 1 }
  const refused = /^[ \t]*disallow[ \t]*:[ \t]*\S.*$/im.exec(text)
  if (refused) return [issue(foreignAddress, at, { url: refused[0], what: 'robots.txt' })]
  const named = /^Sitemap:/im.test(text)
  return named || home.address === undefined ? [] : [issue(foreignAddress, at, { url: '', what: 'Sitemap' })]
}

function addressesIn(path: string, text: string): Found[] {
  const found = (pattern: RegExp, what: string, own: boolean): Found[] =>
    [...text.matchAll(pattern)].map((one) => ({ url: unescapeMarkup(one[1] ?? ''), what, own, index: one.index }))
  if (path === 'robots.txt') return found(/^Sitemap:\s*(\S+)/gim, 'Sitemap', true)
  if (path === 'llms.txt') return found(/\]\((https?:[^)\s]+)\)/g, 'llms.txt', true)
  if (path === 'opensearch.xml')
    return found(/<Url\b[^>]*\btemplate="([^"]*)"/g, 'opensearch.xml', true).map((one) => ({
      ...one,
      url: one.url.replace(/\?.*$/, ''),
    }))
  if (path.endsWith('.ics')) return found(/^URL(?:;[^:]*)?:(\S+)/gm, 'URL', false)
  if (!path.endsWith('.xml') || !/<feed\b/.test(text)) return []
  return [
    ...found(/<link\b[^>]*\bhref="([^"]*)"/g, '<link>', true),
    ...found(/<link\b[^>]*\bhref='([^']*)'/g, '<link>', true),
    ...found(/<uri>([^<]*)<\/uri>/g, '<uri>', true),
  ]
}
