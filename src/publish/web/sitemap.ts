import { escapeAttribute } from '../../model/markup.ts'
import { addressOf, type PublishOptions } from '../options.ts'

/** A page of the site and the day its content last changed, where that is known. */
export interface SitePage {
  readonly path: string
  readonly changedOn?: string | undefined
}

/** `sitemap.xml` (https://www.sitemaps.org/protocol.html). */
export function sitemap(pages: readonly SitePage[], options: PublishOptions): string {
  const entries = pages.map(({ path, changedOn }) => {
    const changed = changedOn ? `<lastmod>${changedOn}</lastmod>` : ''
    return `<url><loc>${escapeAttribute(addressOf(path, options))}</loc>${changed}</url>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`
}
