import { brokenLink, unlistedPage } from '../issues/output.ts'
import { type Issue, issue, type Place } from '../model/issue.ts'
import { unescapeMarkup } from '../model/markup.ts'
import { type Home, resolveAddress } from './address.ts'
import type { PageOutline } from './built-page.ts'

const path = 'sitemap.xml'

/** The sitemap lists every page that search engines may show, and nothing else. Only a site whose address is known can be judged. */
export function checkSitemap(text: string, pages: Iterable<Pick<PageOutline, 'path' | 'listed'>>, home: Home): Issue[] {
  if (home.address === undefined) return []
  const listed = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => {
    const address = resolveAddress(unescapeMarkup(loc), path, home)
    return { loc, file: address.type === 'file' ? address.path : loc }
  })
  const built = new Set([...pages].filter(({ listed }) => listed).map(({ path: page }) => page))
  const files = new Set(listed.map(({ file }) => file))
  const at: Place = { file: path, line: 1, column: 1 }
  return [
    ...listed
      .filter(({ file }) => !built.has(file))
      .map(({ loc, file }) => issue(brokenLink, at, { href: loc, target: file, pages: 0 })),
    ...[...built]
      .filter((page) => page.endsWith('index.html') && !files.has(page))
      .map((page) => issue(unlistedPage, { ...at, file: page }, { page })),
  ]
}
