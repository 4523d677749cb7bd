import { addressOf, type PublishOptions } from '../options.ts'

/** `robots.txt`: everything is meant to be read. */
export function robots(options: PublishOptions): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${addressOf('/sitemap.xml', options)}\n`
}
