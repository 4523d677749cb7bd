import type { Site } from '../model/site.ts'
import { addressOf, type PublishOptions } from './options.ts'
import { escapeXml } from './sitemap.ts'
import { urls } from './urls.ts'

/** `/opensearch.xml`: lets a browser search the site from its address bar (OpenSearch 1.1). */
export function opensearch({ config }: Site, options: PublishOptions): string {
  const name = escapeXml(`${config.place}${config.name}`)
  const template = escapeXml(`${addressOf(urls.search(), options)}?q={searchTerms}`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    // The standard allows 16 characters here.
    `  <ShortName>${[...name].slice(0, 16).join('')}</ShortName>`,
    `  <Description>${escapeXml(config.subtitle)}</Description>`,
    '  <InputEncoding>UTF-8</InputEncoding>',
    `  <Url type="text/html" template="${template}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}
