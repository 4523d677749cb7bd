import { escapeAttribute } from '../../model/markup.ts'
import type { Site } from '../../model/site.ts'
import { addressOf, type PublishOptions } from '../options.ts'
import { urls } from '../urls.ts'

/** `/opensearch.xml`: lets a browser search the site from its address bar (OpenSearch 1.1). */
export function opensearch({ config }: Site, options: PublishOptions): string {
  const template = escapeAttribute(`${addressOf(urls.search(), options)}?q={searchTerms}`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${cut(`${config.place}${config.name}`, 16)}</ShortName>`,
    `  <Description>${cut(config.subtitle, 1024)}</Description>`,
    '  <InputEncoding>UTF-8</InputEncoding>',
    `  <Url type="text/html" template="${template}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}

/** No longer than the standard allows, counted as people read it: before signs are escaped, no character in two. */
function cut(text: string, length: number): string {
  const characters = [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)]
  let kept = ''
  for (const { segment } of characters) {
    if (kept.length + segment.length > length) break
    kept += segment
  }
  return escapeAttribute(kept.trim())
}
