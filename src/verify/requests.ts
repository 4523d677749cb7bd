import { brokenLink, offSiteRequest } from '../issues/output.ts'
import { type Issue, issue, type Place } from '../model/issue.ts'
import { type Home, resolveAddress } from './address.ts'
import { type PageOutline, placeIn } from './built-page.ts'

/** Opening a page asks nobody but the site itself (DESIGN §6). Links that a reader follows may lead anywhere. */
export function checkRequests(page: PageOutline, home: Home): Issue[] {
  return page.references
    .filter(({ url, use }) => use === 'request' && resolveAddress(url, page.path, home).type === 'outside')
    .map(({ url, place }) => issue(offSiteRequest, place, { url }))
}

const cssAddress = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^()"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi

/** The same for a style sheet: what it loads is part of the output. */
export function checkStyleSheet(path: string, css: string, files: ReadonlySet<string>, home: Home): Issue[] {
  return [...css.matchAll(cssAddress)].flatMap((found) => {
    const url = found.slice(1).find((group) => group !== undefined) ?? ''
    const at: Place = placeIn({ path, html: css }, found.index)
    const address = resolveAddress(url, path, home)
    if (address.type === 'outside') return [issue(offSiteRequest, at, { url })]
    if (address.type === 'file' && !files.has(address.path)) {
      return [issue(brokenLink, at, { href: url, target: address.path, pages: 0 })]
    }
    return []
  })
}
