import { outsideFolder, unusedMetadata } from '../../issues/csvw.ts'
import { issue } from '../../model/issue.ts'
import { resolveUrl, withoutFragment } from './address.ts'
import type { Context } from './fields.ts'
import type { TableGroup, Texts } from './metadata.ts'
import { readMetadata } from './metadata.ts'
import { expandTemplate, parseTemplate } from './uri-template.ts'

/** Where metadata of a table is looked for when its site says nothing else. */
const defaultLocations = '{+url}-metadata.json\ncsv-metadata.json'

/**
 * Finds the metadata of a table that stands on its own (Model for Tabular Data §5): what its Link header names, then
 * the places that `/.well-known/csvm` or the defaults give. The first that describes the table is used; others that
 * exist but do not name it are reported.
 */
export async function locateMetadata(
  table: string,
  link: string | undefined,
  texts: Texts,
  report: Context['report'],
): Promise<TableGroup | undefined> {
  const site = await texts.read(new URL('/.well-known/csvm', table).href)
  const places = [linkedMetadata(link, table), ...locations(site ?? defaultLocations, table)]
  for (const url of new Set(places.filter((one) => one !== undefined))) {
    const at = { file: texts.nameOf(url), line: 1, column: 1 }
    if ((await texts.reaches(url)) === 'outside') {
      const here = { ...at, file: texts.nameOf(table) }
      report(issue(outsideFolder, here, { url: texts.nameOf(url) }))
      continue
    }
    const text = await texts.read(url)
    if (text === undefined) continue
    const found: Parameters<typeof report>[0][] = []
    const group = await readMetadata(text, url, texts, (one) => found.push(one))
    if (group?.tables.some((one) => one.url === table)) {
      found.forEach(report)
      return group
    }
    report(issue(unusedMetadata, at, { table: texts.nameOf(table) }))
  }
  return undefined
}

function locations(site: string, table: string): (string | undefined)[] {
  return site.split(/\r?\n/).map((line) => {
    const template = line.trim() === '' ? undefined : parseTemplate(line.trim())
    return template && resolveUrl(expandTemplate(template, { url: withoutFragment(table) }), table)
  })
}

/** The last link of a Link header (RFC 8288) that describes the table as JSON. */
function linkedMetadata(header: string | undefined, table: string): string | undefined {
  const found = [...(header ?? '').matchAll(/<([^<>]*)>((?:\s*;\s*[\w*!-]+\s*=\s*(?:"[^"]*"|[^",;\s]+))*)/g)].filter(
    ([, , parameters = '']) =>
      /;\s*rel\s*=\s*"?[^";]*\bdescribedby\b/i.test(parameters) &&
      /;\s*type\s*=\s*"?application\/(?:csvm\+json|ld\+json|json)\b/i.test(parameters),
  )
  const reference = found.at(-1)?.[1]
  return reference === undefined ? undefined : resolveUrl(reference, table)
}
